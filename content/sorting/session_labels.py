"""Headings and signs of a session's concept note: English, Portuguese, Spanish, French. Headings are over `headings.plain_label`."""

import re

HEADINGS: dict[str, tuple[str, ...]] = {
    "context": (r"context|background|introduction", r"contexto|antecedentes|introducao", r"contexto|introduccion", r"contexte"),
    "issues": (
        r"issues( to be addressed| for discussion)?|(questions|themes|points) for discussion",
        r"(questoes|temas|assuntos) (a|para) (abordar|tratar|debate|discussao)",
        r"(temas|cuestiones|asuntos) (a|que se) (tratar|abordar|abordaran|trataran)",
        r"(questions|themes|points) (abordee?s|a aborder|a traiter)",
    ),
    "aims": (
        r"(objectives?|aims?|purpose)( of the session)?",
        r"objetivos?( da sessao| de la sesion)?",
        r"objectifs?( de la (session|seance))?",
    ),
    "format": (
        r"format( of the session)?|agenda|programme?",
        r"formato( da sessao| de la sesion)?|programa",
        r"format de la (session|seance)",
    ),
    "speakers": (r"speakers|panelists|panellists", r"oradores|panelistas|ponentes", r"intervenants"),
}
PAPER = re.compile(
    r"^(concept note|background note|note conceptuelle|note de concept|nota conceptual|nota concetual|nota conceitual)\b", re.IGNORECASE
)
EVENT = re.compile(
    r"\b(conference|conférence|conferencia|conferência|summit|sommet|cumbre|cimeira|cúpula|forum|fórum|foro|congress|congrès|congreso"
    r"|congresso|symposium|simpósio|simposio|assembly|assemblée|asamblea|assembleia|seminar|séminaire|seminario|seminário)\b",
    re.IGNORECASE,
)
JOINING = re.compile(
    r"^(?:at the|during the|in the|à la|au|lors de la|lors du|durante la|en la|en el|durante a|durante o|na|no|à|a la)\s+", re.IGNORECASE
)
LABELLED = re.compile(
    r"^(?P<label>(?:title|título|titre)|(?P<event>event|evento|événement|évènement)|(?P<place>place|venue|location|local|lugar|lieu)"
    r"|(?P<when>date|data|fecha|date and time|time|hora|heure|horaire))\s*:\s*(?=\S)",
    re.IGNORECASE,
)
