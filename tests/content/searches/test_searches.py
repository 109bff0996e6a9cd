"""Searches are kept, told of and followed."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import User
from content.audience.actions import set_level
from content.library.asking import Asked, asked_by
from content.searches.actions import drop, save, tell_due
from content.searches.choices import KIND, MOST
from content.searches.models import SavedSearch
from content.searches.queries import held_about
from content.searches.refusals import Refused
from content.searches.rules import can_change, can_save, visible_to
from content.shelves.actions import shelve
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.practices import NOW, practice

pytestmark = pytest.mark.django_db
DAY = timedelta(hours=25)
ATOM = "{http://www.w3.org/2005/Atom}"


def shelved(*args, **kwargs):
    page = practice(*args, **kwargs)
    shelve(keys=[page.translation_key])
    return page


def kept(user, query="country=br", name="Brasil", now=NOW):
    return save(user=user, asked=asked_by(query), name=name, now=now)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_one_mail_tells_of_all_that_is_new(shelf, learner):
    shelved("Antiga", countries="BR")
    kept(learner)
    kept(learner, "theme=education-training", "Escola")
    assert tell_due(now=NOW + DAY) == 0
    both = shelved("Nova <b>", countries="BR", themes="education-training", summary="Resumo")
    shelved("Outra", countries="AO", themes="education-training")
    shelved("Fora", countries="AO")
    assert tell_due(now=NOW + DAY) == 0  # looked at a moment ago
    assert tell_due(now=NOW + 2 * DAY) == 1
    mail = Message.objects.get(kind=KIND)
    assert (mail.to, mail.language) == (learner.email, "pt")
    assert mail.subject.startswith("2 ")
    assert mail.text.count("Nova <b>") == 1  # it fits two searches and is told once
    assert f"/pt/practices/{both.slug}/" in mail.text
    assert "Nova &lt;b&gt;" in mail.html
    assert "Outra" in mail.text
    assert "Antiga" not in mail.text + mail.html
    assert "Fora" not in mail.text
    assert tell_due(now=NOW + 3 * DAY) == 0


def test_many_are_counted_after_the_first(shelf, learner):
    kept(learner)
    for _place in range(12):
        shelved(countries="BR")
    tell_due(now=NOW + DAY)
    mail = Message.objects.get(kind=KIND)
    assert mail.text.count("* ") == 10
    assert "12" in mail.subject


def test_nobody_is_told_of_what_she_may_not_read_or_does_not_want(shelf, learner):
    gone = PersonFactory()
    for person in (learner, gone):
        kept(person)
    page = shelved(countries="BR")
    set_level(translation_key=page.translation_key, level="members", now=NOW)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert tell_due(now=NOW + DAY) == 1
    assert list(Message.objects.filter(kind=KIND).values_list("to", flat=True)) == [learner.email]


def test_a_withdrawn_practice_is_not_told(shelf, learner):
    kept(learner)
    shelved(countries="BR").unpublish()
    assert tell_due(now=NOW + DAY) == 0


def test_the_same_search_is_kept_once_under_its_last_name(shelf, learner):
    first = kept(learner)
    assert kept(learner, name="  Outro   nome ").pk == first.pk
    assert SavedSearch.objects.get().name == "Outro nome"
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedSearch.objects.create(user=learner, query=first.query, name="x", looked_at=NOW, saved_at=NOW)
    drop(search=first)
    drop(search=first)
    assert not SavedSearch.objects.exists()


def test_there_is_a_bound(shelf, learner):
    for place in range(MOST):
        kept(learner, f"year={2000 + place}", f"n{place}")
    with pytest.raises(Refused, match=str(MOST)):
        kept(learner)
    with pytest.raises(Refused):
        kept(PersonFactory(), name="  ")
    long = Asked("x" * 200, {name: tuple("v" * 55 + str(place) for place in range(20)) for name in ("theme", "region", "group")})
    with pytest.raises(Refused):
        save(user=PersonFactory(), asked=long, name="x", now=NOW)


def test_searches_are_ones_own(shelf, cast):
    own = kept(cast["learner"])
    for name, person in cast.items():
        assert can_save(person) == (name != "stranger")
        assert can_change(person, own) == (name == "learner")
        assert visible_to(person).filter(pk=own.pk).exists() == can_change(person, own)


def test_a_member_keeps_and_deletes_a_search(shelf, learner):
    shelved(countries="BR")
    client = signed_in(learner)
    page = client.get("/pt/library/searches/new/?country=br&q=%3Cb%3E").content.decode()
    assert "Brasil" in page
    assert "<b>»" not in page
    answer = client.post("/pt/library/searches/new/?country=br", {"name": "Brasil e <b>"}, follow=True)
    assert "Brasil e &lt;b&gt;" in answer.content.decode()
    assert 'href="/pt/practices/?country=br"' in answer.content.decode()
    row = SavedSearch.objects.get()
    assert client.post("/pt/library/searches/new/?country=br", {"name": ""}).status_code == 422
    assert signed_in(PersonFactory()).post(f"/pt/library/searches/{row.uid}/delete/").status_code == 404
    assert client.get(f"/pt/library/searches/{row.uid}/delete/").status_code == 405
    assert client.post(f"/pt/library/searches/{row.uid}/delete/").status_code == 302
    assert not SavedSearch.objects.exists()


def test_a_stranger_is_led_to_the_door(shelf):
    for path in ("", "new/?country=br"):
        assert "/login/" in Client().get(f"/pt/library/searches/{path}")["Location"]
    assert Client().post("/pt/library/searches/new/", {"name": "x"}).status_code == 403
    assert "/pt/library/searches/new/?country=br" in Client().get("/pt/practices/?country=br").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_more_searches_ask_no_more_questions(shelf, learner, number, django_assert_max_num_queries):
    for place in range(number):
        kept(learner, f"year={2000 + place}")
    client = signed_in(learner)
    client.get("/pt/library/searches/")
    with django_assert_max_num_queries(6):
        client.get("/pt/library/searches/")


def test_any_search_is_a_feed(shelf):
    page = shelved("Fiscalização <no> porto", countries="BR", summary="Resumo & mais")
    shelved("Fora", countries="AO")
    closed = shelved("Fechada", countries="BR")
    set_level(translation_key=closed.translation_key, level="members", now=NOW)
    answer = Client().get("/pt/library/feed/?country=br&q=fiscalizacao&sort=title")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "public" in answer["Cache-Control"]
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Fiscalização <no> porto"
    assert entry.findtext(f"{ATOM}summary") == "Resumo & mais"
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{page.translation_key}"
    assert "«fiscalizacao», Brasil" in feed.findtext(f"{ATOM}title")
    whole = ElementTree.fromstring(Client().get("/fr/library/feed/").content)  # noqa: S314 - our own
    assert len(whole.findall(f"{ATOM}entry")) == 2
    assert Client().get("/pt/library/feed/?theme=%00<&page=x").status_code == 200


def test_what_is_kept_is_told_and_erased_with_the_person(shelf, learner):
    kept(learner)
    assert [row["query"] for row in held_about(learner)["saved_searches"]] == ["country=br"]
    learner.delete()
    assert not SavedSearch.objects.exists()
