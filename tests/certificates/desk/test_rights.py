"""The whole cast at every door of the desk: who runs the edition passes, for others it is not there.

The routes are walked, not listed: a new one without a line in the table fails here.
"""

from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from certificates.bundling.actions import ask_for_bundles, make
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Correction
from certificates.credentials.rules import can_run_award, run_awards
from certificates.issuing.actions import issue_rest, refuse_rest
from courses.completion.models import Completion
from tests.certificates.desk.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.campus import routes
from tests.factories.certificates import award_of, credential_of
from tests.factories.learning import enrolled

pytestmark = pytest.mark.django_db
RUNS_ALL = {"editor", "admin"}
READ, CHANGE = {200}, {302, 422, 403}
# Which methods each door knows.
TABLE = {
    "certificates-figures-all": "get",
    "certificates-desk": "get",
    "certificates-csv": "get",
    "certificates-zip": "post",
    "certificates-zip-file": "get",
    "certificates-figures": "get",
    "certificates-give": "both",
    "certificates-all": "both",
    "certificates-award": "get",
    "certificates-answer": "both",
    "certificates-revoke": "both",
    "certificates-decide": "both",
}


@pytest.fixture
def full(own, award, credential, facilitator):
    """Something of everything in Adjoa's edition."""
    wish = Correction.objects.create(credential=credential, wanted_name="Ana Else", asked_at=NOW)
    (bundle,) = ask_for_bundles(edition=own, by=facilitator, now=NOW)
    make(uid=str(bundle.uid), now=NOW)
    return {"own": own, "award": award, "credential": credential, "wish": wish, "bundle": bundle}


def address(name, full, edition=None):
    holes = next(route.holes for route in routes("certificates.staff_urls") if route.name == name)
    held = {"uid": (edition or full["own"]).uid, "bundle_uid": full["bundle"].uid, "verb": "hold", "award_uid": full["award"].uid}
    if name in ("certificates-answer", "certificates-revoke"):
        held["award_uid"] = full["credential"].award.uid
    return reverse(name, kwargs={hole: held[hole] for hole in holes})


def everything():
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in apps.get_app_config("certificates").get_models()}


def test_every_route_stands_in_the_table():
    assert {route.name for route in routes("certificates.staff_urls")} == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_door(client, full, cast, facilitator, name):
    cast = cast | {"other_facilitator": PersonFactory(groups=["facilitator"])}
    path, before = address(name, full), everything()
    outside = set(cast) - RUNS_ALL - {"facilitator"}
    for role in outside:
        client.logout()
        if role != "stranger":
            client.force_login(cast[role])
        for method in ("get", "post"):
            answer = getattr(client, method)(path)
            knows = TABLE[name] in (method, "both")
            expected = (302 if method == "get" else 403) if role == "stranger" else 404
            assert answer.status_code == (expected if knows else 405), (role, method)
            for words in ("Ana Holds", "Bela Waits", "Ana Else"):
                assert words not in answer.text, (role, method)
    assert everything() == before
    for role in (*sorted(RUNS_ALL), "facilitator"):
        client.force_login(cast[role])
        if TABLE[name] in ("get", "both"):
            assert client.get(path).status_code == 200, role
        if TABLE[name] in ("post", "both"):
            assert client.post(path).status_code in CHANGE, role


@pytest.mark.parametrize("name", [name for name in TABLE if "figures-all" not in name])
def test_an_edition_of_others_is_not_there_for_a_facilitator(inside, full, other, name):
    path = address(name, full, other)
    before = everything()
    assert {inside.get(path).status_code, inside.post(path).status_code} <= {404, 405}
    assert everything() == before


@pytest.mark.parametrize(
    "name", ["certificates-award", "certificates-answer", "certificates-revoke", "certificates-decide", "certificates-zip-file"]
)
def test_an_award_of_one_edition_is_not_reached_through_another(client, full, other, admin, name):
    for person in (admin, other.facilitator_rows.get().person):
        client.force_login(person)
        assert client.get(address(name, full, other)).status_code == 404


def test_what_is_not_there_is_not_there_for_the_mightiest(client, full, admin):
    client.force_login(admin)
    for name in TABLE:
        path = address(name, full).replace(str(full["own"].uid), str(uuid4()))
        if path != address(name, full):
            assert {client.get(path).status_code, client.post(path).status_code} <= {404, 405}, name
    for verb in ("nix", "revoke_all"):
        assert client.get(reverse("certificates-all", args=[full["own"].uid, verb])).status_code == 404
        assert client.get(reverse("certificates-decide", args=[full["own"].uid, full["award"].uid, verb])).status_code == 404


def test_every_form_needs_its_token(full, admin):
    client, before = Client(enforce_csrf_checks=True), everything()
    client.force_login(admin)
    for name in TABLE:
        assert client.post(address(name, full)).status_code in (403, 405), name
    assert everything() == before


def test_the_rule_and_its_twin_agree(full, other, cast):
    award_of(PersonFactory(), other)
    for role, person in cast.items():
        for one in Award.objects.all():
            assert can_run_award(person, one) == run_awards(person).filter(pk=one.pk).exists(), role
    assert set(run_awards(cast["facilitator"])) == set(Award.objects.filter(edition=full["own"]))
    assert not run_awards(cast["learner"]).exists()


@pytest.fixture
def hers(own, facilitator, admin, issuer, template):
    """What Adjoa and the administrator were awarded in the edition that Adjoa runs: to be corrected, and waiting."""
    rows = {}
    for person in (facilitator, admin):
        made = credential_of(award_of(person, own), issuer, template=template)
        Correction.objects.create(credential=made, wanted_name="Adjoa Else", asked_at=NOW)
        waits = award_of(person, own, kind="participation", state=Stage.WAITING)
        rows[person] = {"certificates-answer": made.award, "certificates-revoke": made.award}
        rows[person] |= {"certificates-award": waits, "certificates-decide": waits}
    return rows


def own_address(name, award):
    verb = ["hold"] if name == "certificates-decide" else []
    return reverse(name, args=[award.edition.uid, award.uid, *verb])


def test_nobody_decides_about_her_own_but_who_manages_all(client, hers, own, facilitator, admin):
    client.force_login(facilitator)
    before = everything()
    for name, award in hers[facilitator].items():
        answers = [client.get(own_address(name, award)), client.post(own_address(name, award), {"reason": "x", "agree": "1"})]
        assert {answer.status_code for answer in answers} <= {404, 405}, name
    assert everything() == before
    page = client.get(reverse("certificates-desk", args=[own.uid])).text
    assert [str(award.uid) in page for award in hers[facilitator].values()] == [False] * 4
    assert str(hers[admin]["certificates-award"].uid) in page
    client.force_login(admin)
    for name, award in hers[admin].items():
        assert client.get(own_address(name, award)).status_code == 200, name


@pytest.mark.parametrize(
    ("verb", "stage"), [("issue", Stage.WAITING), ("hold", Stage.WAITING), ("refuse", Stage.WAITING), ("release", Stage.HELD)]
)
def test_what_is_done_for_all_leaves_out_her_own(inside, hers, own, facilitator, admin, verb, stage):
    Award.objects.filter(state=Stage.WAITING).update(state=stage, reason="Because.")
    Completion.objects.create(enrolment=enrolled(facilitator, own), completed_at=NOW)
    Award.objects.filter(person=facilitator, kind="completion").update(kind="contribution")
    where = reverse("certificates-all", args=[own.uid, verb])
    assert "It concerns 1 certificate." in inside.get(where).text
    answer = inside.post(where, {"reason": "x"}, follow=True)
    assert "1 certificate: it goes on in the background." in answer.text
    issue_rest(edition=own, by=facilitator, now=NOW)
    refuse_rest(edition=own, by=facilitator, reason="x", until=NOW, now=NOW)
    assert {row.state for row in Award.objects.filter(person=facilitator)} == {Stage.ISSUED, stage}
    assert Award.objects.get(person=admin, kind="participation").state != stage


def test_who_no_longer_runs_it_is_out_at_once(inside, full):
    assert inside.get(address("certificates-desk", full)).status_code == 200
    full["own"].facilitator_rows.all().delete()
    assert inside.get(address("certificates-desk", full)).status_code == 404


def test_the_edition_leads_to_the_desk(inside, full):
    assert address("certificates-desk", full) in inside.get(reverse("teaching-edition", args=[full["own"].uid])).text
