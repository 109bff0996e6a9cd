"""People are told what was decided about them, in their language, once it stands."""

from datetime import timedelta

import pytest

from forums.moderation.actions import amend, forget_person, release, report, suspend, tell_due, undo
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Decision, Report, Suspension
from forums.moderation.queries import held_about, is_suspended, suspension_of
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.forums import NOW, later, reply_in

pytestmark = pytest.mark.django_db


def ours():
    """Return the mails of moderation; news about answers go out beside them."""
    return Message.objects.filter(kind__startswith="forums-")


@pytest.fixture
def koffi(db):
    return PersonFactory(name="Koffi", language="fr", email="koffi@example.org")


def test_the_writer_is_told_after_ten_minutes_with_reason_and_words(topic, koffi, decided):
    post = reply_in(topic, koffi, state="waiting", text="Achetez maintenant")
    decided(post, "reject", reason="spam", words="Pas de publicité ici.")
    assert tell_due(now=later(9)) == 0
    assert tell_due(now=later(10)) == 1
    assert tell_due(now=later(11)) == 0
    mail = ours().get()
    assert (mail.to, mail.language, mail.kind, mail.is_essential) == (koffi.email, "fr", "forums-decisions", True)
    for words in ("Pas de publicité ici.", "Achetez maintenant", topic.title):
        assert words in mail.text
        assert words in mail.html
    assert "/fr/forums/decisions/" in mail.text


def test_a_guest_is_told_by_mail(topic, visitor, decided):
    post = reply_in(topic, visitor, state="waiting")
    decided(post, "approve")
    tell_due(now=later(10))
    mail = ours().get()
    assert (mail.to, mail.language, mail.person) == (visitor.email, "fr", None)
    assert f"/fr/forums/posts/{post.uid}/" in mail.text


def test_what_was_undone_is_told_to_nobody(topic, koffi, decided):
    undo(decision=decided(reply_in(topic, koffi, state="waiting"), "reject"), now=later(1))
    assert tell_due(now=later(20)) == 0
    assert not ours().exists()


@pytest.mark.parametrize("verb", ["restore", "hide"])
def test_the_reporter_is_told_the_outcome_and_not_by_whom(topic, koffi, facilitator, moderator, decided, verb):
    post = reply_in(topic, koffi)
    report(post=post, reporter=facilitator, reason=Reason.CHILD, words="", now=NOW)
    decided(post, verb)
    tell_due(now=later(10))
    mail = Message.objects.get(kind="forums-reports")
    assert mail.to == facilitator.email
    assert not mail.is_essential
    assert moderator.name not in mail.text
    assert facilitator.name not in Message.objects.get(kind="forums-decisions").text


def test_an_alarm_set_aside_troubles_the_writer_with_nothing(topic, koffi, facilitator, decided):
    post = reply_in(topic, koffi)
    report(post=post, reporter=facilitator, reason=Reason.SPAM, words="", now=NOW)
    decided(post, "dismiss")
    tell_due(now=later(10))
    assert [mail.to for mail in ours()] == [facilitator.email]


def test_moderators_are_not_told_of_their_own_decisions_nor_those_who_are_gone(topic, moderator, koffi, decided):
    decided(reply_in(topic, moderator), "hide")
    post = reply_in(topic, koffi)
    decided(post, "hide")
    koffi.is_active = False
    koffi.save()
    assert tell_due(now=later(10)) == 2
    assert not ours().exists()


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_every_decision_can_be_told_in_every_language(topic, moderator, verb, language):
    person = PersonFactory(language=language)
    Decision.objects.create(verb=verb, moderator=moderator, user=person, topic=topic, decided_at=NOW)
    tell_due(now=later(10))
    assert ours().count() == (0 if verb in ("dismiss", "pin", "unpin") else 1)


@pytest.mark.parametrize("days", [1, 7, None])
def test_a_suspension_holds_until_its_end_or_release(koffi, visitor, moderator, days):
    ends_at = NOW + timedelta(days=days) if days else None
    for person in (koffi, visitor):
        suspend(person=person, moderator=moderator, reason="harm", words="Enough", ends_at=ends_at, now=NOW)
        assert is_suspended(person, NOW)
        assert is_suspended(person, NOW + timedelta(days=8)) is (days is None)
        assert not is_suspended(person, NOW - timedelta(days=1))
        assert release(person=person, moderator=moderator, now=later(1))
        assert not release(person=person, moderator=moderator, now=later(1))
        assert not is_suspended(person, later(1))


def test_suspending_is_undone_and_told_with_its_end(koffi, moderator):
    suspend(person=koffi, moderator=moderator, reason="harm", words="", ends_at=NOW + timedelta(days=7), now=NOW)
    decision = Decision.objects.get()
    tell_due(now=later(10))
    assert "28 novembre 2026" in ours().get().text
    assert undo(decision=decision, now=later(10))
    assert not is_suspended(koffi, later(10))
    assert not undo(decision=decision, now=later(10))


def test_a_new_suspension_replaces_the_old_one(koffi, moderator):
    suspend(person=koffi, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    suspend(person=koffi, moderator=moderator, reason="harm", ends_at=NOW + timedelta(days=1), now=later(1))
    assert suspension_of(koffi, later(2)).ends_at == NOW + timedelta(days=1)
    assert Suspension.objects.in_force(later(2)).count() == 1


def test_personal_data_has_alarms_decisions_and_suspensions_but_no_moderator(topic, koffi, moderator, decided):
    report(post=reply_in(topic), reporter=koffi, reason=Reason.HARM, words="Rude", now=NOW)
    decided(reply_in(topic, koffi), "hide", words="Sorry")
    suspend(person=koffi, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    held = held_about(koffi)
    assert held["reports"][0]["words"] == "Rude"
    assert {one["verb"] for one in held["decisions"]} == {"hide", "suspend"}
    assert len(held["suspensions"]) == 1
    assert moderator.name not in str(held)


def test_an_erased_person_leaves_decisions_without_her(topic, koffi, moderator, decided):
    report(post=reply_in(topic), reporter=koffi, reason=Reason.HARM, words="I am Koffi", now=NOW)
    decided(reply_in(topic, koffi), "hide", words="Dear Koffi")
    suspend(person=koffi, moderator=moderator, reason="harm", ends_at=None, now=NOW)
    amend(post=reply_in(topic), text="x", moderator=koffi, now=NOW)
    for _ in range(2):
        forget_person(user=koffi)
    assert Report.objects.get().reporter is None
    assert Decision.objects.count() == 3
    assert not Decision.objects.filter(words__contains="Koffi").exists()
    assert not Decision.objects.filter(moderator=koffi).exists()
    assert held_about(koffi) == {"reports": [], "decisions": [], "suspensions": []}
