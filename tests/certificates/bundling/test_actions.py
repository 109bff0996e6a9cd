"""ZIP files: asked for once, made once, let go; killed anywhere, nothing is lost."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from certificates.bundling import actions
from certificates.bundling.actions import ask_for_bundles, drop_bundles, make, tend
from certificates.bundling.choices import KEPT, MOST_TRIES, STUCK
from certificates.bundling.models import Bundle
from certificates.bundling.naming import file_name
from certificates.bundling.tasks import make_bundle
from certificates.credentials.numbers import shown
from tests.certificates.bundling.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, credential_of
from tests.factories.learning import edition_of
from tests.factories.papers import paper_of

pytestmark = pytest.mark.django_db


def asked(edition, by=None, now=NOW):
    return ask_for_bundles(edition=edition, by=by, now=now)


def queued():
    """Return how many jobs of this room wait."""
    return sum(SignedPackage.loads(row.payload)["args"][1] == "certificates.bundling.tasks.make_bundle" for row in OrmQ.objects.all())


def opened(bundle):
    bundle.refresh_from_db()
    with default_storage.open(bundle.file) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def test_every_paper_is_in_it_under_its_holders_name_with_the_list(issue, edition, facilitator):
    held = [issue("Conceição d'Ávila"), issue("李小龙", country="CN")]
    (bundle,) = asked(edition, facilitator)
    assert (bundle.state, bundle.total, bundle.by) == ("due", 2, facilitator)
    assert make(uid=str(bundle.uid), now=NOW)
    inside = opened(bundle)
    names = {file_name(one.words.name, shown(one.number)) for one in held}
    assert set(inside.namelist()) == names | {"certificates.csv"}
    assert inside.read(file_name("李小龙", shown(held[1].number))) == "%PDF 李小龙".encode()
    table = list(csv.reader(io.StringIO(inside.read("certificates.csv").decode("utf-8-sig"))))
    assert [row[0] for row in table] == ["Name", "Conceição d'Ávila", "李小龙"]
    assert table[2][1] == "CN"
    assert table[2][4] == shown(held[1].number)
    assert (bundle.state, bundle.done, bundle.expires_at) == ("ready", 2, NOW + KEPT)
    assert bundle.size == default_storage.size(bundle.file)


def test_only_what_counts_is_packed(issue, issuer, edition, course):
    kept = issue("Kept")
    revoked = issue("Revoked")
    type(revoked).objects.filter(pk=revoked.pk).update(state="revoked", state_at=NOW, reason_class="error")
    award_of(PersonFactory(name="Waits"), edition, state="waiting")
    credential_of(award_of(PersonFactory(name="Without paper"), edition), issuer)
    other = credential_of(award_of(PersonFactory(name="Other edition"), edition_of(course, name="Other")), issuer)
    paper_of(other)
    (bundle,) = asked(edition)
    make(uid=str(bundle.uid), now=NOW)
    assert opened(bundle).namelist() == [file_name("Kept", shown(kept.number)), "certificates.csv"]


def test_the_newest_paper_of_a_certificate_is_taken(issue, edition):
    credential = issue("Ana")
    paper_of(credential, b"%PDF newer", languages="fr", made_at=NOW)
    (bundle,) = asked(edition)
    make(uid=str(bundle.uid), now=NOW)
    assert opened(bundle).read(file_name("Ana", shown(credential.number))) == b"%PDF newer"


def test_without_a_paper_there_is_no_file(edition):
    assert asked(edition) == []
    assert not Bundle.objects.exists()
    assert queued() == 0


def test_a_big_edition_comes_in_parts(issue, edition, monkeypatch):
    monkeypatch.setattr(actions, "A_PART", 2)
    for number in range(5):
        issue(f"Person {number}")
    bundles = asked(edition)
    assert [(one.part, one.total) for one in bundles] == [(1, 2), (2, 2), (3, 1)]
    assert queued() == 3
    for one in bundles:
        assert make(uid=str(one.uid), now=NOW)
    names = [name for one in bundles for name in opened(one).namelist() if name.endswith(".pdf")]
    assert len(set(names)) == 5


def test_asked_again_while_it_is_made_nothing_new_begins(issue, edition):
    issue("Ana")
    first, again = asked(edition), asked(edition)
    assert first == again
    assert queued() == 1


def test_asked_again_once_it_is_ready_it_is_made_anew(issue, edition, django_capture_on_commit_callbacks):
    issue("Ana")
    (old,) = asked(edition)
    make(uid=str(old.uid), now=NOW)
    old.refresh_from_db()
    issue("Bela")
    with django_capture_on_commit_callbacks(execute=True):
        (new,) = asked(edition)
    assert (new.total, Bundle.objects.count()) == (2, 1)
    assert not default_storage.exists(old.file)


def test_it_is_made_once_however_often_the_job_runs(issue, edition):
    issue("Ana")
    (bundle,) = asked(edition)
    assert [make(uid=str(bundle.uid), now=NOW) for _ in range(3)] == [True, False, False]
    assert Bundle.objects.get().attempts == 1


def test_who_claimed_it_keeps_it_until_it_counts_as_stuck(issue, edition):
    issue("Ana")
    (bundle,) = asked(edition)
    Bundle.objects.update(state="making", claimed_at=NOW, attempts=1)
    assert not make(uid=str(bundle.uid), now=NOW + STUCK)
    assert make(uid=str(bundle.uid), now=NOW + STUCK + timedelta(seconds=1))


def test_let_go_while_it_is_made_it_leaves_no_file(issue, edition, monkeypatch, media):
    issue("Ana")
    (bundle,) = asked(edition)
    pack = actions._pack

    def meanwhile(*args):
        Bundle.objects.all().delete()
        return pack(*args)

    monkeypatch.setattr(actions, "_pack", meanwhile)
    assert not make(uid=str(bundle.uid), now=NOW)
    assert not list((media / "bundles").glob("*.zip"))


def test_the_job_of_a_file_that_is_gone_does_nothing():
    assert make_bundle.func("7a2b6a4e-1111-4111-8111-000000000000") is False


def test_what_goes_wrong_is_noted_and_tried_again_then_failed(issue, edition):
    credential = issue("Ana")
    (bundle,) = asked(edition)
    default_storage.delete(credential.papers.get().file)
    with pytest.raises(FileNotFoundError):
        make_bundle.func(str(bundle.uid))
    bundle.refresh_from_db()
    assert (bundle.state, bundle.attempts) == ("making", 1)
    assert bundle.reason.startswith("FileNotFoundError")
    late = bundle.claimed_at + STUCK + timedelta(seconds=1)
    before = queued()
    assert tend(now=late) == 1
    assert queued() == before + 1
    Bundle.objects.update(attempts=MOST_TRIES)
    assert tend(now=late) == 1
    bundle.refresh_from_db()
    assert bundle.state == "failed"
    assert tend(now=late) == 0


def test_one_whose_job_got_lost_is_queued_again(issue, edition):
    issue("Ana")
    asked(edition)
    OrmQ.objects.all().delete()
    assert tend(now=NOW + timedelta(minutes=1)) == 0
    assert tend(now=NOW + STUCK + timedelta(seconds=1)) == 1
    assert queued() == 1


def test_after_seven_days_file_and_row_are_gone(issue, edition, django_capture_on_commit_callbacks):
    issue("Ana")
    (bundle,) = asked(edition)
    make(uid=str(bundle.uid), now=NOW)
    bundle.refresh_from_db()
    assert tend(now=NOW + KEPT - timedelta(seconds=1)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert tend(now=NOW + KEPT) == 1
    assert not Bundle.objects.exists()
    assert not default_storage.exists(bundle.file)


def test_an_erasure_lets_the_files_of_its_editions_go(issue, edition, course, django_capture_on_commit_callbacks):
    issue("Ana")
    (bundle,) = asked(edition)
    make(uid=str(bundle.uid), now=NOW)
    bundle.refresh_from_db()
    with django_capture_on_commit_callbacks(execute=True):
        assert drop_bundles(editions=[edition_of(course, name="Other").pk]) == 0
        assert drop_bundles(editions=[edition.pk]) == 1
    assert not default_storage.exists(bundle.file)


def test_packing_costs_the_same_questions_for_one_and_for_three(issue, edition, django_assert_max_num_queries):
    for name in ("Ana", "Bela", "Carla"):
        issue(name)
    (bundle,) = asked(edition)
    with django_assert_max_num_queries(6):
        make(uid=str(bundle.uid), now=NOW)


@pytest.mark.parametrize(
    "changes", [{"state": "nix"}, {"state": "ready", "file": ""}, {"first": 9, "last": 1}, {"part": 1, "state": "due"}]
)
def test_the_database_refuses_what_is_never_true(edition, changes):
    given = {"edition": edition, "first": 1, "last": 2, "asked_at": NOW, "expires_at": NOW}
    Bundle.objects.create(**given)
    with pytest.raises(IntegrityError), transaction.atomic():
        Bundle.objects.create(**(given | {"part": 2} | changes))
