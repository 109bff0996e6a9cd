"""An account is erased: the paper can still be proven by who holds it, and nothing else tells about her."""

import json
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.actions import erase
from certificates.badges.queries import revoked_in
from certificates.credentials.choices import Reason, Stage, State
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper
from certificates.credentials.queries import proves
from certificates.issuing.actions import answer_correction, ask_correction, confirm_printed_name, make, revoke
from certificates.issuing.actions.make import claim, finish, prepare
from certificates.keeping import actions, tasks
from certificates.keeping.queries import held_about
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, template_of
from tests.factories.learning import NOW, run

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


@pytest.fixture
def issued(template, enrolment, completion, made, learner):
    confirm_printed_name(person=learner, name="Inês Mutombo", now=NOW)
    return made(award_of(learner, enrolment.edition, made_at=NOW))


def test_number_course_and_day_stay_and_the_name_can_be_proven(issued, learner):
    before = issued.credential
    erase(person=learner, now=LATER)
    row = Credential.objects.get()
    assert (row.number, row.state, row.state_at, row.person) == (before.number, State.WITHDRAWN, LATER, None)
    assert (row.words.course, row.words.awarded_on, row.words.edition) == (
        before.words.course,
        before.words.awarded_on,
        before.words.edition,
    )
    assert proves(row, "ines mutombo")
    assert not proves(row, "Inês Langa")


def test_her_file_is_known_after_she_has_left(client, issued, learner):
    with default_storage.open(issued.credential.papers.get().file) as file:
        data = file.read()
    erase(person=learner, now=LATER)
    page = client.post("/en/verify/", {"paper": SimpleUploadedFile("certificate.pdf", data, "application/pdf")}).text
    assert "The file is exactly the one that was issued." in page
    assert "awarded to “Inês Mutombo”" in page


def test_a_fraud_is_revoked_after_its_holder_has_left(client, issued, learner, facilitator, edition):
    run(edition, facilitator)
    erase(person=learner, now=LATER)
    client.force_login(facilitator)
    where = reverse("certificates-award", args=[edition.uid, issued.uid])
    assert f"{where}revoke/" in client.get(where).text
    assert "The person reads it." not in client.get(f"{where}revoke/").text
    assert client.post(f"{where}revoke/", {"reason_class": "misconduct", "reason": "Ana Langa took the test."}).status_code == 302
    row = Credential.objects.get()
    assert (row.state, row.reason_class, row.reason) == (State.REVOKED, "misconduct", "")
    assert (edition.staff_acts.first().verb, edition.staff_acts.first().reason) == ("certificates.revoke", "")
    page = client.get(reverse("verify-number", args=[row.number])).text
    assert "This certificate was revoked" in page
    assert "Rules of the course were broken" in page
    assert proves(row, "ines mutombo")
    assert row.status_index in revoked_in(row.issuer, 0).places
    assert client.post(f"{where}revoke/", {"reason_class": "error"}).status_code == 403


def test_nothing_in_the_tables_tells_about_her(issued, learner, facilitator, queue):
    ask_correction(credential=issued.credential, wanted_name="Inês Langa", why="Married.", by=learner, now=NOW)
    Credential.objects.update(is_shared=True, share_token="token")
    erase(person=learner, now=LATER)
    row, award = Credential.objects.get(), Award.objects.get()
    said = json.dumps([row.snapshot, row.reason, row.signature, award.name, award.reason])
    assert not [word for word in ("Inês", "In\\u00eas", "Mutombo", "Langa", "MZ") if word in said]
    assert (row.is_shared, row.share_token, row.signature, row.words.percent) == (False, None, "", None)
    assert (award.person, award.enrolment, award.state, award.credential) == (None, None, Stage.WITHDRAWN, row)
    assert [model.__name__ for model in (Paper, Correction, ConfirmedName, Message) if model.objects.exists()] == []


def test_the_papers_leave_the_disk_by_a_job_that_is_queued_with_the_change(issued, learner, files, queue):
    assert len(files()) == 1
    erase(person=learner, now=LATER)
    while queue():
        pass
    assert files() == []
    tasks.drop_papers.call([issued.uid.hex])


def test_what_is_not_made_yet_goes(template, enrolment, learner):
    award_of(learner, enrolment.edition, state=Stage.WAITING)
    erase(person=learner, now=LATER)
    assert not Award.objects.exists()


def test_a_certificate_that_a_worker_is_making_is_not_made(template, enrolment, learner, files):
    mine = claim(award_id=award_of(learner, enrolment.edition, made_at=NOW).pk, now=NOW)
    drawn = prepare(award=mine, now=NOW)
    erase(person=learner, now=LATER)
    assert finish(award=mine, drawn=drawn, now=LATER) is None
    assert not Credential.objects.exists()


def test_what_was_revoked_or_superseded_stays_so_without_a_name(issued, learner, facilitator, made):
    wish = ask_correction(credential=issued.credential, wanted_name="Inês Langa", why="", by=learner, now=NOW)
    answer_correction(correction=wish, is_agreed=True, reason="", by=facilitator, now=NOW)
    new = made(issued, LATER).credential
    revoke(credential=new, reason_class=Reason.MISCONDUCT, reason="Inês copied.", by=facilitator, now=LATER)
    erase(person=learner, now=LATER)
    old, new = Credential.objects.order_by("pk")
    assert (old.state, new.state, new.reason_class, new.reason) == (State.SUPERSEDED, State.REVOKED, "misconduct", "")
    assert {row.words.name for row in (old, new)} == {""}
    assert [proves(old, "Inês Mutombo"), proves(new, "Inês Langa"), proves(new, "Inês Mutombo")] == [True, True, False]


def test_erased_twice_nothing_changes(issued, learner):
    erase(person=learner, now=LATER)
    first = Credential.objects.values().get()
    actions.leave_nothing_personal(user=learner, now=LATER + timedelta(days=1))
    assert Credential.objects.values().get() == first


def test_others_keep_theirs(issued, learner, edition, made):
    other = made(award_of(PersonFactory(name="Ana"), edition, made_at=NOW))
    erase(person=learner, now=LATER)
    other.refresh_from_db()
    assert (other.state, other.credential.state, other.credential.papers.count()) == (Stage.ISSUED, State.VALID, 1)


def test_she_is_told_all_that_is_held(issued, learner, issuer, edition, made):
    ask_correction(credential=issued.credential, wanted_name="Inês Langa", why="Married.", by=learner, now=NOW)
    held = held_about(learner)
    assert held["confirmed_name"] == {"name": "Inês Mutombo", "at": NOW.isoformat()}
    assert [row["number"] for row in held["certificates"]] == [issued.credential.number]
    assert held["certificates"][0]["says"]["name"] == "Inês Mutombo"
    assert (held["awards"][0]["state"], held["papers"][0]["languages"]) == (Stage.ISSUED, ["en", "pt"])
    assert (held["corrections"][0]["wanted_name"], held["corrections"][0]["why"]) == ("Inês Langa", "Married.")
    json.dumps(held)


def test_one_without_certificates_is_told_so(learner):
    assert held_about(learner) == {"confirmed_name": None, "awards": [], "certificates": [], "papers": [], "corrections": []}


def test_telling_costs_the_same_for_one_and_for_three(issued, learner, issuer, edition, made, django_assert_num_queries):
    with django_assert_num_queries(5):
        held_about(learner)
    for kind in ("participation", "contribution"):
        template_of(issuer, kind=kind)
        make(award_id=award_of(learner, edition, kind=kind, made_at=NOW).pk, now=NOW)
    with django_assert_num_queries(5):
        assert len(held_about(learner)["certificates"]) == 3
