"""My certificates: each with where it stands, in plain words, and what can be done."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from certificates.credentials.choices import Stage
from certificates.credentials.models import ConfirmedName, Correction
from certificates.credentials.numbers import shown
from courses.completion.models import Completion
from tests.certificates.holding.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, credential_of
from tests.factories.learning import edition_of, enrolled
from tests.factories.papers import paper_of

pytestmark = pytest.mark.django_db
MINE = "/en/certificates/"


def main_of(answer):
    return answer.text.partition("<main")[2].partition("</main>")[0]


def test_a_stranger_is_led_to_the_door(client):
    assert client.get(MINE)["Location"].startswith("/en/account/login/")
    assert client.post(MINE).status_code == 405


def test_who_has_none_is_told_how_they_come(as_ines):
    page = main_of(as_ines.get(MINE))
    assert "None yet." in page
    assert "Look and confirm" in page


def test_a_certificate_has_its_number_its_paper_and_its_ways(as_ines, credential):
    page = main_of(as_ines.get(MINE))
    for words in ("Inspection of child labour", "Valid", "Completion", "April 2, 2027", "2027", shown(credential.number), "PDF, "):
        assert words in page, words
    for name in ("certificate", "certificate-paper", "verify-number"):
        assert reverse(name, args=[credential.number]) in page
    assert ' lang="en"' not in page


def test_the_title_says_its_language_where_it_is_not_the_readers(as_ines, credential):
    assert '<h2 lang="pt"><a' in main_of(as_ines.get("/fr/certificates/"))
    assert '<h2><a href="/pt/certificates/' in main_of(as_ines.get("/pt/certificates/"))


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage.WAITING, "Look at your name as it will be printed."),
        (Stage.DUE, "We tell you by mail when it is there."),
        (Stage.MAKING, "We tell you by mail when it is there."),
        (Stage.FAILED, "you need do nothing"),
        (Stage.HELD, "The facilitators hold it back for now."),
        (Stage.REFUSED, "Did not take part"),
    ],
)
def test_what_is_on_its_way_says_where_it_stands(as_ines, award, stage, said):
    award.state, award.confirm_by, award.claimed_at = stage, NOW + timedelta(days=6), NOW
    award.reason = "Did not take part" if stage == Stage.REFUSED else "KeyError: inner words" if stage == Stage.FAILED else ""
    award.save()
    page = main_of(as_ines.get(MINE))
    assert said in page
    assert "inner words" not in page
    assert ("Look and confirm" in page.partition("</ul>")[0]) == (stage in (Stage.WAITING, Stage.HELD))


def test_one_that_was_taken_back_says_when_and_why_and_gives_no_paper(as_ines, award, credential):
    type(credential).objects.update(state="revoked", state_at=NOW, reason_class="error", reason="Inner words")
    type(award).objects.update(state=Stage.WITHDRAWN)
    page = main_of(as_ines.get(MINE))
    assert "Revoked" in page
    assert "Issued by mistake · April 3, 2027" in page
    assert "PDF, " not in page
    assert "Inner words" not in page


def test_one_whose_time_is_over_says_so_and_still_gives_its_paper(as_ines, credential):
    type(credential).objects.update(valid_until=NOW)
    page = main_of(as_ines.get(MINE))
    assert "Expired" in page
    assert "PDF, " in page


def test_a_corrected_one_shows_the_number_that_counts(as_ines, award, credential, issuer):
    type(credential).objects.update(state="superseded", state_at=NOW)
    newer = credential_of(award, issuer, said={"name": "Inês M."}, supersedes=credential)
    page = main_of(as_ines.get(MINE))
    assert shown(newer.number) in page
    assert shown(credential.number) not in page
    assert shown(credential.number) in main_of(as_ines.get(reverse("certificate", args=[newer.number])))


@pytest.mark.parametrize(("state", "said"), [("asked", "a facilitator answers"), ("refused", "Not your name"), ("agreed", "")])
def test_what_became_of_a_correction_is_said(as_ines, credential, state, said):
    answered = None if state == "asked" else NOW
    Correction.objects.create(
        credential=credential, wanted_name="Ana", state=state, asked_at=NOW, answered_at=answered, reason="Not your name"
    )
    page = main_of(as_ines.get(MINE))
    assert said in page
    assert ("orrection" in page) == bool(said)


def test_the_name_that_was_confirmed_stands_below(as_ines, ines):
    assert "Not confirmed yet." in main_of(as_ines.get(MINE))
    ConfirmedName.objects.create(person=ines, name="Inês Mutombo de Sousa", confirmed_at=NOW)
    page = main_of(as_ines.get(MINE))
    assert "Inês Mutombo de Sousa" in page
    assert "You confirmed it" in page


def test_nobody_sees_anothers(client, credential):
    client.force_login(PersonFactory())
    assert "None yet." in main_of(client.get(MINE))


def test_it_costs_the_same_with_one_and_with_three(as_ines, ines, credential, course, issuer):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert as_ines.get(MINE).status_code == 200
        return len(asked)

    cost()
    one = cost()
    for name in ("Second", "Third"):
        other = edition_of(course, name=name)
        paper_of(credential_of(award_of(ines, other), issuer))
    assert cost() == one
    award_of(ines, edition_of(course, name="Fourth"), state=Stage.WAITING)
    assert cost() <= 10


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_it_stands_in_every_language(as_ines, credential, language):
    answer = as_ines.get(f"/{language}/certificates/")
    assert answer.status_code == 200
    text = main_of(answer)
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<script" not in text


def test_my_courses_and_the_page_of_the_course_lead_to_it(as_ines, ines, award, course):
    award.state, award.confirm_by = Stage.WAITING, NOW + timedelta(days=6)
    award.save()
    naming = reverse("certificate-name", args=[award.uid])
    assert naming in as_ines.get("/en/learning/").text
    assert naming in as_ines.get(course.get_url()).text


def test_once_issued_they_lead_to_the_certificate(as_ines, credential, course):
    here = reverse("certificate", args=[credential.number])
    assert here in as_ines.get("/en/learning/").text
    assert here in as_ines.get(course.get_url()).text


def test_who_has_none_is_shown_no_way(as_ines, ines, edition, course):
    enrolled(ines, edition)
    assert "/certificates/" not in main_of(as_ines.get("/en/learning/"))
    assert "Your certificate" not in as_ines.get(course.get_url()).text


def test_my_courses_cost_one_question_more_however_many(as_ines, ines, credential, course, issuer):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            as_ines.get("/en/learning/")
        return [query["sql"] for query in asked if "certificates_award" in query["sql"]]

    assert len(cost()) == 1
    other = edition_of(course, name="Second")
    Completion.objects.create(enrolment=enrolled(ines, other), completed_at=NOW)
    credential_of(award_of(ines, other), issuer)
    assert len(cost()) == 1


def test_a_strangers_course_page_asks_nothing_of_certificates(client, course, credential):
    with CaptureQueriesContext(connection) as asked:
        client.get(course.get_url())
    assert not [query for query in asked if "certificates_" in query["sql"]]


def test_the_account_leads_there(as_ines):
    assert f'href="{MINE}"' in as_ines.get("/en/account/").text


def test_every_page_leads_to_where_certificates_are_verified(client, course):
    assert f'<a href="{reverse("verify")}">Verify a certificate</a>' in client.get(course.get_url()).text.partition("<footer")[2]
