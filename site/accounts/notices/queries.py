"""Questions about notices: which hold now, which a person has yet to accept."""

from datetime import datetime

from django.core.cache import cache
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from wagtail import hooks

from accounts.people.models import User

from .choices import Kind
from .models import Acceptance, Notice

CACHE_KEY = "accounts.notices.current"
CACHE_SECONDS = 300


def current_notices(now: datetime | None = None) -> list[Notice]:
    """Return the newest version in force of each kind; a kind that has none yet is missing."""
    at = now or timezone.now()
    newest: dict[str, Notice] = {}
    for notice in Notice.objects.filter(raised_at__lte=at).order_by("raised_at", "pk"):
        newest[notice.kind] = notice
    return [newest[kind] for kind in Kind.values if kind in newest]


def current_versions() -> str:
    """Return a short word that changes whenever a notice does: kept in the cache, so that pages need not ask the database."""
    held = cache.get(CACHE_KEY)
    if held is None:
        held = "|".join(str(notice.pk) for notice in current_notices())
        cache.set(CACHE_KEY, held, CACHE_SECONDS)
    return held


def pending_for(person: User, now: datetime | None = None) -> list[Notice]:
    """Return the notices in force that this person has yet to accept."""
    current = current_notices(now)
    accepted = set(Acceptance.objects.filter(person=person, notice__in=current).values_list("notice_id", flat=True))
    return [notice for notice in current if notice.pk not in accepted]


def is_accepted_by(person: User) -> bool:
    """Whether this person accepted all that is in force."""
    return not pending_for(person)


def acceptances_of(person: User) -> QuerySet[Acceptance]:
    """Return what this person accepted, newest first."""
    return Acceptance.objects.filter(person=person).select_related("notice").order_by("-accepted_at", "-pk")


def links_to_notices(language: str | None = None) -> list[dict[str, str]]:
    """Return kind, title and address of each notice's text; whoever holds the text answers the hook `notice_url` (kind, language)."""
    links = []
    for kind in Kind:
        answers = (fn(kind.value, language or get_language()) for fn in hooks.get_hooks("notice_url"))
        links.append({"kind": kind.value, "title": str(kind.label), "url": next((url for url in answers if url), "")})
    return links
