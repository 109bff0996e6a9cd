"""The reviewers' screens: who comes in, what is shown, what the buttons do."""

import pytest
from django.urls import reverse

from content.judging.actions import begin, give, keep
from content.judging.choices import Verdict
from content.judging.models import Judgement
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from content.reviewing.queries import stage_of
from tests.content.judging.conftest import GOOD, ticked, typed
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
INSIDE = {"reviewer", "admin"}
CAST = ["stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin"]


def place(page):
    return reverse("review-in", args=[page.translation_key, "pt"])


def signed(client, person):
    if person.is_authenticated:
        client.force_login(person)
    return client


@pytest.mark.parametrize("name", CAST)
def test_only_reviewers_come_in(client, waiting, cast, name):
    signed(client, cast[name])
    expected = 302 if name == "stranger" else 200 if name in INSIDE else 403
    for address in (reverse("reviews"), place(waiting), reverse("review", args=[waiting.translation_key])):
        assert client.get(address).status_code == expected
    assert client.post(place(waiting), typed(do="accept")).status_code == (302 if name in INSIDE else 403)
    assert Judgement.objects.exists() == (name in INSIDE)


def test_the_list_says_what_waits_for_whom(client, waiting, reviewer, learner):
    own = practice("De uma revisora", live=False, owner=reviewer)
    reviewing.submit(page=own, by=reviewer, now=NOW)
    practice("Rascunho", live=False, owner=learner)
    client.force_login(reviewer)
    html = client.get(reverse("reviews")).content.decode()
    assert "Inspeção partilhada" in html
    assert "De uma revisora" in html
    assert "Rascunho" not in html
    mine = client.get(reverse("reviews") + "?mine").content.decode()
    assert "Inspeção partilhada" in mine
    assert "De uma revisora" not in mine


def test_the_list_asks_as_often_for_three_as_for_one(client, waiting, reviewer, learner, django_assert_max_num_queries):
    client.force_login(reviewer)
    client.get(reverse("reviews"))
    with django_assert_max_num_queries(30) as first:
        client.get(reverse("reviews"))
    for _number in range(2):
        page = whole(live=False, owner=learner)
        reviewing.submit(page=page, by=learner, now=NOW)
    with django_assert_max_num_queries(30) as third:
        client.get(reverse("reviews"))
    assert len(third) == len(first)
    assert len(first) <= 10


def test_a_practice_is_taken_up_judged_and_published_by_buttons(client, waiting, reviewer, second, editor):
    client.force_login(reviewer)
    assert client.post(place(waiting), {"do": "take"}).status_code == 302
    assert stage_of(waiting) == Stage.IN_REVIEW
    assert client.post(place(waiting), typed(note_results="Quantos?", do="keep")).status_code == 302
    assert 'value="2"' in client.get(place(waiting)).content.decode()
    assert client.post(place(waiting), typed(do="accept")).status_code == 302
    client.force_login(second)
    assert client.post(place(waiting), typed(do="accept")).status_code == 302
    assert stage_of(waiting) == Stage.ACCEPTED
    client.force_login(reviewer)
    assert client.post(place(waiting), {"do": "publish"}).status_code == 302
    assert fresh(waiting).live


def test_what_was_typed_stays_when_the_rule_refuses(client, waiting, reviewer):
    client.force_login(reviewer)
    response = client.post(place(waiting), typed(GOOD | {"relevance": 0}, do="accept", comment="Não ainda"))
    assert response.status_code == 422
    assert "Não ainda" in response.content.decode()
    assert Judgement.objects.get().comment == "Não ainda"
    assert Judgement.objects.get().given_at is None


@pytest.mark.parametrize("data", [{"score_relevance": "9"}, {"score_relevance": "x"}, {"comment": "x" * 5000}])
def test_hostile_values_come_back_beside_their_field(client, waiting, reviewer, data):
    client.force_login(reviewer)
    response = client.post(place(waiting), typed(do="accept") | data)
    assert response.status_code == 422
    assert not Judgement.objects.exclude(given_at=None).exists()


@pytest.mark.parametrize("do", ["publish", "again", "lift", "", "nonsense", "accept"])
def test_a_button_that_does_not_fit_says_so_and_changes_nothing(client, waiting, reviewer, do):
    reviewing.take_back(page=waiting, by=waiting.owner, now=NOW)
    client.force_login(reviewer)
    assert client.post(place(waiting), {"do": do}).status_code == 302
    assert stage_of(waiting) == Stage.DRAFT
    assert not Judgement.objects.exists()


def test_what_was_never_sent_is_not_there(client, homes, reviewer):
    client.force_login(reviewer)
    draft = practice(live=False)
    for address in (
        place(draft),
        reverse("review", args=[homes["pt"].translation_key]),
        reverse("review-in", args=[draft.translation_key, "xx"]),
    ):
        assert client.get(address).status_code == 404


def test_the_scores_of_others_are_shown_once_ones_own_are_sent(client, waiting, reviewer, second):
    keep(judgement=begin(page=waiting, by=reviewer, now=NOW), **ticked(comment="Uma palavra só minha"))
    client.force_login(second)
    assert "Uma palavra só minha" not in client.get(place(waiting)).content.decode()
    give(page=fresh(waiting), by=reviewer, verdict=Verdict.ACCEPT, now=NOW)
    assert "Uma palavra só minha" not in client.get(place(waiting)).content.decode().split('id="history"')[0]
    client.post(place(waiting), typed(do="accept"))
    assert "Uma palavra só minha" in client.get(place(waiting)).content.decode()


def test_the_text_is_shown_as_it_was_sent_with_what_is_not_plain(client, homes, learner, reviewer):
    page = whole("Com <script>alert(1)</script>", live=False, owner=learner, innovation="<p>See the link. A OIT-XYZW fez.</p>", funding="")
    page.save_revision(user=learner)
    reviewing.submit(page=page, by=learner, now=NOW)
    client.force_login(reviewer)
    html = client.get(place(page)).content.decode()
    assert "<script>alert(1)" not in html
    assert "A OIT-XYZW fez." in html
    assert html.count('data-is="waiting"') >= 3


def test_a_name_of_a_child_is_marked(client, homes, learner, reviewer):
    page = whole(live=False, owner=learner, results="<p>Maria, 12 anos, voltou à escola.</p>")
    page.save_revision(user=learner)
    reviewing.submit(page=page, by=learner, now=NOW)
    client.force_login(reviewer)
    assert 'data-is="stale"' in client.get(place(page)).content.decode()


def test_one_practice_takes_a_bounded_number_of_questions(client, waiting, reviewer, django_assert_max_num_queries):
    client.force_login(reviewer)
    client.get(place(waiting))
    with django_assert_max_num_queries(70):
        client.get(place(waiting))


def test_answers_of_strangers_are_in_no_shared_cache(client, waiting, reviewer):
    client.force_login(reviewer)
    assert "private" in client.get(reverse("reviews"))["Cache-Control"]
