"""Mails as they travel, read by two parsers: heads, threads, sizes, languages."""

import re

import fast_mail_parser
import pytest
from django.test import Client

from forums.boards.actions import open_general
from forums.letters.stopping import MOST
from forums.letters.threads import mail_uid
from forums.subscriptions.actions import subscribe
from forums.subscriptions.choices import Rhythm
from mail.queries import message_id_of
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, general_forum, later, reply_in, topic_in
from tests.forums.subscriptions.conftest import parsed, raw

pytestmark = pytest.mark.django_db
LANGUAGES = ("pt", "pt-br", "en", "es", "fr")
HOSTILE = (
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "=?utf-8?q?forged?=",
    "a\r\nBcc: all@example.org",
    "--boundary--\n\nContent-Type: text/html\n\n<img src=x onerror=alert(1)>",
    "{{ settings.SECRET_KEY }}{% now 'Y' %}",
    "%(name)s %s {0}",
    ".\r\n.\r\nQUIT",
)


def head(mail, name):
    """Return a header, the same by both parsers."""
    said = parsed(mail)[name]
    other = fast_mail_parser.parse_email(raw(mail)).headers.get(name, [None])
    assert len(other) == 1
    assert (other[0] and other[0].split()) == (said and str(said).split())
    return said and str(said).strip()


def id_of(post, reader):
    return message_id_of(mail_uid(post.uid, reader))


def test_both_readers_find_the_same_words_in_every_language(forum, mailed, capsys):
    topic = topic_in(forum, title="Idade mínima – «sem» certidão?")
    for code in LANGUAGES:
        subscribe(follower=PersonFactory(language=code, email=f"{code}@example.org"), topic=topic, now=NOW)
    post = reply_in(topic, topic.author, text="Olá ✓ “sim”.\n\nمرحبا 你好", language="pt")
    sizes = []
    for mail in mailed(post):
        python, other = parsed(mail), fast_mail_parser.parse_email(raw(mail), strict=True)
        assert other.warnings == []
        assert other.subject == python["Subject"] == "Re: Idade mínima – «sem» certidão?"
        assert head(mail, "Content-Language") == mail.language
        for part, found in (("plain", other.text_plain), ("html", other.text_html)):
            words = python.get_body((part,)).get_content()
            assert [text.replace("\r\n", "\n").strip() for text in found] == [words.strip()]
            for word in ("Olá ✓ “sim”.", "مرحبا 你好", f"/{mail.language}/forums/posts/{post.uid}/", "/forums/news/stop/"):
                assert word in words
        assert "<" not in python.get_body(("plain",)).get_content().replace("«", "")
        assert not re.search(r"<(img|script|link|iframe|object|form)\b", mail.html)
        sizes.append(len(raw(mail)))
    assert len(sizes) == len(LANGUAGES)
    assert max(sizes) <= 30_000
    with capsys.disabled():
        print(f"\n  a mail of one answer: {min(sizes)} to {max(sizes)} bytes in five languages")


def test_the_head_says_whose_mail_it_is_and_how_it_stops(forum, learner, facilitator, mailed):
    topic = topic_in(forum, learner)
    (mail,) = mailed(reply_in(topic, facilitator))
    assert head(mail, "From") == "SSTC Academy <academy@example.org>"
    assert head(mail, "To") == "learner@example.org"
    assert head(mail, "List-Id") == f"<{forum.uid.hex}.forums.academy.example.org>"
    assert head(mail, "Precedence") == "list"
    assert head(mail, "Auto-Submitted") == "auto-generated"
    assert head(mail, "List-Unsubscribe-Post") == "List-Unsubscribe=One-Click"
    https, mailto = head(mail, "List-Unsubscribe").split(", ")
    assert https.startswith("<https://academy.example.org/pt/forums/news/stop/")
    assert mailto == "<mailto:academy@example.org?subject=unsubscribe>"
    assert https.strip("<>") in mail.text


def test_a_thread_holds_together_for_each_reader(forum, learner, facilitator, mailed):
    for person in (learner, facilitator):
        subscribe(follower=person, forum=forum, now=NOW)
    topic = topic_in(forum)
    first = topic.posts.get()
    reply = reply_in(topic, topic.author, now=later(1))
    answer = reply_in(topic, topic.author, parent=reply, now=later(2))
    seen = {}
    for number, post in enumerate((first, reply, answer)):
        for mail in mailed(post, now=later(number)):
            seen[mail.to, post.pk] = {name: head(mail, name) for name in ("Message-ID", "In-Reply-To", "References", "Subject")}
    for person in (learner, facilitator):
        one, two, three = (id_of(post, person) for post in (first, reply, answer))
        mine = [seen[person.email, post.pk] for post in (first, reply, answer)]
        assert [found["Message-ID"] for found in mine] == [one, two, three]
        assert [found["In-Reply-To"] for found in mine] == [None, one, two]
        assert [found["References"] for found in mine] == [None, one, f"{one} {two}"]
        assert [found["Subject"] for found in mine] == [topic.title, f"Re: {topic.title}", f"Re: {topic.title}"]
    assert len({found["Message-ID"] for found in seen.values()}) == 6


def test_who_joins_late_has_the_same_thread(forum, learner, facilitator, mailed):
    topic = topic_in(forum)
    unknown = reply_in(topic, topic.author)
    subscribe(follower=learner, topic=topic, now=NOW)
    mail = next(mail for mail in mailed(reply_in(topic, facilitator, parent=unknown)) if mail.person == learner)
    first = topic.posts.get(place=1)
    assert head(mail, "References") == f"{id_of(first, learner)} {id_of(unknown, learner)}"


def test_a_mail_about_several_topics_answers_none(forum, learner, mailed):
    subscribe(follower=learner, forum=forum, now=NOW)
    topics = [topic_in(forum) for _ in range(2)]
    (mail,) = mailed(*(reply_in(topic, topic.author) for topic in topics))
    assert head(mail, "In-Reply-To") is None
    assert head(mail, "List-Id") == f"<{forum.uid.hex}.forums.academy.example.org>"


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_people_write_breaks_out_of_a_mail(forum, mailed, text):
    asker = PersonFactory(name="Ana")
    topic = topic_in(forum, asker, title=f"T {text}"[:150])
    writer = PersonFactory(name=f"N {text}"[:100].replace("\r\n", " "))
    (mail,) = mailed(reply_in(topic, writer, text=text))
    python, other = parsed(mail), fast_mail_parser.parse_email(raw(mail))
    assert python["Bcc"] is None
    assert other.bcc == []
    assert [part.get_content_type() for part in python.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    assert "<script" not in mail.html
    assert "<img" not in mail.html
    assert "\u202e" not in mail.subject + mail.text + mail.html
    assert "2026</" not in mail.html.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert "\n" not in mail.subject


@pytest.mark.parametrize("sign", ["a", "é", "&", "'", "字", "👩", "مرحبا "])
def test_the_longest_mail_stays_small(learner, mailed, sign, capsys):
    """Twenty topics of the greatest length in twenty forums, told at once and as a digest."""
    for rhythm in (Rhythm.AT_ONCE, Rhythm.DAILY):
        posts = []
        for _ in range(20):
            forum = general_forum()
            open_general(slug=forum.slug, titles={"pt": (sign * 200)[:200]}, leads={})
            subscribe(follower=learner, forum=forum, rhythm=rhythm, now=NOW)
            writer = PersonFactory(name=(sign * 150)[:150])
            posts.append(topic_in(forum, writer, title=(sign * 150)[:150], text=(sign * 20_000)[:20_000]).posts.get())
        written = mailed(*posts) or mailed(now=later(60 * 24))
        (mail,) = written
        size = len(raw(mail))
        assert size <= 30_000
        assert max(len(line) for line in raw(mail).split(b"\n")) <= 998
        assert "20" in mail.subject
        with capsys.disabled():
            print(f"\n  the longest mail of {sign.strip()!r}, {rhythm}: {size} bytes", end="")


def test_a_single_long_post_stays_small(forum, learner, facilitator, mailed):
    topic = topic_in(forum, learner)
    (mail,) = mailed(reply_in(topic, facilitator, text="palavra " * 2400))
    assert len(raw(mail)) <= 30_000
    assert "…" in mail.text


def test_the_button_of_the_mail_reader_stops_what_the_head_names(forum, learner, facilitator, mailed):
    topic = topic_in(forum, facilitator)
    subscribe(follower=learner, topic=topic, now=NOW)
    (mail,) = mailed(reply_in(topic, facilitator))
    url = head(mail, "List-Unsubscribe").partition(">")[0].strip("<").removeprefix("https://academy.example.org")
    answer = Client(enforce_csrf_checks=True).post(url, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert mailed(reply_in(topic, facilitator)) == []


def test_a_mail_about_many_things_is_stopped_by_its_rhythm(learner, mailed):
    for _ in range(MOST + 1):
        subscribe(follower=learner, forum=general_forum(), now=NOW)
    posts = [topic_in(row.forum).posts.get() for row in learner.subscriptions.all()]
    (mail,) = mailed(*posts)
    url = head(mail, "List-Unsubscribe").partition(">")[0].strip("<").removeprefix("https://academy.example.org")
    assert len(url) < 700
    Client().post(url)
    assert set(learner.subscriptions.values_list("rhythm", flat=True)) == {Rhythm.NEVER}
