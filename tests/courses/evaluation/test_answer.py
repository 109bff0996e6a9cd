"""A learner answers once, and nothing leads from her to what she said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from courses.completion.models import Completion
from courses.editions.models import StaffAct
from courses.enrolment.models import Enrolment
from courses.evaluation.actions import answer
from courses.evaluation.models import AnswerBox, Questionnaire, Respondent
from courses.evaluation.rules import can_answer, who_can_answer
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, enrolled, self_paced

pytestmark = pytest.mark.django_db
SECRET = "What I would never say aloud"


@pytest.fixture
def opened(edition):
    """Let the edition ask from today on."""
    Questionnaire.objects.create(edition=edition, opens_on=NOW.date())
    return edition


@pytest.fixture
def hers(client, ana):
    client.force_login(ana.person)
    return client


def where(edition, language="en"):
    return f"/{language}/learning/editions/{edition.uid}/evaluation/"


def box(edition):
    return AnswerBox.objects.get(questionnaire__edition=edition)


def test_it_is_asked_in_her_language_without_script_and_answered_once(hers, opened, ana):
    text = hers.get(where(opened)).text
    assert "What I learned is useful in my work." in text
    assert "O que aprendi serve-me no trabalho." in hers.get(where(opened, "pt")).text
    assert "Nobody knows what you answer" in text
    said = hers.post(where(opened), {"q-useful": "5", "q-best": SECRET}, follow=True)
    assert "Thank you." in said.text
    assert box(opened).waiting == [{"useful": 5, "best": SECRET}]
    again = hers.post(where(opened), {"q-useful": "1"}, follow=True)
    assert again.status_code == 200
    assert box(opened).waiting == [{"useful": 5, "best": SECRET}]
    assert "You have answered. Thank you." in hers.get(where(opened)).text
    assert Respondent.objects.count() == 1


def test_a_replayed_answer_is_told_so(hers, opened, ana):
    hers.post(where(opened), {"q-useful": "5"})
    assert "Your first answers stay." in hers.post(where(opened), {"q-useful": "5"}, follow=True).text


@pytest.mark.parametrize("data", [{}, {"q-best": "  "}, {"q-useful": ""}])
def test_nothing_answered_is_told_and_nothing_kept(hers, opened, data):
    said = hers.post(where(opened), data)
    assert said.status_code == 422
    assert "Answer at least one question." in said.text
    assert not Respondent.objects.exists()


@pytest.mark.parametrize("data", [{"q-useful": "6"}, {"q-device": "car"}, {"q-best": "x" * 2001}])
def test_a_wrong_answer_is_told_beside_its_question_and_the_rest_kept(hers, opened, data):
    said = hers.post(where(opened), {"q-better": "Shorter texts", **data})
    assert said.status_code == 422
    assert 'class="wrong"' in said.text
    assert "Shorter texts" in said.text
    assert not Respondent.objects.exists()


def test_it_opens_on_the_last_day_where_the_edition_is(edition, ana):
    begins = datetime(2027, 3, 30, 22, tzinfo=UTC)
    assert not can_answer(ana, begins - timedelta(seconds=1))
    assert can_answer(ana, begins)


def test_it_opens_before_to_who_has_completed(edition, ana):
    assert not can_answer(ana, NOW)
    Completion.objects.create(enrolment=ana, completed_at=NOW)
    assert can_answer(ana, NOW)


def test_before_its_day_the_page_says_from_when_on(hers, edition, ana):
    text = hers.get(where(edition)).text
    assert "The questions are asked from March 31, 2027 on" in text.replace("31 March 2027", "March 31, 2027")
    assert "<textarea" not in text
    hers.post(where(edition), {"q-useful": "5"})
    assert not Respondent.objects.exists()


def test_a_self_paced_edition_asks_who_has_completed(client, course, units, ana):
    paced = enrolled(ana.person, self_paced(course))
    client.force_login(ana.person)
    assert "once you have completed the course" in client.get(where(paced.edition)).text
    Completion.objects.create(enrolment=paced, completed_at=NOW)
    assert "<textarea" in client.get(where(paced.edition)).text


def test_a_closed_edition_asks_nobody(hers, opened, ana):
    opened.stage, opened.closed_at = "closed", NOW
    opened.save()
    assert "is closed" in hers.get(where(opened)).text
    ana.refresh_from_db()
    with pytest.raises(ValueError, match="not open"):
        answer(enrolment=ana, given={"useful": 5}, now=NOW)


def test_only_who_takes_part_is_asked(client, cast, opened, ana, tutor):
    assert client.get(where(opened)).status_code == 302
    for role in ("learner", "facilitator", "editor", "admin"):
        client.force_login(cast[role])
        assert client.get(where(opened)).status_code == 404
        assert client.post(where(opened), {"q-useful": "5"}).status_code == 404
    ana.state = "withdrawn"
    ana.save()
    client.force_login(ana.person)
    refused = client.get(where(opened))
    assert refused.status_code == 403
    assert "Only who takes part" in refused.text


@pytest.mark.parametrize("state", ["active", "withdrawn", "asked", "waiting", "refused"])
@pytest.mark.parametrize("has_completed", [True, False])
@pytest.mark.parametrize("opens_on", [None, date(2027, 1, 1), date(2028, 1, 1)])
@pytest.mark.parametrize("stage", ["open", "closed"])
def test_the_rule_agrees_with_its_twin(edition, ana, state, has_completed, opens_on, stage):
    Questionnaire.objects.create(edition=edition, opens_on=opens_on)
    edition.stage, edition.closed_at = stage, NOW if stage == "closed" else None
    edition.save()
    Enrolment.objects.filter(pk=ana.pk).update(state=state)
    if has_completed:
        Completion.objects.create(enrolment=ana, completed_at=NOW)
    held = Enrolment.objects.select_related("edition").get(pk=ana.pk)
    assert can_answer(held, NOW) is who_can_answer(held.edition, NOW).filter(pk=ana.pk).exists()


def test_the_page_costs_little(hers, opened, ana):
    hers.get(where(opened))
    with CaptureQueriesContext(connection) as caught:
        hers.get(where(opened))
    assert len(caught) <= 10


def test_no_row_belongs_to_one_set_of_answers(opened):
    """Everything that was said lies in one row; nothing in the database points at it but the edition's questionnaire."""
    people = [enrolled(PersonFactory(), opened) for _ in range(12)]
    for place, one in enumerate(people):
        answer(enrolment=one, given={"useful": place % 5 + 1, "best": f"Text {place}"}, now=NOW + timedelta(minutes=place))
    assert AnswerBox.objects.count() == 1
    pointing = {model for model in apps.get_models() for field in model._meta.fields if field.related_model is AnswerBox}
    assert pointing == set()
    names = {field.name for field in AnswerBox._meta.get_fields()}
    assert names == {"id", "questionnaire", "counted", "waiting"}
    assert {field.name for field in Respondent._meta.get_fields()} == {"id", "enrolment"}


def test_no_row_that_names_a_person_says_when_or_in_which_order_she_answered(opened):
    for model in (Respondent, AnswerBox, Questionnaire):
        assert not [field for field in model._meta.fields if isinstance(field, models.DateTimeField)]
    people = [enrolled(PersonFactory(), opened) for _ in range(40)]
    for one in people:
        answer(enrolment=one, given={"useful": 3}, now=NOW)
    order = list(Respondent.objects.order_by("pk").values_list("enrolment", flat=True))
    assert order != [one.pk for one in people]
    assert order != [one.pk for one in reversed(people)]


def test_the_box_is_the_same_whoever_answers_first(course, opened, units):
    other = self_paced(course, name="Twin")
    Questionnaire.objects.create(edition=other, opens_on=NOW.date())
    said = [{"useful": place % 5 + 1, "best": f"Text {place}"} for place in range(10)]
    for edition, sets in ((opened, said), (other, [*reversed(said[:5]), *reversed(said[5:])])):
        for given in sets:
            answer(enrolment=enrolled(PersonFactory(), edition), given=given, now=NOW)
    assert box(opened).counted == box(other).counted
    assert box(opened).waiting == box(other).waiting == []


def test_nothing_is_told_to_anybody_about_an_answer(hers, opened, ana, caplog):
    with caplog.at_level("DEBUG"), CaptureQueriesContext(connection) as caught:
        hers.post(where(opened), {"q-useful": "5", "q-best": SECRET}, follow=True)
    assert not StaffAct.objects.exists()
    assert not Message.objects.exists()
    assert SECRET not in "".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    holding = [query["sql"] for query in caught.captured_queries if SECRET in query["sql"]]
    assert holding
    assert all("courses_answerbox" in sql for sql in holding)


def test_what_she_said_is_nowhere_in_her_session_or_pages(hers, opened, ana):
    hers.post(where(opened), {"q-best": SECRET})
    assert SECRET not in str(dict(hers.session))
    assert SECRET not in hers.get(where(opened)).text
    assert hers.get(where(opened))["Cache-Control"].startswith("private")


def test_who_leaves_takes_her_name_along_and_not_her_answers(opened, ana):
    answer(enrolment=ana, given={"useful": 5}, now=NOW)
    ana.delete()
    assert not Respondent.objects.exists()
    assert box(opened).waiting == [{"useful": 5}]


def test_answers_that_fit_no_question_are_refused(opened, ana):
    with pytest.raises(ValueError, match="nothing"):
        answer(enrolment=ana, given={"other": 5, "useful": 9}, now=NOW)
    assert not Respondent.objects.exists()
