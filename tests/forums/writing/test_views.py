"""Writing, changing, taking back."""

from uuid import uuid4

import pytest

from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from tests.factories.forums import general_forum, reply_in, topic_in

pytestmark = pytest.mark.django_db


def fields(**more):
    return {"text": "Uma *pergunta*.", "language": "", "token": str(uuid4())} | more


def test_a_member_begins_a_topic_and_reads_it(client, forum, learner):
    client.force_login(learner)
    answer = client.post(f"/pt/forums/{forum.uid}/new/", fields(title="Idade  mínima", is_question="on"))
    topic = Topic.objects.get()
    assert answer["Location"] == f"/pt/forums/topics/{topic.uid}/#p1"
    assert (topic.title, topic.is_question, topic.posts_count, topic.forum.topics_count) == ("Idade mínima", True, 1, 1)
    assert "<em>pergunta</em>" in client.get(answer["Location"]).text


def test_the_same_form_sent_twice_is_one_post(client, topic, learner):
    client.force_login(learner)
    data = fields()
    first = client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)
    again = client.post(f"/pt/forums/topics/{topic.uid}/reply/", data)
    assert first["Location"] == again["Location"]
    assert topic.posts.count() == 2


def test_new_people_wait_for_a_moderator_once(client, homes, learner):
    forum = general_forum(checks_first_posts=True)
    topic = topic_in(forum)
    client.force_login(learner)
    answer = client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields(text="words that wait"), follow=True)
    assert Post.objects.get(text="words that wait").state == State.WAITING
    assert "words that wait" in answer.text
    client.logout()
    assert "words that wait" not in client.get(f"/pt/forums/topics/{topic.uid}/").text


def test_a_quote_says_whose_words_they_are(client, topic, facilitator):
    client.force_login(facilitator)
    first = topic.posts.get()
    text = client.get(f"/pt/forums/topics/{topic.uid}/reply/?quote={first.uid}").text
    assert "&gt; **Inês Mutombo**" in text


def test_a_preview_keeps_what_was_typed_and_writes_nothing(client, topic, learner):
    client.force_login(learner)
    answer = client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields(preview="1"))
    assert "<em>pergunta</em>" in answer.text
    assert "Uma *pergunta*." in answer.text
    assert topic.posts.count() == 1


def test_an_empty_text_is_refused_beside_its_field(client, topic, learner):
    client.force_login(learner)
    for text in ("", "   \n", "***"):
        answer = client.post(f"/pt/forums/topics/{topic.uid}/reply/", fields(text=text))
        assert answer.status_code == 422
        assert 'aria-invalid="true"' in answer.text


def test_an_edit_keeps_the_earlier_text_for_writer_and_moderators(client, topic, learner, facilitator, moderator):
    post = reply_in(topic, learner, text="The first words here")
    client.force_login(learner)
    client.post(f"/pt/forums/posts/{post.uid}/edit/", fields(text="The second words here"))
    post.refresh_from_db()
    assert post.text == "The second words here"
    for person, status in ((learner, 200), (moderator, 200), (facilitator, 403)):
        client.force_login(person)
        answer = client.get(f"/pt/forums/posts/{post.uid}/history/")
        assert answer.status_code == status
        if status == 200:
            assert "<del>first</del><ins>second</ins>" in answer.text


def test_a_deleted_post_leaves_a_line_and_no_text(client, topic, learner):
    post = reply_in(topic, learner, text="regretted words")
    reply_in(topic, text="an answer")
    client.force_login(learner)
    assert "regretted" in client.get(f"/pt/forums/posts/{post.uid}/delete/").text
    client.post(f"/pt/forums/posts/{post.uid}/delete/")
    post.refresh_from_db()
    assert (post.text, post.html, post.state, post.place) == ("", "", State.DELETED, 2)
    text = client.get(f"/pt/forums/topics/{topic.uid}/").text
    assert "an answer" in text
    topic.refresh_from_db()
    assert topic.posts_count == 2


def test_a_question_has_one_answer_chosen_by_who_asked(client, forum, learner, facilitator):
    topic = topic_in(forum, learner, is_question=True)
    post = reply_in(topic, facilitator)
    client.force_login(facilitator)
    assert client.post(f"/pt/forums/posts/{post.uid}/accept/", {"accepted": "1"}).status_code == 403
    client.force_login(learner)
    client.post(f"/pt/forums/posts/{post.uid}/accept/", {"accepted": "1"})
    topic.refresh_from_db()
    assert topic.accepted == post
    assert client.post(f"/pt/forums/posts/{topic.posts.get(place=1).uid}/accept/", {"accepted": "1"}).status_code == 403


def test_a_mark_counts_once_a_person_and_never_ones_own(client, topic, learner, facilitator):
    post = topic.posts.get()
    client.force_login(learner)
    assert client.post(f"/pt/forums/posts/{post.uid}/useful/", {"useful": "1"}).status_code == 403
    client.force_login(facilitator)
    for _ in range(2):
        client.post(f"/pt/forums/posts/{post.uid}/useful/", {"useful": "1"})
    post.refresh_from_db()
    assert post.useful_count == 1
    client.post(f"/pt/forums/posts/{post.uid}/useful/", {"useful": "0"})
    post.refresh_from_db()
    assert post.useful_count == 0
