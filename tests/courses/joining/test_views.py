"""Where people find editions, come in and leave."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.enrolment.actions import invite, withdraw
from courses.enrolment.models import Enrolment
from tests.factories.accounts import PersonFactory
from tests.factories.learning import edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db
LONG = {"starts_on": date(2026, 1, 1), "ends_on": date(2090, 1, 1)}


@pytest.fixture
def edition(course):
    return edition_of(course, **LONG)


def where(edition, rest="", language="en"):
    return f"/{language}/learning/editions/{edition.uid}/{rest}"


def state_of(person):
    return Enrolment.objects.get(person=person).state


def test_the_editions_of_a_course_are_listed_with_what_one_must_know(client, course, edition):
    edition_of(course, name="Full", places=1, policy="approval", languages=["pt", "fr"], **LONG)
    edition_of(course, name="Secret draft", stage="draft", **LONG)
    edition_of(course, name="Long ago", starts_on=date(2020, 1, 1), ends_on=date(2020, 2, 1))
    text = client.get(f"/en/learning/courses/{course.translation_key}/").text
    assert "Inspection" in text
    for words in ("2027", "Africa/Maputo", "Portuguese", "French", "A facilitator approves", "Open: whoever asks is in", "Places left"):
        assert words in text
    assert "Secret draft" not in text
    assert "Long ago" not in text


def test_a_course_that_is_none_has_no_list(client, edition):
    assert client.get(f"/en/learning/courses/{edition.uid}/").status_code == 404


def test_a_draft_is_not_there_but_for_those_who_run_it(client, course, learner, editor):
    draft = edition_of(course, stage="draft", **LONG)
    assert client.get(where(draft)).status_code == 404
    client.force_login(learner)
    assert client.get(where(draft)).status_code == 404
    client.force_login(editor)
    assert client.get(where(draft)).status_code == 200


def test_a_stranger_is_led_to_sign_in_or_up_and_may_not_post(client, edition):
    text = client.get(where(edition)).text
    assert "/en/account/login/?next=/en/learning/editions/" in text
    assert "/en/account/signup/?next=" in text
    assert client.post(where(edition)).status_code == 403
    assert not Enrolment.objects.exists()


def test_one_takes_part_withdraws_after_a_question_and_comes_back(client, edition, learner):
    client.force_login(learner)
    assert "Take part" in client.get(where(edition)).text
    answer = client.post(where(edition), follow=True)
    assert "You take part. Welcome." in answer.text
    assert state_of(learner) == "active"
    assert "Withdraw from this edition" in answer.text
    assert "What you did is kept." in client.get(where(edition, "withdraw/")).text
    assert state_of(learner) == "active"
    answer = client.post(where(edition, "withdraw/"), follow=True)
    assert "come back when you like" in answer.text
    assert state_of(learner) == "withdrawn"
    assert client.get(where(edition, "withdraw/")).status_code == 403
    client.post(where(edition))
    assert state_of(learner) == "active"


def test_who_never_asked_has_nothing_to_withdraw_from(client, edition, learner):
    client.force_login(learner)
    assert client.get(where(edition, "withdraw/")).status_code == 404
    client.logout()
    assert client.get(where(edition, "withdraw/")).status_code == 302


def test_a_wrong_code_is_said_beside_the_field_and_what_was_typed_stays(client, course, learner):
    edition = edition_of(course, policy="code", code="CPLP-27", **LONG)
    client.force_login(learner)
    for typed, said in (("WRONG", "not the code"), ("", "required")):
        answer = client.post(where(edition), {"code": typed})
        assert answer.status_code == 422
        assert said in answer.text
        assert f'value="{typed}"' in answer.text or not typed
    assert client.post(where(edition), {"code": "cplp-27"}).status_code == 302
    assert state_of(learner) == "active"


def test_nobody_goes_through_all_codes(client, course, learner):
    edition = edition_of(course, policy="code", code="7", **LONG)
    client.force_login(learner)
    for _ in range(10):
        client.post(where(edition), {"code": "x"})
    answer = client.post(where(edition), {"code": "7"})
    assert answer.status_code == 422
    assert "Too many tries" in answer.text
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"policy": "invitation"}, "by invitation"),
        ({"stage": "closed", "closed_at": timezone.now()}, "is closed"),
        ({"enrol_until": date(2026, 1, 2)}, "time to enrol"),
        ({"starts_on": date(2020, 1, 1), "ends_on": date(2020, 2, 1)}, "is over"),
    ],
)
def test_where_nobody_comes_in_the_page_says_why_and_has_no_button(client, course, learner, fields, said):
    edition = edition_of(course, **(LONG | fields))
    client.force_login(learner)
    text = client.get(where(edition)).text
    assert said in text
    assert "Take part</button>" not in text
    assert said in client.post(where(edition), follow=True).text
    assert not Enrolment.objects.exists()


def test_approval_and_the_waiting_list_are_told_before_and_after(client, course, learner):
    asked = edition_of(course, policy="approval", **LONG)
    full = edition_of(course, places=1, **LONG)
    enrolled(PersonFactory(), full)
    client.force_login(learner)
    assert "Ask to take part" in client.get(where(asked)).text
    assert "waits for a facilitator" in client.post(where(asked), follow=True).text
    assert "Join the waiting list" in client.get(where(full)).text
    assert "on the waiting list" in client.post(where(full), follow=True).text
    assert "Take the request back" in client.get(where(full)).text


def test_refused_and_sent_away_one_reads_the_reason(client, edition, learner, facilitator):
    row = enrolled(learner, edition)
    withdraw(enrolment=row, by=facilitator, reason="Asked by her <office>.", now=timezone.now())
    client.force_login(learner)
    text = client.get(where(edition)).text
    assert "Asked by her &lt;office&gt;." in text
    assert "ended your part" in text


def test_more_days_and_the_own_end_are_told(client, edition, learner):
    enrolled(learner, edition, extra_days=3)
    client.force_login(learner)
    text = client.get(where(edition)).text
    assert "3 more days" in text
    assert "4 Jan 2090" in text


def test_dates_are_told_in_the_readers_zone_too(client, edition, learner):
    learner.time_zone = "America/Sao_Paulo"
    learner.save()
    client.force_login(learner)
    assert "31 Dec 2025, 19:00" in client.get(where(edition)).text
    learner.time_zone = "Africa/Maputo"
    learner.save()
    assert "In your time zone" not in client.get(where(edition)).text


def test_an_invited_member_comes_in_from_the_page_of_the_edition(client, course, learner, facilitator):
    edition = edition_of(course, policy="invitation", **LONG)
    invite(edition=edition, email=learner.email, by=facilitator, now=timezone.now())
    client.force_login(learner)
    client.post(where(edition))
    assert state_of(learner) == "active"


@pytest.mark.parametrize("who", ["stranger", "learner"])
def test_the_list_costs_the_same_with_one_and_with_three(client, course, learner, who):
    if who == "learner":
        client.force_login(learner)
    counts = []
    for number in (1, 2):
        for place in range(number):
            enrolled(learner, edition_of(course, places=5, name=f"E{number}{place}", **LONG))
        client.get(f"/en/learning/courses/{course.translation_key}/")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"/en/learning/courses/{course.translation_key}/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 8


def test_an_edition_without_end_says_so(client, course):
    assert "At your own pace" in client.get(where(self_paced(course))).text


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_the_pages_stand_in_every_language(client, course, edition, learner, language):
    client.force_login(learner)
    assert client.get(f"/{language}/learning/courses/{course.translation_key}/").status_code == 200
    assert client.get(where(edition, language=language)).status_code == 200
