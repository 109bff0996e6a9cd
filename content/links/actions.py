"""Reading the links of pages, and asking where they lead: in small jobs, once a week."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.models import Page

from content.links.asking import Answer, Manners, ask_all
from content.links.choices import Found
from content.links.models import Address, Leading
from content.links.reading import addresses_in
from jobs.actions import enqueue

WEEK = timedelta(days=7)
PATIENCE = 3  # weeks without an answer, after which an address is called broken
AT_ONCE = 24  # addresses of one job
SECONDS = 25.0  # of one job
MOST = 4000  # addresses a week
OWN = ("page:",)


def manners() -> Manners:
    """Return how this site asks: by its name, so that whoever wonders finds us."""
    return Manners(name=f"SSTC Academy link check (+{settings.SITE_URL})")


def read_pages(*, after: int = 0, limit: int = 100, now: datetime) -> int:
    """Read the links of the next live texts behind row `after`. Returns the last row read; 0 at the end.

    At the end the addresses that no page leads to are forgotten.
    """
    pages = list(Page.objects.live().filter(pk__gt=after, alias_of=None, depth__gt=1).order_by("pk").specific()[:limit])
    for page in pages:
        read_page(page=page, now=now)
    if pages:
        return pages[-1].pk
    stale = Leading.objects.exclude(Exists(Page.objects.live().filter(pk=OuterRef("page_id"), alias_of=None)))
    stale.delete()
    Address.objects.exclude(Exists(Leading.objects.filter(address=OuterRef("pk")))).delete()
    return 0


@transaction.atomic
def read_page(*, page: Page, now: datetime) -> int:
    """Keep where one page leads as it reads now. Returns to how many addresses; safe to call twice."""
    urls = {sha256(url.encode()).hexdigest(): url for url in addresses_in(page.serializable_data()) if not _is_here(url)}
    known = dict(Address.objects.filter(digest__in=urls).values_list("digest", "pk"))
    new = [Address(digest=digest, url=url, since=now, due_at=now) for digest, url in urls.items() if digest not in known]
    Address.objects.bulk_create(new, ignore_conflicts=True)
    wanted = set(Address.objects.filter(digest__in=urls).values_list("pk", flat=True))
    rows = Leading.objects.filter(page_id=page.pk)
    held = set(rows.values_list("address_id", flat=True))
    rows.exclude(address_id__in=wanted).delete()
    Leading.objects.bulk_create([Leading(page_id=page.pk, address_id=pk) for pk in sorted(wanted - held)], ignore_conflicts=True)
    return len(wanted)


def _is_here(url: str) -> bool:
    """Return whether an address is this site's own: it is not asked over the net."""
    return not url.startswith(OWN) and urlsplit(url).netloc.lower() == urlsplit(settings.SITE_URL).netloc.lower()


def check_due(*, now: datetime, how: Manners | None = None, limit: int = AT_ONCE) -> int:
    """Ask the addresses that are due, the longest waiting first. Returns how many were looked at; 0 when none is due."""
    due = list(Address.objects.filter(due_at__lte=now).order_by("due_at", "pk")[:limit])
    inside = [row for row in due if row.url.startswith(OWN)]
    outside = [row for row in due if not row.url.startswith(OWN)]
    answers = ask_all([row.url for row in outside], manners=how or manners(), seconds=SECONDS) if outside else {}
    for row in inside:
        note(address=row, answer=_own(row), now=now)
    for row in outside:
        if row.url in answers:
            note(address=row, answer=answers[row.url], now=now)
    late = [row.pk for row in outside if row.url not in answers]
    Address.objects.filter(pk__in=late).update(due_at=now + timedelta(hours=1))
    return len(due)


def _own(row: Address) -> Answer:
    is_there = Page.objects.live().filter(pk=int(row.url.removeprefix(OWN[0]))).exists()
    return Answer(Found.FINE if is_there else Found.HERE)


def note(*, address: Address, answer: Answer, now: datetime) -> Found:
    """Keep what an address answered; what is silent is only called broken after three weeks. Returns what it is now."""
    is_silent = answer.found in (Found.UNSURE, Found.NOWHERE)
    failures = address.failures + 1 if is_silent else 0
    found = answer.found
    if found == Found.UNSURE and failures >= PATIENCE:
        found = Found.SILENT
    elif found == Found.NOWHERE and failures < PATIENCE:
        found = Found.UNSURE
    changes: dict[str, Any] = {"found": found, "status": answer.status, "failures": failures, "due_at": now + WEEK}
    if found != address.found:
        changes["since"] = now
    Address.objects.filter(pk=address.pk).update(**changes)
    return found


def begin_week(*, now: datetime) -> None:
    """Begin the weekly round: first the pages are read, then the addresses are asked."""
    enqueue(path="content.links.tasks.read_on", args=[0])


@transaction.atomic
def recheck(*, address: Address, now: datetime) -> None:
    """Have an address looked at now, and the pages that lead there read again."""
    Address.objects.filter(pk=address.pk).update(due_at=now)
    pages = list(Leading.objects.filter(address=address).values_list("page_id", flat=True)[:AT_ONCE])
    enqueue(path="content.links.tasks.look_again", args=[pages])
