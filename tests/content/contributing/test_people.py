"""Others write along: asked by mail, they accept, they go."""

from datetime import timedelta

import pytest
from django.utils import timezone

from content.contributing import actions, links
from content.contributing.choices import MOST_CO_AUTHORS
from content.contributing.models import CoAuthor
from content.contributing.queries import held_about
from content.contributing.refusals import Refused
from content.contributing.wagtail_hooks import erase_person, review_link
from mail.models import Message
from tests.factories.contributions import NOW, contribution

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(row, learner, other):
    """Return an invitation that nobody accepted yet."""
    return actions.invite(contribution=row, email="Other@Example.org ", language="fr", by=learner, now=NOW)


def test_an_address_gets_a_mail_in_its_language_with_a_link(asked, row):
    mail = Message.objects.get(to="other@example.org")
    assert mail.language == "fr"
    assert row.title in mail.text
    assert "/fr/library/contribute/join/" in mail.text


def test_asking_again_sends_a_new_link_and_makes_the_old_one_old(client, asked, row, learner, other):
    old = links.token_for(asked, NOW)
    actions.invite(contribution=row, email=asked.email, language="fr", by=learner, now=NOW + timedelta(hours=1))
    assert CoAuthor.objects.count() == 1
    client.force_login(other)
    assert client.get(f"/fr/library/contribute/join/{old}/").status_code == 410


def test_the_link_lets_its_person_in_by_a_button(client, asked, row, other):
    token = links.token_for(asked, timezone.now())
    page = f"/fr/library/contribute/join/{token}/"
    assert client.get(page).status_code == 302, "strangers sign in first"
    client.force_login(other)
    assert row.title in client.get(page).text
    assert CoAuthor.objects.joined().count() == 0, "looking is not accepting"
    for _time in range(2):
        assert client.post(page).url == f"/fr/library/contribute/{row.uid}/"
    assert client.get(f"/fr/library/contribute/{row.uid}/").status_code == 200


def test_a_link_is_for_one_person(client, asked, reviewer):
    client.force_login(reviewer)
    assert client.post(f"/pt/library/contribute/join/{links.token_for(asked, timezone.now())}/").status_code == 403
    with pytest.raises(Refused):
        actions.join(co_author=asked, person=reviewer, now=NOW)


@pytest.mark.parametrize(("token", "status"), [("x", 404), ("x" * 400, 404), ("a.b.c", 404)])
def test_a_broken_link_is_told_kindly(client, other, token, status):
    client.force_login(other)
    assert client.get(f"/pt/library/contribute/join/{token}/").status_code == status


def test_a_link_ends_after_a_month(client, asked, other):
    client.force_login(other)
    token = links.token_for(asked, timezone.now() - timedelta(days=31))
    assert client.get(f"/pt/library/contribute/join/{token}/").status_code == 410


def test_nobody_asks_herself_or_a_crowd(row, learner):
    with pytest.raises(Refused):
        actions.invite(contribution=row, email=learner.email, language="pt", by=learner, now=NOW)
    for number in range(MOST_CO_AUTHORS):
        actions.invite(contribution=row, email=f"a{number}@example.org", language="pt", by=learner, now=NOW)
    with pytest.raises(Refused, match=str(MOST_CO_AUTHORS)):
        actions.invite(contribution=row, email="one.more@example.org", language="pt", by=learner, now=NOW)


def test_the_owner_asks_and_removes_a_co_author_only_goes(client, asked, row, other, learner):
    actions.join(co_author=asked, person=other, now=NOW)
    people = f"/pt/library/contribute/{row.uid}/people/"
    client.force_login(other)
    assert client.post(people, {"email": "x@example.org", "language": "pt"}).status_code == 403
    assert client.post(f"{people}{asked.uid}/remove/").url == "/pt/library/contribute/"
    assert client.get(people).status_code == 404
    client.force_login(learner)
    assert client.post(people, {"email": "x@example.org", "language": "pt"}).status_code == 302
    assert client.post(people, {"email": "nobody", "language": "pt"}).status_code == 422
    assert client.post(people, {"email": learner.email, "language": "pt"}).status_code == 422
    assert "x@example.org" in client.get(people).text
    assert client.post(f"{people}{row.uid}/remove/").status_code == 404


def test_her_data_go_with_her_what_others_need_stays(row, learner, other, asked):
    actions.join(co_author=asked, person=other, now=NOW)
    alone = contribution(learner)
    assert {one["title"] for one in held_about(learner)} == {row.title}
    erase_person(learner, NOW)
    row.refresh_from_db()
    assert row.owner is None
    assert not type(alone).objects.filter(pk=alone.pk).exists()
    erase_person(other, NOW)
    assert not CoAuthor.objects.exists()


def test_an_author_is_led_to_her_contribution(row, learner, reviewer):
    page = actions.send(contribution=row, by=learner, now=NOW)
    assert review_link(page, learner) == f"/pt/library/contribute/{row.uid}/"
    assert review_link(page, reviewer) is None
