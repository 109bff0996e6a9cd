"""Headings of an initiative's page, as patterns over `headings.plain_label`: English, Portuguese, Spanish, French."""

HEADINGS: dict[str, tuple[str, ...]] = {
    "about": (
        r"what (is|are) (it|this|the .{3,80})|about( us| the .{3,80})?",
        r"o que e( .{3,80})?|sobre a .{3,80}",
        r"que es( .{3,80})?|acerca de .{3,80}",
        r"qu'est-ce que c'est|qu'est-ce que .{3,80}|de quoi s'agit-il|a propos( de .{3,80})?",
    ),
    "workings": (
        r"how does (it|the .{3,80}) work|how (it|the .{3,80}) works",
        r"como funciona( .{3,80})?",
        r"comment (ca|cela|elle|il) (marche|fonctionne)|comment (ca )?fonctionne(-t-(elle|il)| .{3,80})",
    ),
    "phases": (r"(the )?(phases|stages)", r"(as |las )?(fases|etapas)", r"(les )?(phases|etapes)"),
    "achievements": (
        r"what has (it|been) achieved|what have we achieved|achievements|results",
        r"o que (ja )?(alcancou|conseguiu|foi alcancado)|resultados|conquistas",
        r"que (se )?ha (logrado|conseguido|alcanzado)|logros",
        r"qu'a-t-(elle|il) (accompli|realise|obtenu)|resultats|realisations",
    ),
    "focus": (
        r"(what|where|on what) to focus( on)?|focus( areas| points)?|priorities",
        r"(em que|onde) (se )?(concentrar|focar|apostar)|foco|prioridades",
        r"en que (enfocarse|concentrarse|centrarse)|enfoque",
        r"sur quoi (se concentrer|mettre l'accent)|axes prioritaires|priorites",
    ),
    "needs": (
        r"(for|to achieve|to do) (this|that|it),? .{0,100}\bneeds?( to)?|what is needed|needs",
        r"para (isso|isto|tal),? .{0,100}\b(precisa|necessita)m?( de)?|o que e (preciso|necessario)|necessidades",
        r"para (ello|eso|esto|lograrlo),? .{0,100}\b(necesitan?|deben?|requieren?)|que se necesita|necesidades",
        r"pour (cela|ce faire|y parvenir),? .{0,100}\b(doi(ven)?t|a besoin de|ont besoin de)|besoins|ce qu'il faut",
    ),
    "partners": (
        r"partners?( supporting .{3,80})?|our partners|supported by",
        r"parceir[oa]s( que apoiam .{3,80})?|com o apoio de",
        r"socios( que apoyan .{3,80})?|aliados|con el apoyo de",
        r"partenaires( qui (soutiennent|appuient) .{3,80})?|avec le soutien de",
    ),
    "other": (
        r"(find|see|read|consult) (all )?our publications( here)?|publications|contacts?",
        r"(veja|consulte|conheca|encontre) as nossas publicacoes( aqui)?|publicacoes|contactos?",
        r"(consulte|vea|encuentre) nuestras publicaciones( aqui)?|publicaciones",
        r"(consultez|retrouvez) (toutes )?nos publications( ici)?",
    ),
}
