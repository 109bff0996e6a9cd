"""The people of the demo."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress

from accounts.actions import raise_notice
from accounts.beginnings.demo import make_people, run
from accounts.models import User
from accounts.queries import is_accepted_by

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)
ROLES = ["admin", "editor", "facilitator", "learner", "moderator", "partner", "reviewer", "translator"]


def test_eight_people_can_sign_in_at_once_with_what_is_printed(client):
    raise_notice(kind="terms", version="1", now=NOW)
    lines = []
    run(NOW, lines.append)
    assert "demo-demo-demo" in lines[0]
    assert sorted(User.objects.values_list("email", flat=True)) == [f"{role}@example.org" for role in ROLES]
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == 8
    assert all(is_accepted_by(person) and person.is_of_age for person in User.objects.all())
    for role in ROLES:
        client.post("/en/account/login/", {"login": f"{role}@example.org", "password": "demo-demo-demo", "way": "password"})
        assert client.get("/en/account/").context["user"].email == f"{role}@example.org"
        client.post("/en/account/logout/")


def test_each_has_the_group_of_her_role():
    make_people(now=NOW)
    groups = {person.email.partition("@")[0]: list(person.groups.values_list("name", flat=True)) for person in User.objects.all()}
    assert groups == {role: [{"partner": "partner manager"}.get(role, role)] if role not in ("learner", "admin") else [] for role in ROLES}
    assert list(User.objects.administrators().values_list("email", flat=True)) == ["admin@example.org"]


def test_making_them_again_changes_nothing_that_they_changed():
    make_people(now=NOW)
    User.objects.filter(email="learner@example.org").update(name="Another Name")
    make_people(now=NOW)
    assert User.objects.count() == 8
    assert User.objects.get(email="learner@example.org").name == "Another Name"


def test_they_are_refused_where_no_demo_is_allowed(settings):
    settings.IS_DEMO_ALLOWED = False
    with pytest.raises(RuntimeError, match="not on this site"):
        make_people(now=NOW)
    assert not User.objects.exists()
