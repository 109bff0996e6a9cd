"""The certificates of an edition as a table for other programs."""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from certificates.credentials.choices import EXPIRED, EXPIRED_LABEL, State
from certificates.credentials.models import Award
from certificates.credentials.numbers import shown
from courses.evaluation.tabling import Value


def standing_word(standing: str) -> str:
    """Return in words where a credential stands."""
    return str(EXPIRED_LABEL if standing == EXPIRED else State(standing).label)


def head() -> list[str]:
    """Return the names of the columns, in the reader's language."""
    return [
        *(_("Name"), _("Country code"), pgettext("certificate", "Kind"), _("State"), pgettext("certificate", "Number")),
        *(pgettext("certificate", "State of the certificate"), pgettext("certificate", "Issued"), _("Reason")),
    ]


def rows(awards: Iterable[Award], zone: tzinfo, now: datetime) -> Iterator[list[Value]]:
    """Yield one line an award; moments as ISO 8601 has them, in this zone. Each award comes with its credential and its person."""
    for award in awards:
        held = award.credential
        issued = held.issued_at.astimezone(zone).isoformat(timespec="seconds") if held else ""
        yield [
            *(award.name, award.person.country if award.person else "", str(award.get_kind_display()), str(award.get_state_display())),
            *(shown(held.number) if held else "", standing_word(held.standing(now)) if held else "", issued, award.reason),
        ]
