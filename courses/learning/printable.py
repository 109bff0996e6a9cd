"""What of a module is printed, and for whom it is still closed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import HttpRequest
from wagtail.models import Page

from content.audience.rules import Reader, visible_to
from content.pages.addresses import content_code
from courses.catalogue.models import ModulePage
from courses.completion.queries import course_key_of, standing
from courses.editions.rules import can_run
from courses.enrolment.queries import current_enrolment
from courses.syllabus.release import Reason

SOURCE = F("alias_of__locale__language_code")


@dataclass(frozen=True)
class Locks:
    """The sentences that say why the module, or some of its units (by key), are not open for this reader yet."""

    module: list[str] = field(default_factory=list)
    units: dict[UUID, list[str]] = field(default_factory=dict)


def module_in(key: UUID, language: str) -> Any:
    """Return the module with this key in the reader's language, in Portuguese or in any; `code`: of its text where that is another."""
    own = content_code(language)
    rows = list(ModulePage.objects.live().filter(translation_key=key).select_related("locale").annotate(source=SOURCE))
    if not rows:
        return None
    best: Any = min(rows, key=lambda row: [own, "pt", row.locale.language_code].index(row.locale.language_code))
    code = best.source or best.locale.language_code
    best.code = "" if code == own else code
    return best


def units_of(module: Any, reader: Reader) -> list[Any]:
    """Return the units of a module that this person may read, with their texts. One query, and one for each kind that there is."""
    pages = visible_to(reader, Page.objects.live().child_of(module).order_by("path")).annotate(source=SOURCE)
    found = list(pages.specific())
    for page in found:
        page.code = "" if page.source in (None, content_code(None)) else page.source
    return found


def locks_for(request: HttpRequest, module: Any, now: datetime) -> Locks:
    """Return what is not open yet for one who takes part; nothing is closed to others, nor to staff: who publish pages or run it."""
    course = course_key_of(module, request)
    row = current_enrolment(request.user, course) if course else None
    if row is None:
        return Locks()
    stand = standing(row, now=now, request=request)
    zone = row.edition.tz
    own = stand.modules.get(module.translation_key)
    closed = _sentences(own.reasons, zone, now) if own and own.state == "locked" else []
    said = {key: _sentences(one.reasons, zone, now) for key, one in stand.units.items() if one.is_locked and not one.is_done}
    is_staff = (closed or said) and (can_run(request.user, row.edition) or module.permissions_for_user(request.user).can_publish())
    return Locks() if is_staff else Locks(closed, said)


def _sentences(reasons: tuple[Reason, ...], zone: Any, now: datetime) -> list[str]:
    return [reason.sentence(zone, now) for reason in reasons]
