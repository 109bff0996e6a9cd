"""Headings of a module: English, Portuguese, Spanish, French; patterns over the importer's `plain_label`."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "intro": (
        r"introductory text|introduction",
        r"texto introdutorio|introducao",
        r"texto introductorio|introduccion",
        r"texte (introductif|d'introduction)",
    ),
    "aims": (
        r"(specific |general |learning )?(aims?|objectives?)",
        r"objetivos?( gerais| especificos| generales| de aprendizagem| de aprendizaje)?",
        r"objectifs?( generaux| specifiques| pedagogiques)?",
    ),
    "outcomes": (
        r"(learning )?outcomes|what you will learn",
        r"resultados( (da|de) aprendizagem)?|o que vai aprender",
        r"resultados de aprendizaje|lo que aprendera",
        r"acquis( d'apprentissage)?|resultats d'apprentissage",
    ),
    "videos": (r"videos?( lectures?)?|watch", r"videos?( aulas?)?|video-?aulas"),
    "reading": (
        r"(further|additional|recommended|complementary) reading|readings?|bibliography|references",
        r"leituras?( complementar(es)?| adiciona(l|is))?|bibliografia|para saber mais",
        r"lecturas?( complementarias?| adicionales)?|para saber mas",
        r"lectures? (complementaires?|conseillees?)|bibliographie|pour aller plus loin",
    ),
    "forum": (
        r"discussion forum\b.{0,100}|forum|discussion",
        r"forum de (discussao|debate)\b.{0,100}|discussao|debate",
        r"foro de (discusion|debate)\b.{0,100}",
        r"forum de discussion\b.{0,100}",
    ),
}
