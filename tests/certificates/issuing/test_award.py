"""Who is to have a certificate, and when she is asked about her name first."""

from datetime import timedelta

import pytest

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.issuing.actions import award, award_completion, confirm_printed_name
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Refused
from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Completion
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import template_of
from tests.factories.courses import modules_below, reading_below
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db


def test_who_completes_is_asked_about_her_name(template, completion, subjects):
    made = award_completion(completion=completion, now=NOW)
    assert (made.state, made.name, made.name_confirmed_at) == (Stage.WAITING, "Inês Mutombo", None)
    assert made.confirm_by == NOW + timedelta(days=7)
    assert subjects() == ["Is this your name? Your certificate: Inspection"]


def test_the_mail_shows_the_name_and_leads_to_the_page_where_it_is_confirmed(template, completion):
    made = award_completion(completion=completion, now=NOW)
    text = Message.objects.get().text
    assert "Inês Mutombo" in text
    assert f"/{made.uid}/" in text
    assert "within 7 days" in text


def test_whose_name_is_confirmed_beforehand_is_not_asked(template, completion, learner, subjects, jobs):
    confirm_printed_name(person=learner, name="Inês Mutombo", now=NOW)
    made = award_completion(completion=completion, now=NOW)
    assert (made.state, made.name_confirmed_at) == (Stage.DUE, NOW)
    assert subjects() == []
    assert jobs("make_certificate") == 1


def test_who_changed_her_name_since_is_asked_again(template, completion, learner):
    confirm_printed_name(person=learner, name="Inês Mutombo", now=NOW)
    learner.printed_name = "Inês Mutombo Langa"
    learner.save()
    made = award_completion(completion=completion, now=NOW)
    assert (made.state, made.name) == (Stage.WAITING, "Inês Mutombo Langa")


def test_completing_twice_is_one_award_and_one_mail(template, completion, subjects):
    first = award_completion(completion=completion, now=NOW)
    assert award_completion(completion=completion, now=NOW + timedelta(hours=1)) == first
    assert (Award.objects.count(), len(subjects())) == (1, 1)


def test_a_course_without_a_template_gives_no_certificate(issuer, completion, subjects):
    assert award_completion(completion=completion, now=NOW) is None
    assert subjects() == []


def test_a_template_of_another_kind_is_none_for_completing(issuer, completion):
    template_of(issuer, kind="participation")
    assert award_completion(completion=completion, now=NOW) is None


def test_the_last_required_unit_awards_in_the_same_transaction(template, course, enrolment):
    unit = reading_below(modules_below(course, 1)[0])
    note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.MARKED, now=NOW)
    row = Award.objects.get()
    assert (row.enrolment, row.person, row.edition, row.made_at) == (enrolment, enrolment.person, enrolment.edition, NOW)
    assert Completion.objects.count() == 1


def test_one_without_any_name_is_asked_for_it(template, completion, learner):
    learner.name = learner.printed_name = ""
    learner.save()
    made = award_completion(completion=completion, now=NOW)
    assert (made.state, made.name) == (Stage.WAITING, "")
    assert "(no name yet)" in Message.objects.get().text


def test_it_is_written_in_her_language(template, completion, learner):
    learner.language = "fr"
    learner.save()
    award_completion(completion=completion, now=NOW)
    mail = Message.objects.get()
    assert (mail.language, mail.is_essential, mail.person) == ("fr", True, learner)
    assert "/fr/" in mail.text


def test_staff_award_by_hand_once_and_it_is_written_down(issuer, edition, facilitator, enrolment):
    template_of(issuer, kind="contribution")
    rows = [award(edition=edition, person=enrolment.person, kind="contribution", by=facilitator, now=NOW) for _ in range(2)]
    assert rows[0] == rows[1]
    act = edition.staff_acts.get()
    assert (act.verb, act.about, act.by, act.data) == ("certificates.award", enrolment.person, facilitator, {"kind": "contribution"})


def test_one_who_never_enrolled_can_be_awarded_for_contributing(issuer, edition, admin):
    template_of(issuer, kind="contribution")
    author = PersonFactory(name="Koffi Agbessi")
    made = award(edition=edition, person=author, kind="contribution", by=admin, now=NOW)
    assert (made.enrolment, made.name) == (None, "Koffi Agbessi")


@pytest.mark.parametrize(
    ("kind", "is_erased", "refusal"), [("completion", True, Refusal.NO_PERSON), ("participation", False, Refusal.NO_TEMPLATE)]
)
def test_by_hand_nothing_is_awarded_to_the_gone_or_without_a_template(template, edition, facilitator, learner, kind, is_erased, refusal):
    if is_erased:
        learner.is_active, learner.name, learner.institution, learner.erased_at = False, "", "", NOW
        learner.save()
    with pytest.raises(Refused) as no:
        award(edition=edition, person=learner, kind=kind, by=facilitator, now=NOW)
    assert no.value.refusal == refusal
    assert no.value.sentence
