"""The whole cast over editions of their own and of others: each screen answers as the rule says, and each rule agrees with its twin."""

from itertools import product

import pytest

from courses.editions import rules
from courses.editions.models import Edition
from courses.enrolment import rules as enrolment_rules
from courses.enrolment.models import Enrolment
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, run

pytestmark = pytest.mark.django_db
CAST = ("stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin")
MANAGERS = ("editor", "admin")
FOR_ALL_WHO_RUN = ("", "acts/", "dates/", "events/new/", "people/", "invitations/", "invitations/new/", "bring/")
FOR_MANAGERS = ("edit/", "copy/", "announce/", "close/", "facilitators/")


@pytest.fixture
def world(course, cast):
    """Editions at every stage: of nobody, and of the facilitator, the learner taking part in one of each."""
    long = {"starts_on": "2026-01-01", "ends_on": "2090-01-01"}
    made = {}
    for stage in ("draft", "open", "closed"):
        for whose in ("others", "own"):
            edition = edition_of(course, name=f"{stage} {whose}", stage=stage, closed_at=NOW if stage == "closed" else None, **long)
            if whose == "own":
                run(edition, cast["facilitator"])
            if stage != "draft":
                enrolled(cast["learner"], edition)
                for state in ("asked", "waiting", "withdrawn", "refused"):
                    enrolled(PersonFactory(), edition, state=state)
            made[edition.name] = Edition.objects.get(pk=edition.pk)
    return made


def runs(who, name):
    return who in MANAGERS or (who == "facilitator" and name.endswith("own"))


@pytest.mark.parametrize("who", CAST)
def test_rules_agree_with_their_twins_and_with_the_table(world, cast, who):
    user = cast[who]
    run_by, visible = set(rules.run_by(user)), set(rules.visible_to(user))
    for name, edition in world.items():
        assert rules.can_run(user, edition) is (edition in run_by) is runs(who, name), name
        assert rules.can_see(user, edition) is (edition in visible) is (runs(who, name) or not name.startswith("draft")), name
    assert rules.runs_any(user) is bool(run_by)


@pytest.mark.parametrize("who", CAST)
def test_rules_of_enrolments_agree_with_their_twins(world, cast, who):
    user = cast[who]
    decided, withdrawable = set(enrolment_rules.decided_by(user)), set(enrolment_rules.withdrawable_by(user))
    for row in Enrolment.objects.select_related("edition"):
        name = row.edition.name
        assert enrolment_rules.can_decide(user, row) is (row in decided) is runs(who, name)
        is_open = row.state in ("active", "asked", "waiting") and name.startswith("open")
        expected = is_open and (runs(who, name) or row.person == user)
        assert enrolment_rules.can_withdraw(user, row) is (row in withdrawable) is expected, (name, row.state)


def test_nobody_without_an_account_in_use_runs_anything(world, cast):
    gone = cast["facilitator"]
    gone.is_active = False
    for user in (gone, None):
        assert not rules.run_by(user).exists()
        assert not enrolment_rules.withdrawable_by(user).exists()
        assert not any(rules.can_run(user, edition) for edition in world.values())


@pytest.mark.parametrize("who", CAST)
def test_every_screen_of_an_edition_answers_as_the_rule_says(client, world, cast, who):
    if who != "stranger":
        client.force_login(cast[who])
    for name, screen in product(("open own", "open others"), (*FOR_ALL_WHO_RUN, *FOR_MANAGERS)):
        answer = client.get(f"/en/teaching/editions/{world[name].uid}/{screen}")
        if who == "stranger":
            assert answer.status_code == 302
            assert "/en/account/login/" in answer["Location"]
        elif not runs(who, name):
            assert answer.status_code == 404, (name, screen)
        elif screen in FOR_MANAGERS and who not in MANAGERS:
            assert answer.status_code == 403, screen
            assert "Ask an editor" in answer.text
        else:
            assert answer.status_code == 200, (name, screen)


@pytest.mark.parametrize("who", CAST)
def test_the_list_and_the_new_edition_answer_as_the_rule_says(client, world, cast, who):
    if who != "stranger":
        client.force_login(cast[who])
    list_status = 302 if who == "stranger" else 200 if who in (*MANAGERS, "facilitator") else 403
    new_status = 302 if who == "stranger" else 200 if who in MANAGERS else 403
    answer = client.get("/en/teaching/")
    assert (answer.status_code, client.get("/en/teaching/editions/new/").status_code) == (list_status, new_status)
    if list_status == 200:
        shown = {name for name in world if name in answer.text}
        assert shown == {name for name in world if runs(who, name)}


@pytest.mark.parametrize("who", CAST)
def test_one_persons_screens_are_for_those_who_run_the_edition(client, world, cast, who):
    if who != "stranger":
        client.force_login(cast[who])
    before = list(Enrolment.objects.order_by("pk").values_list("state", flat=True))
    for name, verb in product(("open own", "open others"), ("", "approve/", "refuse/", "days/", "end/")):
        row = Enrolment.objects.get(edition=world[name], person=cast["learner"])
        where = f"/en/teaching/editions/{world[name].uid}/people/{row.uid}/{verb}"
        status = client.get(where).status_code
        if who == "stranger":
            assert status == 302, verb
            assert client.post(where).status_code == 403
        elif runs(who, name):
            assert status in (200, 302), verb
        else:
            assert status == 404, verb
            assert client.post(where, {"reason": "x", "days": "7"}).status_code == 404
    assert list(Enrolment.objects.order_by("pk").values_list("state", flat=True)) == before


def test_a_person_of_another_edition_is_not_there(client, world, cast):
    client.force_login(cast["facilitator"])
    row = Enrolment.objects.get(edition=world["open others"], person=cast["learner"])
    assert client.get(f"/en/teaching/editions/{world['open own'].uid}/people/{row.uid}/").status_code == 404


@pytest.mark.parametrize("screen", ["dates/", "events/new/", "invitations/new/", "bring/", "edit/", "announce/", "close/"])
def test_a_closed_edition_changes_no_more_and_says_so(client, world, cast, screen):
    client.force_login(cast["admin"])
    where = f"/en/teaching/editions/{world['closed own'].uid}/{screen}"
    answer = client.get(where)
    assert answer.status_code == 403
    assert "closed" in answer.text
    assert client.post(where).status_code in (302, 403)


def test_in_a_closed_edition_nobody_is_decided_about(client, world, cast):
    client.force_login(cast["admin"])
    for row in Enrolment.objects.filter(edition=world["closed own"]):
        for verb in ("approve/", "refuse/", "end/", "days/"):
            where = f"/en/teaching/editions/{row.edition.uid}/people/{row.uid}/{verb}"
            assert client.post(where, {"reason": "x", "days": "3"}).status_code == 403
        assert Enrolment.objects.get(pk=row.pk).state == row.state
