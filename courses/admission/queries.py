"""What would come of bringing many people in, asked for all of them at once."""

from collections.abc import Mapping

from allauth.account.models import EmailAddress

from accounts.models import User
from courses.editions.models import Edition
from courses.enrolment.actions import Entry, Outcome, outcome_of
from courses.enrolment.choices import Answer
from courses.enrolment.models import Enrolment, Invitation

AT_ONCE = 500


def foretold(edition: Edition, entries: Mapping[int, Entry], *, is_again: bool = False) -> dict[int, Outcome]:
    """Return what would come of each line, as `courses.enrolment.actions.foretell` says of one; four queries for 500 lines."""
    lines = list(entries)
    found: dict[int, Outcome] = {}
    for start in range(0, len(lines), AT_ONCE):
        part = lines[start : start + AT_ONCE]
        addresses = [entries[line].email for line in part]
        people = {person.email: person for person in User.objects.filter(email__in=addresses, erased_at=None)}
        proven = set(EmailAddress.objects.filter(email__in=addresses, verified=True).values_list("user", "email"))
        stood = dict(Enrolment.objects.filter(edition=edition, person__email__in=addresses).values_list("person", "state"))
        invited = Invitation.objects.filter(edition=edition, email__in=addresses).exclude(answer=Answer.TAKEN_BACK)
        emails = set(invited.values_list("email", flat=True))
        for line in part:
            email = entries[line].email
            person = people.get(email)
            found[line] = outcome_of(
                is_closed=person is not None and not person.is_active,
                state=stood.get(person.pk) if person else None,
                is_member=person is not None and (person.pk, email) in proven,
                is_invited=email in emails,
                is_again=is_again,
            )
    return found
