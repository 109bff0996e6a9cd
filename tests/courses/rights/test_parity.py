"""The whole cast at every door of courses: by GET and by POST, in an edition of one's own and in one of others.

The routes are walked, not listed: a new one without a line in the table fails here.
"""

import pytest
from django.test import Client

from tests.factories.campus import ROLES, Route, address, everything, routes

pytestmark = pytest.mark.django_db

LEARNING, TEACHING = routes("courses.urls"), routes("courses.staff_urls")
ALL = [*LEARNING, *TEACHING]
REFUSED = {403, 404, 405}

# Who passes each door, and what the others meet there. A stranger who does not pass is led to the sign-in.
DOORS: dict[str, tuple[set[str], dict[str, int], int]] = {
    "everybody": (set(ROLES), {}, 0),
    "members": (set(ROLES) - {"stranger"}, {}, 0),
    "hers": ({"learner"}, {}, 404),  # the learner's own: for all others it does not exist
    "invited": ({"learner"}, {}, 403),  # the link names an address that is not theirs
    "tracked": ({"learner", "other_learner"}, {}, 403),  # who takes part in any edition of the course
    "runs": ({"facilitator", "editor", "admin"}, {}, 404),
    "manages": ({"editor", "admin"}, {"facilitator": 403}, 404),
    "prepares": ({"editor", "admin"}, {}, 403),
    "teaches": ({"facilitator", "other_facilitator", "editor", "admin"}, {}, 403),
    "nobody": (set(), dict.fromkeys(ROLES, 405), 405),  # the other method only
}
TABLE: dict[str, tuple[str, str]] = {
    "editions": ("everybody", "nobody"),
    "edition": ("everybody", "members"),
    "edition-withdraw": ("hers", "hers"),
    "invitation": ("invited", "invited"),
    "question-picture": ("members and no stranger", "nobody"),
    "quiz-start": ("members", "members"),
    "attempt": ("hers", "nobody"),
    "attempt-step": ("hers", "hers"),
    "attempt-hand-in": ("hers", "hers"),
    "unit-mark": ("nobody", "tracked"),
    "unit-place": ("nobody", "tracked"),
    "course-continue": ("members", "nobody"),
    "evaluation": ("hers", "hers"),
    "learning": ("members", "nobody"),
    "learning-letters": ("members", "members"),
    "learning-calendar": ("members", "nobody"),
    "learning-calendar-secret": ("members", "members"),
    "learning-calendar-feed": ("everybody", "nobody"),
    "learning-notes": ("members", "nobody"),
    "learning-note": ("members", "members"),
    "learning-note-draft": ("nobody", "members"),
    "learning-data": ("everybody", "everybody"),
    "learning-print": ("everybody", "nobody"),
    "teaching": ("teaches", "teaches"),
    "edition-new": ("prepares", "prepares"),
    **dict.fromkeys(("edition-edit", "edition-copy", "edition-announce", "edition-close", "edition-facilitators"), ("manages", "manages")),
    **dict.fromkeys(("teaching-edition", "edition-acts", "edition-dates", "event-new", "event"), ("runs", "runs")),
    **dict.fromkeys(("edition-people", "enrolment", "enrolment-approve", "enrolment-refuse"), ("runs", "runs")),
    **dict.fromkeys(("enrolment-days", "enrolment-end", "edition-invitations"), ("runs", "runs")),
    **dict.fromkeys(("invitation-new", "invitation-change", "people-bring"), ("runs", "runs")),
    **dict.fromkeys(("questions", "questions-export", "bank-question", "quiz-figures"), ("teaches", "nobody")),
    **dict.fromkeys(("questions-import", "question-new", "question-edit", "quiz-items", "question-regrade"), ("teaches", "teaches")),
    "question-retire": ("nobody", "teaches"),
    **dict.fromkeys(("learner-attempts", "read-attempt", "cohort", "cohort-summary", "cohort-export"), ("runs", "nobody")),
    **dict.fromkeys(("edition-report", "cohort-learner", "attendance", "evaluation-figures", "evaluation-csv"), ("runs", "nobody")),
    **dict.fromkeys(("cohort-write", "event-attendance", "evaluation-edit"), ("runs", "runs")),
    **dict.fromkeys(("cohort-mark", "cohort-days"), ("nobody", "runs")),
}
DOORS["members and no stranger"] = (DOORS["members"][0], {"stranger": 404}, 0)  # pictures lead nobody to a sign-in
QUERY = {"question-new": "?kind=single&language=en"}


def where(campus, route: Route) -> str:
    return address(campus, route) + QUERY.get(route.name, "")


def led_to_sign_in(answer) -> bool:
    return answer.status_code == 302 and "/account/login/" in answer["Location"]


def expected(door: str, role: str) -> int:
    """Return the status that refuses this role at this door; 0: she passes, 1: she is asked to sign in."""
    inside, others, rest = DOORS[door]
    if role in inside:
        return 0
    return others.get(role, 1 if role == "stranger" else rest)


def enters(client: Client, people, role: str) -> None:
    client.logout()
    if role != "stranger":
        client.force_login(people[role])


def refused(answer, role: str, status: int) -> None:
    """Hold that an answer refuses, and tells nothing of the cohort: no learner's name, no word of a note or of a question."""
    if status == 1:
        back = answer.status_code == 302 and answer["Location"] == answer.wsgi_request.path  # reading it then leads to the sign-in
        assert led_to_sign_in(answer) or answer.status_code == 403 or back, role
    else:
        assert answer.status_code == status, role
    for own in ("Who Asks", "A note of mine", "What age?", *(["Inês Mutombo"] if role != "learner" else [])):
        assert own not in answer.text, role


def test_every_route_stands_in_the_table_and_nothing_else():
    names = [route.name for route in ALL]
    assert sorted(names) == sorted(set(names))
    assert set(names) == set(TABLE)


@pytest.mark.parametrize("route", ALL, ids=lambda route: route.name)
def test_each_door(client, campus, people, route):
    """Those who are refused come first, and after them every row is as it was; then those who pass read, then they change."""
    reading, changing = TABLE[route.name]
    before, path = everything(), where(campus, route)
    for role in ROLES:
        enters(client, people, role)
        if status := expected(reading, role):
            refused(client.get(path), role, status)
        if status := expected(changing, role):
            refused(client.post(path), role, status)
    assert everything() == before
    for method, door in (("get", reading), ("post", changing)):
        for role in DOORS[door][0]:
            enters(client, people, role)
            answer = getattr(client, method)(path)
            assert answer.status_code not in REFUSED, (role, method)
            assert answer.status_code < 500, (role, method)
            assert not led_to_sign_in(answer), (role, method)


@pytest.mark.parametrize("role", ["learner", "facilitator", "admin"])
def test_every_form_needs_its_token(campus, people, role):
    client, before = Client(enforce_csrf_checks=True), everything()
    client.force_login(people[role])
    for route in ALL:
        assert client.post(where(campus, route)).status_code in (403, 405), route.name
    assert everything() == before


def test_what_is_not_there_is_not_there_for_the_mightiest(client, campus, people):
    """An address that names nothing answers 404 by whichever method."""
    client.force_login(people["admin"])
    for route in ALL:
        path = old = address(campus, route)
        for uid in (campus.own.uid, campus.quiz.translation_key, campus.course.translation_key, campus.question.uid, campus.attempt.uid):
            path = path.replace(str(uid), "7a2b6a4e-1111-4111-8111-000000000000")
        if path != old:
            answers = {client.get(path).status_code, client.post(path).status_code}
            assert 404 in answers, route.name
            assert answers <= {404, 405}, route.name


PEOPLE_OF_EDITIONS = ("enrolment", "enrolment-approve", "enrolment-refuse", "enrolment-days", "enrolment-end")
PARTS = (*PEOPLE_OF_EDITIONS, "invitation-change", "cohort-learner", "cohort-mark", "cohort-days", "event", "event-attendance")


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_one_edition_is_not_reached_through_another(client, campus, people, name):
    """Whoever runs the other edition does not come to people, events and invitations of this one by putting them into her address."""
    route = next(route for route in TEACHING if route.name == name)
    path = address(campus, route).replace(str(campus.own.uid), str(campus.other.uid))
    before = everything()
    for role in ("other_facilitator", "admin"):
        client.force_login(people[role])
        answers = {client.get(path).status_code, client.post(path, {"reason": "x", "days": "3"}).status_code}
        assert answers <= {404, 405}
        assert 404 in answers
    assert everything() == before


def test_who_no_longer_runs_an_edition_is_out_at_once(client, campus, people):
    client.force_login(people["facilitator"])
    where = f"/en/teaching/editions/{campus.own.uid}/cohort/"
    assert client.get(where).status_code == 200
    campus.own.facilitator_rows.all().delete()
    assert client.get(where).status_code == 404


def test_an_account_that_is_closed_passes_no_door(client, campus, people):
    for role in ("facilitator", "admin", "learner"):
        client.force_login(people[role])
        people[role].is_active = False
        people[role].save()
        for name in ("cohort", "attempt-step", "learning"):
            assert led_to_sign_in(client.get(address(campus, next(one for one in ALL if one.name == name)))), (role, name)
