"""Mails of news: one for a person and moment, each at its hour, in her language, once."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.translation import override
from django_q.models import OrmQ

from content.audience.actions import set_level
from forums.discussions.actions import delete_post, publish, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.letters import tasks
from forums.letters.actions import mail_due, queue_due
from forums.letters.choices import PEOPLE_IN_A_JOB
from forums.moderation.models import Suspension
from forums.subscriptions.actions import forget_old, subscribe, tell
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.models import News
from mail.addresses import hidden
from mail.choices import State as MailState
from mail.models import Message, Suppression
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.forums import NOW, general_forum, guest, later, page_forum, reply_in, topic_in
from tests.forums.subscriptions.conftest import parsed

pytestmark = pytest.mark.django_db
SATURDAY = datetime(2026, 11, 21, 12, tzinfo=UTC)


def plain(mail):
    return parsed(mail).get_body(("plain",)).get_content()


def page(mail):
    return parsed(mail).get_body(("html",)).get_content()


@pytest.fixture
def asked(forum, learner):
    """A topic that the learner began and does not follow otherwise."""
    return topic_in(forum, learner, title="Como confirmar a idade?")


def test_an_answer_is_told_by_mail_at_once(asked, learner, facilitator, mailed):
    post = reply_in(asked, facilitator, text="Pelo *livro* de <matrículas>.\n\nE pela escola.")
    (mail,) = mailed(post)
    assert (mail.to, mail.person, mail.language, mail.kind) == ("learner@example.org", learner, "pt", "forum-news")
    assert mail.subject == "Re: Como confirmar a idade?"
    assert "Adjoa Baptista" in plain(mail)
    assert "> Pelo *livro* de <matrículas>.\n>\n> E pela escola." in plain(mail)
    assert f"https://academy.example.org/pt/forums/posts/{post.uid}/" in plain(mail)
    assert "&lt;matrículas&gt;" in page(mail)
    assert '<blockquote dir="auto" lang="pt">' in page(mail)
    assert News.objects.get(post=post).mailed_at == NOW


def test_a_new_topic_bears_its_own_title(forum, facilitator, mailed):
    subscribe(follower=facilitator, forum=forum, now=NOW)
    (mail,) = mailed(topic_in(forum, title="Uma\tpergunta").posts.get())
    assert mail.subject == "Uma pergunta"


def test_what_is_due_together_is_one_mail(asked, forum, learner, facilitator, mailed):
    subscribe(follower=learner, forum=forum, now=NOW)
    other = topic_in(forum, facilitator, title="Outro")
    posts = [reply_in(asked, facilitator, text="First."), other.posts.get(), reply_in(asked, facilitator, text="Last.")]
    (mail,) = mailed(*posts)
    words = plain(mail)
    assert "3" in mail.subject
    assert words.index("First.") < words.index("Last.") < words.index("Outro")
    assert words.count("Como confirmar a idade?") == 1
    assert mailed(now=later(60)) == []


def test_the_same_job_run_twice_sends_once(asked, facilitator):
    post = reply_in(asked, facilitator)
    for _ in range(2):
        tasks.tell.call(post.pk)
        tasks.mail_due.call()
    assert Message.objects.count() == 1
    News.objects.update(mailed_at=None)  # even with its memory gone, the mail's own id stands in the way
    with pytest.raises(Exception, match=r"(?i)unique"):
        mail_due(now=later(1))


def test_a_mail_that_cannot_be_written_leaves_its_news_due(asked, facilitator, settings):
    post = reply_in(asked, facilitator)
    tell(post_id=post.pk, now=NOW)
    settings.SITE_URL = "https://" + "x" * 2000  # headers of such a length are refused
    with pytest.raises(Exception, match="one line"):
        mail_due(now=NOW)
    assert News.objects.get().mailed_at is None
    settings.SITE_URL = "https://academy.example.org"
    assert mail_due(now=NOW) == 1


@pytest.mark.parametrize(
    ("rhythm", "zone", "hour"),
    [
        (Rhythm.DAILY, "Africa/Maputo", datetime(2026, 11, 22, 5, tzinfo=UTC)),
        (Rhythm.DAILY, "America/Lima", datetime(2026, 11, 22, 12, tzinfo=UTC)),
        (Rhythm.DAILY, "not/a zone", datetime(2026, 11, 22, 7, tzinfo=UTC)),
        (Rhythm.WEEKLY, "Africa/Dakar", datetime(2026, 11, 23, 7, tzinfo=UTC)),
        (Rhythm.WEEKLY, "Asia/Dili", datetime(2026, 11, 22, 22, tzinfo=UTC)),
    ],
)
def test_a_digest_comes_in_the_morning_where_its_reader_is(forum, mailed, rhythm, zone, hour):
    person = PersonFactory(time_zone=zone)
    subscribe(follower=person, forum=forum, rhythm=rhythm, now=NOW)
    posts = [topic_in(forum, title="One").posts.get(), topic_in(forum, title="Two").posts.get()]
    assert mailed(*posts, now=NOW) == []
    assert mailed(now=hour - timedelta(seconds=1)) == []
    assert queue_due(now=hour) is True
    (mail,) = mailed(now=hour)
    assert "One" in plain(mail)
    assert "Two" in plain(mail)
    assert queue_due(now=hour) is False


def test_without_mails_the_news_are_there_all_the_same(asked, learner, facilitator, mailed):
    subscribe(follower=learner, rhythm=Rhythm.NEVER, now=NOW)
    assert mailed(reply_in(asked, facilitator), now=later(60 * 24 * 30)) == []
    assert News.objects.get().due_at is None


def test_a_wish_ended_between_post_and_digest_ends_the_digest(forum, learner, mailed):
    subscribe(follower=learner, forum=forum, rhythm=Rhythm.DAILY, now=NOW)
    post = topic_in(forum).posts.get()
    mailed(post)
    subscribe(follower=learner, forum=forum, rhythm=Rhythm.NEVER, now=NOW)
    assert mailed(now=later(60 * 24)) == []


@pytest.mark.parametrize("fate", ["deleted", "hidden", "closed page", "gone page", "suspended", "inactive", "claimed"])
def test_nothing_is_mailed_that_may_not_be_read_any_more(homes, learner, visitor, moderator, mailed, fate):
    """Between the post and the digest something changes."""
    page = page_below(homes["pt"])
    topic = topic_in(page_forum(page), PersonFactory())
    readers = {"closed page": visitor, "claimed": visitor, "hidden": moderator}
    reader = readers.get(fate, learner)
    subscribe(follower=reader, topic=topic, rhythm=Rhythm.DAILY, now=NOW)
    post = reply_in(topic, topic.author, text="secret words")
    assert mailed(post) == []
    assert News.objects.filter(due_at__isnull=False, mailed_at=None).count() == 1
    if fate == "deleted":
        delete_post(post=Post.objects.get(pk=post.pk), now=NOW)
    elif fate == "hidden":
        take_down(post=Post.objects.get(pk=post.pk), state=State.HIDDEN, now=NOW)
    elif fate == "closed page":
        set_level(translation_key=page.translation_key, level="members", now=NOW)
    elif fate == "gone page":
        page.unpublish()
    elif fate == "suspended":
        Suspension.objects.create(user=reader, reason="other", begins_at=NOW)
    elif fate == "inactive":
        reader.is_active = False
        reader.save()
    else:
        reader.claimed_by = moderator
        reader.save()
    assert mailed(now=later(60 * 24 * 8)) == []
    assert not News.objects.filter(due_at__isnull=False, mailed_at=None).exists()


def test_of_several_news_those_that_were_taken_down_are_left_out(forum, learner, mailed):
    subscribe(follower=learner, forum=forum, rhythm=Rhythm.DAILY, now=NOW)
    first, second = (topic_in(forum, text=words).posts.get() for words in ("keep this", "lose this"))
    mailed(first, second)
    take_down(post=second, state=State.HIDDEN, now=NOW)
    (mail,) = mailed(now=later(60 * 24))
    assert "keep this" in mail.text
    assert "lose this" not in mail.text
    assert mail.subject == first.topic.title


def test_a_post_that_waited_is_told_when_it_is_published(asked, facilitator, mailed):
    post = reply_in(asked, facilitator, state=State.WAITING)
    assert mailed(post) == []
    publish(post=post, now=later(5))
    assert len(mailed(post, now=later(5))) == 1


def test_many_news_are_counted_and_the_first_are_shown(forum, learner, mailed):
    subscribe(follower=learner, forum=forum, rhythm=Rhythm.WEEKLY, now=NOW)
    posts = [topic_in(forum, title=f"Topic number {number}.", now=later(number)).posts.get() for number in range(70)]
    mailed(*posts)
    (mail,) = mailed(now=later(60 * 24 * 7))
    assert "70" in mail.subject
    assert "60" in plain(mail)
    assert "/pt/forums/news/" in plain(mail)
    assert News.objects.filter(mailed_at=None).count() == 0


def test_a_guest_is_written_to_in_her_language_and_told_the_clock(forum, visitor, learner, mailed):
    topic = topic_in(forum, visitor, language="fr")
    (mail,) = mailed(reply_in(topic, learner))
    assert (mail.to, mail.person, mail.language) == ("awa@example.org", None, "fr")
    assert "UTC" in plain(mail)
    assert "/fr/forums/" in plain(mail)
    assert "subscriptions/" not in plain(mail)
    for words in (plain(mail), page(mail)):
        assert "https://academy.example.org/fr/forums/guests/" in words


@pytest.mark.parametrize(("zone", "shown"), [("Africa/Maputo", "14:00"), ("America/Lima", "7:00"), ("UTC", "12:00")])
def test_dates_are_those_of_the_reader(forum, mailed, zone, shown):
    person = PersonFactory(time_zone=zone)
    (mail,) = mailed(reply_in(topic_in(forum, person)))
    assert shown in plain(mail).replace("h", ":")
    assert "UTC" not in plain(mail)


def test_each_reader_is_written_to_in_her_own_language(forum, mailed):
    topic = topic_in(forum)
    for code in ("pt", "pt-br", "en", "es", "fr"):
        subscribe(follower=PersonFactory(language=code, email=f"{code}@example.org"), topic=topic, now=NOW)
    mails = {mail.to.partition("@")[0]: mail for mail in mailed(reply_in(topic, topic.author, language="es"))}
    assert set(mails) == {"pt", "pt-br", "en", "es", "fr"}
    for code, mail in mails.items():
        assert mail.language == code
        assert f'<html lang="{code}">' in page(mail)
        assert f"/{code}/forums/posts/" in plain(mail)
        assert 'dir="auto" lang="es"' in page(mail)
    with override("fr"):
        assert "espagnol" in plain(mails["fr"])


def test_whoever_stopped_all_mails_of_this_kind_gets_none(asked, learner, facilitator, mailed):
    Suppression.objects.create(address_hash=hidden(learner.email), kind="forum-news", cause="asked", made_at=NOW)
    (mail,) = mailed(reply_in(asked, facilitator))
    assert mail.state == MailState.SUPPRESSED


def test_one_job_writes_to_some_people_and_queues_the_next(forum):
    topic = topic_in(forum)
    for _ in range(PEOPLE_IN_A_JOB + 5):
        subscribe(follower=guest(), topic=topic, now=NOW)
    tell(post_id=reply_in(topic, topic.author).pk, now=NOW)
    OrmQ.objects.all().delete()
    assert mail_due(now=NOW) == PEOPLE_IN_A_JOB
    assert OrmQ.objects.count() == PEOPLE_IN_A_JOB + 1
    assert mail_due(now=NOW) == 5
    assert mail_due(now=NOW) == 0
    assert Message.objects.values("to").distinct().count() == PEOPLE_IN_A_JOB + 5


def test_a_job_that_takes_long_leaves_the_rest_to_the_next(forum):
    topic = topic_in(forum)
    for _ in range(3):
        subscribe(follower=guest(), topic=topic, now=NOW)
    tell(post_id=reply_in(topic, topic.author).pk, now=NOW)
    for left in (2, 1, 0):
        OrmQ.objects.all().delete()
        assert mail_due(now=NOW, seconds=0) == 1
        assert News.objects.filter(mailed_at=None).count() == left
        assert OrmQ.objects.count() == (2 if left else 1)  # the mail itself, and the next job


def test_old_news_are_forgotten(asked, facilitator, tells):
    tells(reply_in(asked, facilitator))
    assert forget_old(now=NOW + timedelta(days=90)) == 0
    assert forget_old(now=NOW + timedelta(days=91)) == 1


def test_news_of_two_forums_are_one_mail_with_both(learner, mailed):
    forums = [general_forum(titles={"pt": name}) for name in ("Pesca", "Minas")]
    for forum in forums:
        subscribe(follower=learner, forum=forum, now=NOW)
    (mail,) = mailed(*(topic_in(forum).posts.get() for forum in forums))
    assert "Pesca" in plain(mail)
    assert "Minas" in page(mail)
