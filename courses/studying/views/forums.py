"""The discussion of a module, or of a unit, opens with it (hook `forum_door`)."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from content.audience.rules import is_member
from content.generation.queries import remembered
from courses.completion.queries import course_of_unit, standing
from courses.completion.rules import can_pass
from courses.enrolment.queries import current_enrolment


def why_forum_is_closed(request: HttpRequest, key: UUID) -> str:
    """Return why the forum of the page with this key is not open yet for one who takes part; empty where it is, and for anybody else.

    Asks nothing for forums outside courses, and nothing but her enrolments of who takes part in none.
    """
    if not is_member(request.user):
        return ""
    course_key = remembered(request, f"course-of-forum:{key}", lambda: course_of_unit(key))
    enrolment = current_enrolment(request.user, course_key) if course_key else None
    if enrolment is None:
        return ""
    now = timezone.now()
    stand = standing(enrolment, now=now, request=request)
    here = stand.units.get(key) or stand.modules.get(key)
    if here is None or here.state == "done" or not here.reasons:
        return ""
    page = Page.objects.live().filter(translation_key=key).first()
    if page is not None and can_pass(request.user, enrolment, page):
        return ""
    return " ".join(reason.sentence(enrolment.edition.tz, now) for reason in here.reasons)
