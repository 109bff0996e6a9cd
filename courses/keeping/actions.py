"""What a person leaves behind in the courses when she goes."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.assessment.models import Answer
from courses.completion.models import Happening
from courses.editions.models import Facilitator, StaffAct
from courses.enrolment.actions import withdraw
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment, Invitation
from courses.facilitation.models import Attendance
from courses.learning.models import LearnerWish, Note
from courses.letters.models import Reminder
from courses.questions.choices import Kind

TYPED = (Kind.SHORT, Kind.NUMERIC)  # answers in her own words


@transaction.atomic
def leave_nothing_personal(*, user: User, now: datetime) -> None:
    """Remove what only tells about a person, and let go of her place. Safe to call twice.

    Gone: notes, wishes and the calendar's address, what she was told, invitations to her address, attendance, requests that led nowhere,
    what she runs; of what staff wrote about her, whom and why. Kept, under a row without name, address, country or institution: that
    somebody took part, which units were done and which options were chosen, so that the figures of an edition and of a question stay
    true; what she typed in her own words goes, and is worth nothing should its question be graded anew.
    """
    for row in Enrolment.objects.filter(person=user).select_related("edition", "person").order_by("edition"):
        if not row.edition.is_closed:
            withdraw(enrolment=row, by=user, now=now)
    Note.objects.filter(person=user).delete()
    LearnerWish.objects.filter(person=user).delete()
    Facilitator.objects.filter(person=user).delete()
    Invitation.objects.filter(email=user.email).delete()
    Invitation.objects.filter(enrolment__person=user).delete()
    Enrolment.objects.filter(person=user, since=None).delete()
    rows = Enrolment.objects.filter(person=user)
    Reminder.objects.filter(enrolment__in=rows).delete()
    Attendance.objects.filter(enrolment__in=rows).delete()
    rows.update(reason="")
    Happening.objects.filter(enrolment__in=rows).exclude(reason="").update(reason="")
    Answer.objects.filter(attempt__enrolment__in=rows, version__kind__in=TYPED).update(value=None)
    Enrolment.objects.filter(person=user, state=State.WITHDRAWN, happenings=None, attempts=None).delete()
    StaffAct.objects.filter(about=user).update(about=None, reason="", data={})
