"""The list of an edition, how far the work has come, files and figures."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.bundling.actions import make
from certificates.bundling.choices import KEPT
from certificates.bundling.models import Bundle
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Correction
from certificates.credentials.numbers import shown
from certificates.desk.choices import Verb
from certificates.desk.figures import figures_of
from certificates.desk.queries import certified, counts_of
from certificates.desk.views.listing import concerned, progress
from certificates.issuing.actions import issue_now, revoke
from courses.completion.models import Completion
from tests.certificates.desk.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, credential_of
from tests.factories.learning import enrolled

pytestmark = pytest.mark.django_db


def desk(edition, query="", language="en"):
    return f"/{language}/teaching/editions/{edition.uid}/certificates/{query}"


def main_of(answer):
    return answer.text.partition("<main")[2].partition("</main>")[0]


def people_of(edition, **numbers):
    """Add awards: how many in each state."""
    for state, number in numbers.items():
        for place in range(number):
            award_of(PersonFactory(name=f"{state} {place}"), edition, state=state, claimed_at=NOW, reason="why")


def test_the_list_says_who_stands_where(inside, own, award, credential):
    page = main_of(inside.get(desk(own)))
    for words in ("Ana Holds", "Bela Waits", "Issued", "Waits for the name to be confirmed", shown(credential.number), "2 certificates"):
        assert words in page, words


def test_it_is_filtered_by_state_name_and_address(inside, own, award, credential):
    Correction.objects.create(credential=credential, wanted_name="X", asked_at=NOW)
    for query, there in (
        ("?state=waiting", ["Bela Waits"]),
        ("?state=issued", ["Ana Holds"]),
        ("?state=correction", ["Ana Holds"]),
        ("?state=failed", []),
        ("?words=bela", ["Bela Waits"]),
        ("?words=ana@example", ["Ana Holds"]),
        ("?state=nix&page=x&words=", ["Ana Holds", "Bela Waits"]),
    ):
        table = main_of(inside.get(desk(own, query))).partition("<table")[2].partition("</table>")[0]
        assert [name for name in ("Ana Holds", "Bela Waits") if name in table] == there, query


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_it_stands_in_every_language(inside, own, award, credential, language):
    for path in ("", "figures/", "give/", "all/issue/", f"{award.uid}/", f"{award.uid}/refuse/", f"{credential.award.uid}/revoke/"):
        answer = inside.get(desk(own, path, language))
        text = main_of(answer)
        assert answer.status_code == 200, path
        assert text.count("<h1") == 1
        assert " style=" not in text
        assert 'content="noindex"' in answer.text


def test_without_a_certificate_it_says_how_they_come(inside, own):
    assert "None yet." in main_of(inside.get(desk(own)))


def test_the_bar_says_how_far_it_has_come(inside, own, award, credential):
    people_of(own, due=1, making=1, failed=1, held=1, refused=1)
    page = main_of(inside.get(desk(own)))
    assert 'max="5" value="1"' in page
    assert "1 of 5 certificates issued" in page
    assert "2 are being made." in page
    assert "1 could not be made." in page


def test_what_counts_in_the_bar():
    counts = dict.fromkeys(Stage.values, 0) | {"issued": 3, "waiting": 1, "withdrawn": 5}
    assert progress(counts)["percent"] == 75
    assert progress(dict.fromkeys(Stage.values, 0)) == {"done": 0, "total": 0, "under_way": 0, "failed": 0, "percent": 0}


def test_what_can_be_done_for_all_says_for_how_many(inside, own, award, template):
    people_of(own, failed=2, held=1)
    done = enrolled(PersonFactory(), own)
    Completion.objects.create(enrolment=done, completed_at=NOW)
    counts = counts_of(own)
    assert counts["missing"] == 1
    assert {verb: concerned(verb, counts) for verb in Verb} == {"issue": 4, "hold": 3, "release": 1, "refuse": 4}
    page = main_of(inside.get(desk(own)))
    assert "Issue now: all 4" in page
    assert "1 person has completed the course and has no certificate yet." in page


def test_it_costs_the_same_with_one_and_with_three(inside, own, credential, issuer):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert inside.get(desk(own)).status_code == 200
        return len(asked)

    cost()
    one = cost()
    for name in ("B", "C"):
        credential_of(award_of(PersonFactory(name=name), own), issuer)
    assert cost() == one <= 13


def test_a_long_list_comes_in_pages(inside, own, monkeypatch):
    monkeypatch.setattr("certificates.desk.views.listing.PER_PAGE", 2)
    people_of(own, due=3)
    page = main_of(inside.get(desk(own, "?state=due")))
    assert "state=due&amp;page=2" in page
    assert main_of(inside.get(desk(own, "?state=due&page=2"))).count('<th scope="row">') == 1


def test_the_table_holds_what_was_picked_and_runs_nothing(inside, own, award, credential):
    Award.objects.filter(pk=award.pk).update(name="=cmd()")
    answer = inside.get(desk(own, "list.csv"))
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["Name"] for row in rows} == {"Ana Holds", "'=cmd()"}
    ana = next(row for row in rows if row["Name"] == "Ana Holds")
    assert ana["Number"] == shown(credential.number)
    assert ana["State of the certificate"] == "Valid"
    assert ana["Issued"] == "2027-04-02T12:00:00+02:00"
    assert inside.get(desk(own, "list.csv?state=waiting")).content.count(b"\r\n") == 2
    assert b";" in inside.get(desk(own, "list.csv", "fr")).content


def zipped(edition):
    return Bundle.objects.get(edition=edition)


def test_all_papers_are_had_as_a_file_made_in_the_background(inside, own, credential):
    assert "Make a ZIP" in main_of(inside.get(desk(own)))
    answer = inside.post(desk(own, "zip/"))
    assert answer["Location"].endswith("#files")
    where = desk(own, f"zip/{zipped(own).uid}.zip")
    assert inside.get(where).status_code == 404
    assert "0 of 1 paper packed" in main_of(inside.get(desk(own)))
    make(uid=str(zipped(own).uid), now=NOW)
    assert where in main_of(inside.get(desk(own)))
    got = inside.get(where)
    assert "attachment" in got["Content-Disposition"]
    assert len(zipfile.ZipFile(io.BytesIO(b"".join(got.streaming_content))).namelist()) == 2
    assert "private" in got["Cache-Control"]


def test_past_its_time_or_failed_a_file_is_not_given(inside, own, credential, monkeypatch):
    inside.post(desk(own, "zip/"))
    make(uid=str(zipped(own).uid), now=NOW)
    Bundle.objects.update(expires_at=NOW)
    assert inside.get(desk(own, f"zip/{zipped(own).uid}.zip")).status_code == 404
    Bundle.objects.update(expires_at=NOW + KEPT, state="failed")
    assert "Ask for it again" in main_of(inside.get(desk(own)))


def test_without_papers_there_is_nothing_to_pack(inside, own, award):
    answer = inside.post(desk(own, "zip/"), follow=True)
    assert "No certificate is issued yet." in answer.text
    assert not Bundle.objects.exists()


def test_figures_add_up():
    found = figures_of([("MZ", "2027-01", 2), ("AO", "2027-02", 3), ("MZ", "2027-02", 2), ("", "2027-02", 1)])
    assert found.months == ("2027-01", "2027-02")
    assert found.sums == (2, 6)
    assert [(line.country, line.numbers, line.total) for line in found.lines] == [("MZ", (2, 2), 4), ("AO", (0, 3), 3), ("", (0, 1), 1)]
    assert (found.total, found.earlier) == (8, 0)


def test_figures_show_the_last_twelve_months_and_count_the_earlier():
    found = figures_of([("MZ", f"{year}-{month:02}", 1) for year in (2025, 2026) for month in range(1, 13)])
    assert len(found.months) == 12
    assert (found.months[0], found.total, found.earlier) == ("2026-01", 24, 12)


def test_no_figures_are_no_figures():
    found = figures_of([])
    assert (found.months, found.lines, found.total) == ((), (), 0)


def test_certified_counts_people_once_and_leaves_out_the_revoked(own, other, issuer, facilitator, admin):
    month = datetime(2027, 3, 30, tzinfo=UTC)
    ana = award_of(PersonFactory(), own)
    old = credential_of(ana, issuer, said={"country": "MZ"}, issued_at=month)
    type(old).objects.filter(pk=old.pk).update(state="superseded", state_at=NOW)
    credential_of(ana, issuer, said={"country": "MZ"}, supersedes=old, issued_at=NOW)
    credential_of(award_of(PersonFactory(), own), issuer, said={"country": "AO"}, issued_at=NOW)
    gone = credential_of(award_of(PersonFactory(), own), issuer, issued_at=NOW)
    type(gone).objects.filter(pk=gone.pk).update(state="revoked", state_at=NOW, reason_class="error")
    credential_of(award_of(PersonFactory(), other), issuer, said={"country": ""}, issued_at=NOW)
    found = certified(facilitator)
    assert [(line.country, line.numbers) for line in found.lines] == [("AO", (0, 1)), ("MZ", (1, 0))]
    assert found.months == ("2027-03", "2027-04")
    assert certified(facilitator, own).total == 2
    assert certified(admin).total == 3


def test_who_was_revoked_by_mistake_and_certified_anew_counts_once(own, issuer, facilitator, admin):
    ana = award_of(PersonFactory(), own)
    old = credential_of(ana, issuer, said={"country": "MZ"}, issued_at=datetime(2027, 2, 28, tzinfo=UTC))
    type(old).objects.filter(pk=old.pk).update(state="superseded", state_at=NOW)
    wrong = credential_of(ana, issuer, supersedes=old, issued_at=datetime(2027, 3, 1, tzinfo=UTC))
    revoke(credential=wrong, reason_class="error", reason="Mistake.", by=facilitator, now=NOW)
    assert certified(facilitator).total == 0
    issue_now(award=ana, by=facilitator, now=NOW)
    new = credential_of(ana, issuer, said={"country": "MZ"}, issued_at=datetime(2027, 3, 30, tzinfo=UTC))
    assert (certified(facilitator).total, certified(admin, own).months) == (1, ("2027-03",))
    type(new).objects.filter(pk=new.pk).update(state="superseded", state_at=NOW)
    credential_of(ana, issuer, said={"country": "MZ"}, supersedes=new, issued_at=NOW)
    assert (certified(facilitator).total, certified(facilitator).months) == (1, ("2027-03",))


def test_the_figures_are_drawn_and_stand_in_a_table(inside, own, credential):
    page = main_of(inside.get(desk(own, "figures/")))
    for words in ("Angola", "April 2027", "1 person certified.", 'role="img"', "<caption>"):
        assert words in page, words
    everywhere = main_of(inside.get("/en/teaching/certificates/"))
    assert "Angola" in everywhere
    assert str(own.uid) not in everywhere


def test_figures_without_anybody_stand(inside, own):
    page = main_of(inside.get(desk(own, "figures/")))
    assert "0 people certified." in page
    assert '<svg class="chart"' not in page


def test_who_runs_nothing_has_no_figures(client, learner):
    client.force_login(learner)
    assert client.get("/en/teaching/certificates/").status_code == 404


def test_a_certificate_that_expired_says_so(inside, own, credential):
    type(credential).objects.update(valid_until=NOW - timedelta(hours=1))
    page = main_of(inside.get(desk(own, f"{credential.award.uid}/")))
    assert "Expired" in page


def test_papers_with_letters_that_are_not_ours_are_told_and_found(inside, own, award, credential):
    assert "our fonts do not have" not in main_of(inside.get(desk(own)))
    credential.papers.update(note="Our fonts do not have: 김. Look at the paper.")
    page = main_of(inside.get(desk(own)))
    assert "1 certificate has letters that our fonts do not have." in page
    found = main_of(inside.get(desk(own, "?state=letters")))
    assert "Ana Holds" in found
    assert "Bela Waits" not in found
    assert "Our fonts do not have: 김." in main_of(inside.get(desk(own, f"{credential.award.uid}/")))
