"""The kinds of document that the storeys have registered, and the two of this one."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from content.importing.kind import DocumentKind, Nest
from content.pages.models import InitiativePage, SectionPage, SessionPage
from content.sorting.initiative import read_initiative
from content.sorting.session import read_session

SESSIONS = Nest(SectionPage, ("sessions", "sessoes", "sesiones"), {"pt": "Sessões", "en": "Sessions", "es": "Sesiones", "fr": "Sessions"})
INITIATIVES = Nest(
    SectionPage, ("initiatives", "iniciativas"), {"pt": "Iniciativas", "en": "Initiatives", "es": "Iniciativas", "fr": "Initiatives"}
)


def own_kinds() -> list[DocumentKind]:
    """Return the kinds whose pages belong to no course."""
    return [
        DocumentKind("session", _("Session of a conference"), SessionPage, read_session, (SESSIONS,)),
        DocumentKind("initiative", _("Initiative"), InitiativePage, read_initiative, (INITIATIVES,)),
    ]


def kinds() -> dict[str, DocumentKind]:
    """Return every kind by its name."""
    return {kind.name: kind for offer in hooks.get_hooks("document_kinds") for kind in offer()}
