"""A certificate is made: one credential, one paper, one mail, however often and wherever the work breaks off."""

from base64 import urlsafe_b64decode
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, Credential, Paper
from certificates.credentials.numbers import new_number, shown
from certificates.issuing.actions import answer_correction, ask_correction, award_completion, confirm_name, issue_now, make, queue_due
from certificates.issuing.actions.make import claim, finish, prepare
from certificates.issuing.choices import LATE_AFTER, MOST_TRIES, PAUSES, Refusal
from certificates.papers.actions import tidy
from certificates.papers.drawing import claim_of
from certificates.printing import engine
from certificates.proofs.compact import verify
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, key_pair
from tests.factories.learning import NOW, enrolled

pytestmark = pytest.mark.django_db
STUCK = timedelta(seconds=121)  # a second more than twice the time that a job may take


@pytest.fixture
def due(template, completion):
    """A certificate that is due, and whose mail about the name is out of the way."""
    row = confirm_name(award=award_completion(completion=completion, now=NOW), name="Inês Mutombo", now=NOW)
    Message.objects.all().delete()
    return row


def test_it_says_who_completed_what_and_when(due, made, edition):
    words = made(due).credential.words
    assert (words.name, words.kind, words.course, words.hours) == ("Inês Mutombo", "completion", {"en": "Inspection"}, "27")
    assert (words.edition, words.edition_uid, words.course_key) == ("2027", str(edition.uid), str(edition.course_key))
    assert (words.starts_on, words.ends_on, words.awarded_on) == ("2027-01-25", "2027-03-31", "2027-02-01")
    assert (words.percent, words.country, words.languages) == (None, "MZ", ["en", "pt"])
    assert words.issuer["name"] == "SSTC Academy"


def test_the_paper_lies_in_the_storage_as_its_row_says(due, made, files):
    paper = made(due).credential.papers.get()
    with default_storage.open(paper.file) as file:
        data = file.read()
    assert files() == [paper.file]
    assert (paper.size, paper.sha256, paper.languages) == (len(data), sha256(data).hexdigest(), "en,pt")
    assert paper.is_tagged
    with pikepdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1


def test_the_proof_is_signed_with_the_issuers_key(due, made):
    credential = made(due).credential
    signature = _decoded(credential.signature)
    message = claim_of(credential.words, credential.number, credential.kid).message()
    assert verify(message, signature, key_pair("ed25519").public_key())


def _decoded(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_she_is_told_with_the_addresses_of_paper_and_proof(due, made, subjects):
    credential = made(due).credential
    mail = Message.objects.get()
    assert subjects() == ["Your certificate: Inspection"]
    assert shown(credential.number) in mail.text
    assert reverse("certificate-paper", args=[credential.number]).removeprefix("/en") in mail.text
    assert f"/verify/{credential.number}/" in mail.text
    assert mail.is_essential


def test_made_any_number_of_times_it_is_one(due, subjects, files):
    for hour in range(4):
        make(award_id=due.pk, now=NOW + timedelta(hours=hour))
    assert (Credential.objects.count(), Paper.objects.count(), len(subjects()), len(files())) == (1, 1, 1, 1)


def test_one_that_has_gone_or_is_not_due_is_no_error(due, facilitator):
    assert make(award_id=10**9, now=NOW) is None
    Award.objects.update(state=Stage.HELD)
    assert make(award_id=due.pk, now=NOW) is None
    assert not Credential.objects.exists()


def test_what_a_worker_holds_is_left_to_it_until_it_must_be_dead(due, made):
    assert claim(award_id=due.pk, now=NOW)
    assert make(award_id=due.pk, now=NOW + STUCK - timedelta(seconds=1)) is None
    assert made(due, NOW + STUCK).state == Stage.ISSUED


def test_a_worker_killed_after_it_wrote_the_file_leaves_nothing_behind_once_it_is_made(due, made, files):
    prepare(award=claim(award_id=due.pk, now=NOW), now=NOW)
    assert (len(files()), Credential.objects.count()) == (1, 0)
    paper = made(due, NOW + STUCK).credential.papers.get()
    assert files() == [paper.file]


def test_a_slow_worker_that_was_taken_for_dead_changes_nothing(due, made, files, subjects):
    mine = claim(award_id=due.pk, now=NOW)
    drawn = prepare(award=mine, now=NOW)
    row = made(due, NOW + STUCK)
    assert finish(award=mine, drawn=drawn, now=NOW + STUCK) is None
    row.refresh_from_db()
    assert row.credential == Credential.objects.get()
    assert (Paper.objects.count(), len(subjects())) == (1, 1)


def test_one_whose_worker_died_gets_a_job_as_soon_as_it_counts_as_dead(due, jobs):
    claim(award_id=due.pk, now=NOW)
    assert queue_due(now=NOW + STUCK - timedelta(seconds=1)) == 0
    before = jobs("make_certificate")
    assert queue_due(now=NOW + STUCK) == 1
    assert queue_due(now=NOW + STUCK + timedelta(minutes=1)) == 0, "the job that was queued is given its time"
    assert jobs("make_certificate") == before + 1


def test_one_whose_job_got_lost_gets_another(due):
    assert queue_due(now=NOW + LATE_AFTER - timedelta(seconds=1)) == 0
    assert queue_due(now=NOW + LATE_AFTER) == 1


def test_one_whose_workers_died_each_time_has_failed_and_says_so(due):
    now = NOW
    for _ in range(MOST_TRIES):
        assert claim(award_id=due.pk, now=now)
        now += STUCK
    assert claim(award_id=due.pk, now=now) is None
    queue_due(now=now)
    due.refresh_from_db()
    assert (due.state, due.reason) == (Stage.FAILED, f"Its worker died {MOST_TRIES} times while at it.")


def test_without_a_key_it_rests_longer_each_time_then_has_failed_with_the_reason(due, made, settings):
    settings.CERTIFICATE_KEYS = {}
    waits, now = [], NOW
    for _ in range(MOST_TRIES):
        row = made(due, now)
        waits.append(row.next_attempt_at - now if row.next_attempt_at else None)
        assert "signing key" in row.reason
        now += timedelta(days=1)
    assert waits == [*PAUSES, None]
    assert row.state == Stage.FAILED
    assert not Credential.objects.exists()


def test_one_that_rests_is_queued_when_its_pause_is_over(due, made, settings):
    kept, settings.CERTIFICATE_KEYS = settings.CERTIFICATE_KEYS, {}
    made(due)
    assert [queue_due(now=NOW + PAUSES[0] - timedelta(seconds=1)), queue_due(now=NOW + PAUSES[0])] == [0, 1]
    settings.CERTIFICATE_KEYS = kept
    assert made(due, NOW + PAUSES[0]).state == Stage.ISSUED


def test_a_failed_one_is_made_when_staff_say_so(due, made, facilitator):
    Award.objects.update(state=Stage.FAILED, attempts=MOST_TRIES, reason="No key.")
    issue_now(award=due, by=facilitator, now=NOW)
    row = made(due)
    assert (row.state, row.reason, row.attempts) == (Stage.ISSUED, "", 0)


def test_what_a_killed_worker_wrote_is_removed_by_the_next_make_however_it_came_about(due, made, files, facilitator):
    prepare(award=claim(award_id=due.pk, now=NOW), now=NOW)
    Award.objects.update(state=Stage.FAILED, reason="Its worker died.", claimed_at=None)
    issue_now(award=due, by=facilitator, now=NOW)
    assert len(files()) == 1
    made(due)
    assert files() == [Paper.objects.get().file]


def test_where_nothing_lies_no_question_is_asked(due, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tidy(award=due) == 0


def test_a_name_that_cannot_be_printed_has_failed_at_once_with_its_letters(due, made, files, monkeypatch):
    ours = engine.press
    monkeypatch.setattr(engine, "press", lambda layout, with_system=False: ours(layout))
    Award.objects.update(name="김민수")
    row = made(due)
    assert (row.state, row.credential, row.attempts, files()) == (Stage.FAILED, None, 1, [])
    assert [letter in row.reason for letter in "김민수"] == [True] * 3


def test_without_a_template_it_says_so(due, made, template):
    template.is_in_use = False
    template.save()
    row = made(due)
    assert (row.state, row.reason) == (Stage.DUE, str(Refusal.NO_TEMPLATE.label))


def test_each_has_its_own_number_and_its_own_place_in_the_status_list(template, edition, made):
    rows = []
    for _ in range(3):
        person = PersonFactory()
        enrolled(person, edition)
        rows.append(made(award_of(person, edition, made_at=NOW)).credential)
    assert len({row.number for row in rows}) == 3
    assert [row.status_index for row in rows] == [0, 1, 2]
    template.issuer.refresh_from_db()
    assert template.issuer.statuses == 3


def test_a_template_may_say_until_when_it_holds_and_show_the_grade(due, made, template):
    template.valid_months, template.shows_percent = 24, True
    template.save()
    credential = made(due).credential
    assert (credential.words.valid_until, credential.words.percent) == ("2029-02-01", 80)
    assert credential.valid_until.isoformat() == "2029-02-01T22:00:00+00:00"
    assert credential.standing(NOW + timedelta(days=800)) == "expired"


@pytest.fixture
def later():
    """Ten months after the course, when what holds for six is over."""
    return NOW + timedelta(days=305)


def test_one_issued_after_its_time_is_expired_from_its_first_day(due, made, template, later):
    template.valid_months = 6
    template.save()
    credential = made(due, later).credential
    assert (credential.words.valid_until, credential.issued_at) == ("2027-08-01", later)
    assert credential.standing(later) == "expired"


def test_one_whose_time_is_over_is_corrected_all_the_same(due, made, template, facilitator, later):
    template.valid_months = 6
    template.save()
    old = made(due).credential
    wish = ask_correction(credential=old, wanted_name="Inês Langa", why="", by=due.person, now=later)
    answer_correction(correction=wish, is_agreed=True, reason="", by=facilitator, now=later)
    new = made(due, later).credential
    assert (new.words.name, new.valid_until, new.supersedes) == ("Inês Langa", old.valid_until, old)


def test_what_goes_wrong_at_the_end_is_written_down_and_leaves_nothing(due, made, files, template):
    Credential.objects.create(
        number=new_number(),
        award=award_of(PersonFactory(), due.edition, made_at=NOW),
        kind="completion",
        snapshot={},
        issuer=template.issuer,
        kid="k",
        signature="s",
        issued_at=NOW,
        status_index=0,
    )
    row = made(due)
    assert (row.state, row.credential, files()) == (Stage.DUE, None, [])
    assert row.reason.startswith("IntegrityError: ")


def test_her_own_language_stands_first(due, made, learner):
    learner.language = "en"
    learner.save()
    assert made(due).credential.words.languages == ["en", "pt"]


def test_one_who_has_left_meanwhile_gets_none(due, made):
    Award.objects.update(person=None)
    row = made(due)
    assert (row.state, row.credential) == (Stage.DUE, None)


def test_as_many_queries_in_a_course_of_many(due, template, edition, made, django_assert_max_num_queries):
    made(due)
    others = [award_of(PersonFactory(), edition, made_at=NOW) for _ in range(3)]
    for row in others:
        with django_assert_max_num_queries(34):
            make(award_id=row.pk, now=NOW)
    assert Credential.objects.filter(state=State.VALID).count() == 4
