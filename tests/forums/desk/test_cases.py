"""Decisions at the desk, by plain forms."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forums.discussions.actions import delete_post
from forums.discussions.choices import State
from forums.moderation.models import Decision, Phrase, Suspension
from tests.factories.accounts import PersonFactory
from tests.factories.forums import reply_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, moderator):
    client.force_login(moderator)
    return client


@pytest.fixture
def post(topic):
    return reply_in(topic, PersonFactory(language="fr"), state=State.WAITING, text="Waiting words")


def decide(client, post, verb, **more):
    return client.post(f"/en/forums/posts/{post.uid}/decide/", {"verb": verb, "seen": "", **more}, follow=True)


def state_of(post):
    post.refresh_from_db()
    return post.state


def test_the_buttons_of_the_page_decide_without_a_script_and_lead_to_the_next_case(desk, post, topic):
    second = reply_in(topic, state=State.WAITING)
    page = desk.get("/en/forums/queue/").text
    form = re.search(rf'action="(/en/forums/posts/{post.uid}/decide/)".*?</form>', page, re.DOTALL)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.group()))
    answer = desk.post(form.group(1), {**fields, "verb": "approve"})
    assert answer["Location"] == f"/en/forums/queue/#c{second.uid}"
    assert f'id="c{second.uid}" tabindex="-1"' in page
    assert state_of(post) == State.PUBLISHED


def test_reason_template_and_words_reach_the_writer_in_her_language(desk, post):
    phrase = Phrase.objects.create(title="No names", texts={"pt": "Sem nomes.", "fr": "Pas de noms."})
    decide(desk, post, "reject", reason="spam", phrase=phrase.pk, words="À bientôt")
    decision = Decision.objects.get()
    assert (decision.reason, decision.words, state_of(post)) == ("spam", "Pas de noms.\n\nÀ bientôt", State.REJECTED)


def test_the_second_of_two_moderators_reads_kindly_what_was_decided(desk, client, post, admin):
    decide(desk, post, "approve")
    client.force_login(admin)
    answer = decide(client, post, "reject")
    assert "Tomás Évora was faster: approved" in answer.text
    assert state_of(post) == State.PUBLISHED
    assert Decision.objects.count() == 1


def test_what_the_writer_took_back_is_told(desk, post):
    delete_post(post=post, now=timezone.now())
    assert "nothing to decide" in decide(desk, post, "approve").text


@pytest.mark.parametrize(
    "wrong", [{"verb": "explode"}, {"verb": "split"}, {"verb": ""}, {"words": "x" * 1001}, {"reason": "x"}, {"phrase": "9"}]
)
def test_a_form_that_is_wrong_keeps_what_was_typed(desk, post, wrong):
    answer = decide(desk, post, **({"verb": "reject", "words": "My words"} | wrong))
    assert answer.status_code == 422
    assert state_of(post) == State.WAITING
    assert wrong.get("words", "My words") in answer.text


@pytest.mark.parametrize("following", ["", "x", "javascript:alert(1)", "4e969c06-2748-4d71-9581-0af04fa562d5"])
def test_the_way_back_is_ours_whatever_is_sent(desk, post, following):
    fields = {"verb": "approve", "seen": "", "following": following, "from": "https://evil.example", "language": "fr&x=<b>"}
    answer = desk.post(f"/en/forums/posts/{post.uid}/decide/", fields)
    assert answer.status_code in (302, 422)
    if answer.status_code == 302:
        assert answer["Location"].startswith("/en/forums/queue/")


def test_undo_takes_back_ones_own_within_ten_minutes(desk, client, post, admin):
    decide(desk, post, "approve")
    page = desk.get("/en/forums/queue/").text
    where = f"/en/forums/decisions/{Decision.objects.get().uid}/undo/"
    assert where in page
    client.force_login(admin)
    assert client.post(where).status_code == 404
    client.force_login(Decision.objects.get().moderator)
    assert "Taken back." in client.post(where, follow=True).text
    assert state_of(post) == State.WAITING
    assert "no longer be taken back" in client.post(where, follow=True).text


def test_after_eleven_minutes_it_is_kindly_refused(desk, post):
    decide(desk, post, "approve")
    Decision.objects.update(decided_at=timezone.now() - timedelta(minutes=11))
    assert "/undo/" not in desk.get("/en/forums/queue/").text
    answer = desk.post(f"/en/forums/decisions/{Decision.objects.get().uid}/undo/", follow=True)
    assert "ten minutes are over" in answer.text
    assert state_of(post) == State.PUBLISHED


def test_getting_changes_nothing(desk, post):
    for path in (f"posts/{post.uid}/decide/", f"decisions/{uuid4()}/undo/", f"people/{uuid4()}/release/"):
        assert desk.get(f"/en/forums/{path}").status_code == 405


def test_others_may_do_nothing_here(client, cast, post, topic):
    paths = ["decide", "amend", "suspend"]
    for role in ("stranger", "learner", "facilitator", "editor", "reviewer", "translator", "partner"):
        if role != "stranger":
            client.force_login(cast[role])
        for path in [f"posts/{post.uid}/{word}/" for word in paths] + [
            f"topics/{topic.uid}/{w}/" for w in ("tend", "move", "merge", "split")
        ]:
            answer = client.post(f"/en/forums/{path}", {"verb": "approve", "days": "7", "reason": "spam", "text": "x"})
            assert answer.status_code in (403, 404), (role, path)
    assert state_of(post) == State.WAITING
    assert not Decision.objects.exists()
    assert not Suspension.objects.exists()


def test_a_case_shows_its_log_and_a_moderator_changes_the_text_with_a_reason(desk, post, topic):
    decide(desk, post, "approve", reason="other", words="Welcome")
    answer = desk.post(f"/en/forums/posts/{post.uid}/amend/", {"text": "[a name]", "reason": "child", "words": "No names"})
    assert answer.status_code == 302
    page = desk.get(f"/en/forums/posts/{post.uid}/case/").text
    for words in ("Welcome", "No names", "approved", "edited", "[a name]"):
        assert words in page
    assert desk.post(f"/en/forums/posts/{post.uid}/amend/", {"text": ""}).status_code == 422
