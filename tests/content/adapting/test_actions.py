"""Adaptations are told, shown, refused, taken back; each time whoever must know is told."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from content.adapting import actions
from content.adapting.choices import State
from content.adapting.models import Adaptation
from content.adapting.queries import adapted_among
from content.adapting.refusals import Refused
from content.adapting.signals import adaptation_changed
from content.generation.queries import generation
from content.shelves.actions import shelve
from mail.models import Message
from tests.content.adapting.conftest import NOW, shown, told
from tests.factories.accounts import PersonFactory
from tests.factories.practices import whole

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def test_what_is_told_waits_and_the_same_twice_is_one(calendar, ana):
    first = told(calendar, ana)
    assert (first.state, first.language, first.by) == (State.WAITING, "pt", ana)
    assert told(calendar, ana) == first
    assert told(calendar, ana, year=2024) != first
    assert adapted_among([calendar.translation_key]) == set()


def test_what_is_shown_is_counted_announced_and_mailed(calendar, ana, keeper):
    shelve(keys=[calendar.translation_key])
    heard = []

    def hear(adaptation, **kwargs):
        heard.append(adaptation.pk)

    adaptation_changed.connect(hear)
    before = generation()
    row = shown(calendar, ana, keeper)
    adaptation_changed.disconnect(hear)
    assert heard == [row.pk]
    assert (row.state, row.decided_by, row.decided_at) == (State.ACCEPTED, keeper, NOW)
    assert adapted_among([calendar.translation_key, uuid4()]) == {calendar.translation_key}
    assert generation() > before
    [mail] = Message.objects.filter(to=ana.email)
    assert mail.kind == "practice-adaptation"
    assert "Calendário" in mail.text
    assert str(row.uid) in mail.text


def test_showing_twice_writes_one_mail(calendar, ana, keeper):
    row = shown(calendar, ana, keeper)
    actions.accept(adaptation=row, by=keeper, now=LATER)
    assert Message.objects.filter(to=ana.email).count() == 1
    assert Adaptation.objects.get().decided_at == NOW


def test_what_is_refused_says_why_and_is_no_longer_counted(calendar, ana, keeper):
    row = shown(calendar, ana, keeper)
    actions.refuse(adaptation=row, by=keeper, reason="Names a child.", now=LATER)
    actions.refuse(adaptation=row, by=keeper, reason="Again.", now=LATER)
    assert Adaptation.objects.get().reason == "Names a child."
    assert adapted_among([calendar.translation_key]) == set()
    assert "Names a child." in Message.objects.filter(to=ana.email).order_by("pk").last().text


def test_nobody_decides_about_her_own_and_no_member_about_any(calendar, ana, keeper):
    own, hers = told(calendar, keeper), told(calendar, ana)
    for row, by in ((own, keeper), (hers, ana), (own, ana)):
        with pytest.raises(Refused):
            actions.accept(adaptation=row, by=by, now=NOW)


def test_nobody_tells_of_what_she_may_not_read(calendar, ana):
    calendar.live = False
    calendar.save()
    with pytest.raises(Refused):
        told(calendar, ana)


def test_an_adaptation_of_an_adaptation_is_of_the_same_practice(calendar, ana, keeper):
    other = told(whole("Outra"), ana)
    with pytest.raises(Refused):
        told(calendar, ana, parent=other)


def test_a_practice_never_comes_from_its_own_adaptation(calendar, ana, keeper):
    child = whole("Filha")
    shown(calendar, ana, keeper, became_key=child.translation_key)
    back = told(child, ana)
    with pytest.raises(Refused):
        actions.accept(adaptation=back, by=keeper, became_key=calendar.translation_key, now=NOW)
    assert actions.accept(adaptation=back, by=keeper, now=NOW).is_accepted


def test_what_is_taken_back_is_gone_and_what_came_of_it_stays(calendar, ana, keeper):
    first = shown(calendar, ana, keeper)
    second = shown(calendar, ana, keeper, "TL", parent=first)
    actions.take_back(adaptation=first, now=LATER)
    actions.take_back(adaptation=first, now=LATER)
    second.refresh_from_db()
    assert second.parent is None
    with pytest.raises(Refused):
        actions.accept(adaptation=first, by=keeper, now=LATER)


def test_who_leaves_takes_what_waits_and_her_contact_along(calendar, ana, keeper):
    told(calendar, ana, year=2020)
    kept = shown(calendar, ana, keeper, contact="ana@example.org")
    actions.erase_person(user=ana, now=LATER)
    kept.refresh_from_db()
    assert Adaptation.objects.get() == kept
    assert (kept.by, kept.contact) == (None, "")


def test_who_has_gone_is_written_no_mail(calendar, keeper):
    gone = PersonFactory(name="Gone")
    row = told(calendar, gone)
    gone.is_active = False
    gone.save()
    actions.accept(adaptation=row, by=keeper, now=NOW)
    assert not Message.objects.filter(to=gone.email).exists()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"state": "lost", "decided_at": NOW}, "an_adaptation_stands_somehow"),
        ({"year": 12}, "an_adaptation_has_a_likely_year"),
        ({"decided_at": NOW}, "an_adaptation_is_decided_once_it_does_not_wait"),
        ({"state": "accepted"}, "an_adaptation_is_decided_once_it_does_not_wait"),
    ],
)
def test_the_database_keeps_what_must_never_be_false(calendar, ana, fields, sentence):
    row = told(calendar, ana)
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        Adaptation.objects.filter(pk=row.pk).update(**fields)


def test_nothing_adapts_itself(calendar, ana):
    row = told(calendar, ana)
    with pytest.raises(IntegrityError, match="nothing_adapts_itself"), transaction.atomic():
        Adaptation.objects.filter(pk=row.pk).update(became_key=calendar.translation_key)
