"""Questions of the form as filled copies print them, over `headings.plain_label`: English, Portuguese, Spanish, French."""

SOUTH = r"(?:south[- ]south|sul[- ]sul|sur[- ]sur|sud[- ]sud)"
LABELS: dict[str, tuple[str, ...]] = {
    "title": (
        r"(title|name) of the (good )?practice|good practice( title)?|title",
        r"(titulo|nome) da (boa )?pratica|boa pratica|titulo( da boa pratica)?",
        r"(titulo|nombre) de la (buena )?practica|buena practica|titulo( de la buena practica)?",
        r"(titre|nom) de la (bonne )?pratique|bonne pratique|titre",
    ),
    "author": (
        r"authors?('s|s')?( name| names)?|name of (the )?authors?|author ?\(s\)",
        r"nomes? d[oa]s? autor(es|a)?( ou da autora)?|autor(es|a)?( ?\(es\)| ?\(a\))?",
        r"nombres? del? (los )?autor(es|a)?( o de la autora)?",
        r"nom de l'auteur(e)?( ou de l'autrice)?|auteurs?( ?\(s\))?|autrice",
    ),
    "institution": (r"institutions?|organi[sz]ation", r"instituic(ao|oes)", r"instituci(on|ones)", r"institution ?\(s\)"),
    "countries": (
        r"(participating )?countries( involved)?|countries taking part",
        r"paises( envolvidos| participantes)?",
        r"paises( involucrados| implicados)?",
        r"pays( concernes| participants| impliques)?",
    ),
    "objectives": (
        rf"{SOUTH} objectives?( ?\(s\))?|objectives?( ?\(s\))?",
        rf"objetivo( ?\(s\)|s)?( {SOUTH})?|objectivos?( {SOUTH})?",
        rf"objectif( ?\(s\)|s)?( {SOUTH})?",
    ),
    "cooperation": (
        rf"{SOUTH} (and triangular )?cooperation( between institutions and countries( to achieve the objectives)?)?",
        rf"cooperacao {SOUTH}( entre (as )?instituicoes e (os )?paises( para (alcancar|atingir) os objetivos)?)?",
        rf"cooperacion {SOUTH}( entre (las )?instituciones y (los )?paises( para (alcanzar|lograr) los objetivos)?)?",
        rf"cooperation {SOUTH}( entre (les )?institutions et (les )?pays( pour atteindre les objectifs)?)?",
    ),
    "effectiveness": (
        rf"effectiveness( of the {SOUTH}( ?/ ?peer[- ]learning)? (methodological )?approach)?",
        rf"eficacia( da abordagem (metodologica )?{SOUTH}( ?/ ?de aprendizagem entre pares)?)?",
        rf"eficacia( del enfoque (metodologico )?{SOUTH}( ?/ ?de aprendizaje entre pares)?)?",
        rf"efficacite( de l'approche (methodologique )?{SOUTH}( ?/ ?d'apprentissage entre pairs)?)?",
    ),
    "innovation": (r"innovations?", r"inovac(ao|oes)", r"innovacion(es)?"),
    "results": (rf"({SOUTH} )?results", rf"resultados( {SOUTH})?", rf"resultats( {SOUTH})?"),
    "adaptability": (
        rf"({SOUTH} )?adaptability",
        rf"adaptabilidade?( {SOUTH})?",
        rf"adaptabilidad( {SOUTH})?",
        rf"adaptabilite( {SOUTH})?",
    ),
    "sustainability": (
        rf"({SOUTH} )?sustainability",
        rf"sustentabilidade( {SOUTH})?",
        rf"sostenibilidad( {SOUTH})?",
        rf"(durabilite|perennite)( {SOUTH})?",
    ),
    "funding": (
        r"funding( sources?)?|sources? of funding",
        r"fontes? de financiamento|financiamento",
        r"fuentes? de financiaci(on|amiento)|financiaci(on|amiento)",
        r"sources? de financement|financement",
    ),
    "contacts": (
        r"contacts?( details| information)?",
        r"(dados de )?conta(c)?tos?",
        r"(datos de )?contactos?",
        r"coordonnees( de contact)?",
    ),
    "materials": (
        r"materials( and |, )?(web[- ]?)?(links)?|materials|(web[- ]?)?links",
        r"materiais( e (ligac(ao|oes)|links))?",
        r"materiales( y enlaces)?",
        r"(documents|materiels)( et liens)?|liens",
    ),
    "summary": (r"summary|abstract", r"resumo|sumario", r"resumen", r"resume"),
    "period": (r"period|years?", r"periodo|anos?", r"periode|annees?", r"duration|duracao|duracion|duree"),
    "themes": (r"themes?|topics?", r"temas?"),
    "targets": (r"sdgs?( targets?)?", r"metas? dos ods|ods", r"metas? de los ods", r"cibles? des odd|odd"),
    "instruments": (r"instruments|conventions", r"instrumentos|convencoes", r"convenios"),
    "modality": (r"modality", r"modalidade?", r"modalidad", r"modalite"),
    "sector": (r"(economic )?sector", r"setor|sector( economico)?", r"secteur"),
}
