"""Issue, hold, release, refuse, revoke, correct, give: each looked at first, each written down."""

import pytest
from django.urls import reverse

from certificates.credentials.choices import Stage, State, Wish
from certificates.credentials.models import Award, Correction
from certificates.desk import choices
from certificates.desk.rules import OFFERED, verbs_for
from tests.certificates.desk.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, template_of
from tests.factories.learning import enrolled

pytestmark = pytest.mark.django_db


def one(award, verb=""):
    return f"/en/teaching/editions/{award.edition.uid}/certificates/{award.uid}/{verb}"


def every(edition, verb):
    return f"/en/teaching/editions/{edition.uid}/certificates/all/{verb}/"


def state_of(award):
    award.refresh_from_db()
    return award.state


def said_of(edition):
    return list(edition.staff_acts.values_list("verb", flat=True))


def main_of(answer):
    return answer.text.partition("<main")[2].partition("</main>")[0]


def test_looking_changes_nothing(inside, award, own):
    for verb in ("issue", "hold", "refuse"):
        assert inside.get(one(award, f"{verb}/")).status_code == 200
        assert inside.head(every(own, verb)).status_code == 200
    assert state_of(award) == Stage.WAITING
    assert said_of(own) == []


def test_one_is_issued_without_waiting_for_her(inside, award, own, facilitator):
    assert inside.post(one(award, "issue/"))["Location"] == one(award)
    assert state_of(award) == Stage.DUE
    act = own.staff_acts.get()
    assert (act.verb, act.by, act.about) == ("certificates.issue", facilitator, award.person)


def test_one_is_held_with_a_reason_and_released(inside, award, own):
    assert inside.post(one(award, "hold/")).status_code == 422
    inside.post(one(award, "hold/"), {"reason": "Look at the marks first"})
    assert state_of(award) == Stage.HELD
    page = main_of(inside.get(one(award)))
    assert "Look at the marks first" in page
    assert "held certificates back" in page
    inside.post(one(award, "release/"))
    assert state_of(award) == Stage.WAITING
    assert said_of(own) == ["certificates.release", "certificates.hold"]


def test_one_is_refused_with_a_reason_that_she_reads(inside, award):
    assert inside.post(one(award, "refuse/"), {"reason": " "}).status_code == 422
    assert state_of(award) == Stage.WAITING
    inside.post(one(award, "refuse/"), {"reason": "The final test was not taken."})
    assert state_of(award) == Stage.REFUSED
    assert award.reason == "The final test was not taken."


@pytest.mark.parametrize("verb", ["release", "hold", "refuse"])
def test_what_does_not_fit_is_refused_with_a_sentence(inside, credential, verb):
    answer = inside.post(one(credential.award, f"{verb}/"), {"reason": "x"})
    assert answer.status_code == 403
    assert "This cannot be done" in answer.text
    assert state_of(credential.award) == Stage.ISSUED


def test_what_changed_meanwhile_is_told_and_keeps_what_was_typed(inside, award, monkeypatch):
    monkeypatch.setattr("certificates.desk.views.deciding.verbs_for", lambda award: tuple(choices.Verb))
    Award.objects.filter(pk=award.pk).update(state=Stage.MAKING, claimed_at=NOW)
    answer = inside.post(one(award, "hold/"), {"reason": "My words"})
    assert answer.status_code == 422
    assert "is being made just now" in answer.text
    assert "My words" in answer.text


def test_what_is_offered_follows_from_where_it_stands(award, credential):
    for stage, verbs in OFFERED.items():
        award.state = stage
        assert verbs_for(award) == verbs
    for stage in (Stage.MAKING, Stage.ISSUED):
        award.state = stage
        assert verbs_for(award) == ()
    credential.award.state = Stage.DUE  # a corrected one is on its way
    assert verbs_for(credential.award) == ("issue",)
    award.state, award.person = Stage.WAITING, None
    assert verbs_for(award) == ()


def test_all_of_an_edition_are_held_released_refused(inside, own, award, credential, other):
    elsewhere = award_of(PersonFactory(), other, state=Stage.WAITING)
    assert inside.post(every(own, "hold")).status_code == 422
    answer = inside.post(every(own, "hold"), {"reason": "Strike of the post"}, follow=True)
    assert "1 certificate: it goes on in the background." in answer.text
    assert state_of(award) == Stage.HELD
    inside.post(every(own, "release"))
    assert state_of(award) == Stage.WAITING
    assert state_of(credential.award) == Stage.ISSUED
    assert state_of(elsewhere) == Stage.WAITING


def test_all_of_an_edition_are_issued(inside, own, award, credential):
    assert "It concerns 1 certificate." in inside.get(every(own, "issue")).text
    inside.post(every(own, "issue"))
    assert state_of(award) == Stage.DUE
    assert state_of(credential.award) == Stage.ISSUED


def test_a_certificate_is_given_by_hand(inside, own, template, facilitator, issuer):
    template_of(issuer, name="Participation", kind="participation")
    ana = PersonFactory(email="present@example.org", name="Ana Present")
    enrolled(ana, own)
    where = reverse("certificates-give", args=[own.uid])
    assert inside.get(where).status_code == 200
    assert inside.post(where, {"email": "PRESENT@example.org", "kind": "participation"}).status_code == 302
    assert Award.objects.get().kind == "participation"
    inside.post(where, {"email": "present@example.org", "kind": "participation"})
    assert Award.objects.count() == 1


@pytest.mark.parametrize(
    ("email", "kind", "said"),
    [
        ("nobody@example.org", "participation", "Nobody with this address"),
        ("elsewhere@example.org", "participation", "Nobody with this address"),
        ("other@example.org", "contribution", "No design fits this course"),
        ("facilitator@example.org", "participation", "to yourself"),
        ("asked@example.org", "participation", "Nobody with this address"),
        ("refused@example.org", "participation", "Nobody with this address"),
        ("other@example.org", "completion", "kind"),
        ("x", "participation", "email"),
        ("other@example.org", "nix", "kind"),
    ],
)
def test_to_whom_none_can_be_given_is_said(inside, own, email, kind, said):
    PersonFactory(email="elsewhere@example.org")
    enrolled(PersonFactory(email="other@example.org"), own)
    enrolled(PersonFactory(email="asked@example.org"), own, state="asked", since=None)
    enrolled(PersonFactory(email="refused@example.org"), own, state="refused")
    answer = inside.post(reverse("certificates-give", args=[own.uid]), {"email": email, "kind": kind})
    assert answer.status_code == 422
    assert said in answer.text
    assert not Award.objects.exists()


@pytest.fixture
def wish(credential):
    return Correction.objects.create(credential=credential, wanted_name="Ana Holds de Sousa", why="Married", asked_at=NOW)


def test_a_correction_is_agreed_to(inside, credential, wish, own):
    award = credential.award
    page = main_of(inside.get(one(award)))
    assert "Ana Holds de Sousa" in page
    form = main_of(inside.get(one(award, "correction/")))
    for words in ("Ana Holds", "Ana Holds de Sousa", "Married"):
        assert words in form
    assert inside.post(one(award, "correction/"), {"agree": "1", "reason": ""})["Location"] == one(award)
    wish.refresh_from_db()
    assert wish.state == Wish.AGREED
    assert (state_of(award), award.name) == (Stage.DUE, "Ana Holds de Sousa")
    assert said_of(own) == ["certificates.agree"]
    assert inside.get(one(award, "correction/")).status_code == 404


def test_a_correction_is_refused_with_a_reason(inside, credential, wish):
    assert inside.post(one(credential.award, "correction/"), {"refuse": "1", "reason": " "}).status_code == 422
    inside.post(one(credential.award, "correction/"), {"refuse": "1", "reason": "Send a document, please."})
    wish.refresh_from_db()
    assert (wish.state, wish.reason) == (Wish.REFUSED, "Send a document, please.")


def test_a_certificate_is_revoked_with_a_class_and_words(inside, credential, own):
    where = one(credential.award, "revoke/")
    for given in ({}, {"reason_class": "error"}, {"reason_class": "nix", "reason": "x"}):
        assert inside.post(where, given).status_code == 422
    inside.post(where, {"reason_class": "error", "reason": "Issued twice."})
    credential.refresh_from_db()
    assert (credential.state, credential.reason_class, credential.reason) == (State.REVOKED, "error", "Issued twice.")
    page = main_of(inside.get(one(credential.award)))
    for words in ("Revoked", "Issued by mistake", "Issued twice.", "revoked a certificate"):
        assert words in page
    assert inside.post(where, {"reason_class": "error", "reason": "Again"}).status_code == 403


def test_after_a_revocation_it_can_be_issued_anew(inside, credential):
    inside.post(one(credential.award, "revoke/"), {"reason_class": "error", "reason": "x"})
    assert "Issue now" in main_of(inside.get(one(credential.award)))
    inside.post(one(credential.award, "issue/"))
    assert state_of(credential.award) == Stage.DUE


def test_one_that_failed_says_why_to_staff(inside, award):
    Award.objects.filter(pk=award.pk).update(state=Stage.FAILED, reason="No key of the issuer is at hand.", attempts=6)
    page = main_of(inside.get(one(award)))
    assert "No key of the issuer is at hand." in page
    assert "Issue now" in page


def test_the_page_of_one_whose_account_is_gone_stands(inside, credential):
    award = credential.award
    Award.objects.filter(pk=award.pk).update(person=None, name="", state=Stage.WITHDRAWN)
    assert inside.get(one(award)).status_code == 200
    assert inside.get(reverse("certificates-desk", args=[award.edition.uid])).status_code == 200


def test_every_verb_of_the_log_has_words(inside, own, award, credential):
    inside.post(one(award, "hold/"), {"reason": "x"})
    inside.post(one(credential.award, "revoke/"), {"reason_class": "other", "reason": "y"})
    page = inside.get(reverse("edition-acts", args=[own.uid])).text
    assert "held certificates back" in page
    assert "revoked a certificate" in page
    assert "certificates." not in main_of(inside.get(reverse("edition-acts", args=[own.uid])))
