"""What a reviewer may know before she has decided, what an author who is a reviewer never learns, and what the buttons refuse."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation

from content.judging import actions
from content.judging.choices import Verdict
from content.judging.forms import ChecklistForm, filled
from content.judging.models import Judgement, Mark
from content.judging.queries import judgement_in, last_judgement, standing_stops
from content.judging.rules import can_enter, can_judge, is_judged
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from content.reviewing.models import Remark
from content.reviewing.queries import stage_of
from content.reviewing.refusals import Refused
from tests.content.judging.conftest import GOOD, ticked, typed
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.content import page_below
from tests.factories.practices import whole

pytestmark = pytest.mark.django_db


def place(page):
    return reverse("review-in", args=[page.translation_key, "pt"])


def judged(page, by, verdict=Verdict.ACCEPT, **checklist):
    actions.keep(judgement=actions.begin(page=page, by=by, now=NOW), **ticked(**checklist))
    return actions.give(page=fresh(page), by=by, verdict=verdict, now=NOW)


@pytest.fixture
def accepted(waiting, reviewer, second):
    judged(waiting, reviewer, comment="Bem feito")
    judged(waiting, second)
    return fresh(waiting)


@pytest.fixture
def of_reviewer(homes, reviewer, second):
    """Return a practice that a reviewer wrote herself and another one has sent back."""
    page = whole("Da revisora", live=False, owner=reviewer)
    page.save_revision(user=reviewer)
    reviewing.submit(page=page, by=reviewer, now=NOW)
    judged(fresh(page), second, Verdict.CHANGES, notes={"results": "Quantos eram?"}, comment="Quase")
    return fresh(page)


def test_not_even_the_history_tells_what_others_say_before_ones_own_is_sent(client, waiting, reviewer, second):
    judged(waiting, reviewer, comment="Uma palavra só minha")
    client.force_login(second)
    assert "Uma palavra só minha" not in client.get(place(waiting)).content.decode()
    judged(waiting, second)
    assert "Uma palavra só minha" in client.get(place(waiting)).content.decode()


def test_what_was_said_in_the_round_before_is_told_to_all_reviewers(client, waiting, reviewer, second, learner):
    judged(waiting, reviewer, Verdict.CHANGES, comment="Da volta anterior")
    reviewing.submit(page=waiting, by=learner, now=NOW)
    client.force_login(second)
    assert "Da volta anterior" in client.get(place(waiting)).content.decode()


def test_a_reviewer_who_wrote_it_sees_what_was_said_and_not_by_whom(client, of_reviewer, reviewer, second, admin):
    client.force_login(reviewer)
    html = client.get(place(of_reviewer)).content.decode()
    assert "Quantos eram?" in html
    assert "Quase" in html
    assert "Segunda Revisora" not in html
    client.force_login(admin)
    assert "Segunda Revisora" in client.get(place(of_reviewer)).content.decode()


def test_a_remark_is_headed_by_the_name_of_its_field_not_by_its_key(client, of_reviewer, admin):
    client.force_login(admin)
    html = client.get(place(of_reviewer)).content.decode()
    assert 'href="#f-results">results<' not in html
    assert 'href="#f-results">' in html


def test_what_was_accepted_is_not_given_back_without_a_word(client, accepted, admin):
    client.force_login(admin)
    for comment in ("", "   "):
        response = client.post(place(accepted), {"do": "back", "comment": comment})
        assert response.status_code == 422
        assert 'role="alert"' in response.content.decode()
    assert client.post(place(accepted), {"do": "back"}).status_code == 302
    assert stage_of(accepted) == Stage.ACCEPTED
    assert client.post(place(accepted), {"do": "back", "comment": "Falta a fotografia"}).status_code == 302
    assert stage_of(accepted) == Stage.CHANGES


def test_words_that_are_too_long_to_give_back_with_stay_where_they_were_typed(client, accepted, admin):
    client.force_login(admin)
    response = client.post(place(accepted), {"do": "back", "comment": "abc " * 2000})
    assert response.status_code == 422
    assert "abc abc" in response.content.decode()
    assert stage_of(accepted) == Stage.ACCEPTED


def test_who_may_lift_one_stop_of_two_lifts_hers(client, waiting, reviewer, second, learner, admin):
    judged(waiting, reviewer, Verdict.STOP, comment="Um nome")
    reviewing.submit(page=waiting, by=learner, now=NOW)
    judged(waiting, second, Verdict.STOP, comment="Outro nome")
    client.force_login(second)
    assert client.post(place(waiting), {"do": "lift"}).status_code == 302
    (left,) = standing_stops(waiting.translation_key)
    assert left.reviewer == reviewer
    client.post(place(waiting), {"do": "lift"})
    assert standing_stops(waiting.translation_key) == [left]
    client.force_login(admin)
    client.post(place(waiting), {"do": "lift"})
    assert standing_stops(waiting.translation_key) == []


def test_where_nothing_is_stopped_nothing_is_said_to_be_lifted(client, waiting, reviewer):
    client.force_login(reviewer)
    with translation.override("en"):
        html = client.post(place(waiting).replace("/pt/", "/en/", 1), {"do": "lift"}, follow=True).content.decode()
    assert "The stop is lifted." not in html


def test_the_screen_of_a_practice_whose_stop_holds_says_so_and_offers_lifting_only_to_who_may(client, waiting, reviewer, second, learner):
    judged(waiting, reviewer, Verdict.STOP, comment="Um nome <b>")
    reviewing.submit(page=waiting, by=learner, now=NOW)
    for person, may in ((reviewer, True), (second, False)):
        client.force_login(person)
        html = client.get(place(waiting)).content.decode()
        assert "Um nome &lt;b&gt;" in html
        assert ('value="lift"' in html) == may


def test_the_least_of_others_does_not_make_up_for_ones_own(waiting, reviewer, second):
    judged(waiting, reviewer, scores=dict.fromkeys(GOOD, 3))
    with pytest.raises(Refused):
        judged(waiting, second, scores=dict.fromkeys(GOOD, 1))
    assert stage_of(waiting) == Stage.IN_REVIEW


def test_a_checklist_of_another_round_opens_nothing_now(waiting, reviewer, learner):
    old = judged(waiting, reviewer, Verdict.CHANGES, comment="Quase")
    reviewing.submit(page=waiting, by=learner, now=NOW)
    page = fresh(waiting)
    assert judgement_in(page.current_workflow_task_state, reviewer) is None
    assert judgement_in(None, reviewer) is None
    for deed in (actions.think_again, lambda **given: actions.give(verdict=Verdict.ACCEPT, **given)):
        with pytest.raises(Refused):
            deed(page=page, by=reviewer, now=NOW)
    new = actions.begin(page=page, by=reviewer, now=NOW)
    assert last_judgement(page.translation_key, reviewer, new) == old


def test_a_checklist_sent_meanwhile_in_another_window_is_not_written_over(waiting, reviewer):
    stale = actions.begin(page=waiting, by=reviewer, now=NOW)
    judged(waiting, reviewer)
    with pytest.raises(Refused):
        actions.keep(judgement=stale, **ticked(scores=GOOD | {"funding": 0}))
    assert Mark.objects.get(criterion="funding").score == 2


def test_what_is_judged_and_by_whom(waiting, homes, cast):
    assert is_judged(waiting)
    assert not is_judged(page_below(homes["pt"]))
    assert {name for name, person in cast.items() if can_enter(person)} == {"reviewer", "admin"}
    assert {name for name, person in cast.items() if can_judge(person, waiting)} == {"reviewer", "admin"}


def test_words_are_bounded_and_trimmed_when_they_are_kept(waiting, reviewer):
    judgement = actions.begin(page=waiting, by=reviewer, now=NOW)
    actions.keep(judgement=judgement, scores={}, remarks={"funding": " x" * 9000}, notes={"results": "y" * 9000}, comment="z" * 9000)
    kept = Judgement.objects.get()
    assert len(kept.comment) == len(kept.notes.get().text) == len(kept.marks.get(criterion="funding").remark) == 4000
    assert kept.total == 0
    assert [mark.criterion for mark in kept.in_order] == list(GOOD)
    assert str(kept).endswith("…")
    assert str(kept.notes.get()).startswith("results: y")
    assert str(kept.in_order[0]) == "relevance: None"


def test_the_form_gives_back_what_a_checklist_holds(waiting, reviewer):
    judgement = actions.begin(page=waiting, by=reviewer, now=NOW)
    actions.keep(judgement=judgement, **ticked(notes={"results": "Quantos?"}, comment="Quase", remarks={"funding": "Quem?"}))
    values = filled(judgement_in(fresh(waiting).current_workflow_task_state, reviewer))
    assert (values["score_relevance"], values["remark_funding"], values["note_results"], values["comment"]) == (
        2,
        "Quem?",
        "Quantos?",
        "Quase",
    )
    assert filled(None) == {}
    form = ChecklistForm({name: str(value) for name, value in values.items()}, keys=["results"])
    assert form.is_valid()
    assert form.told()["scores"] == GOOD
    assert form.told()["notes"] == {"results": "Quantos?"}
    assert len(list(form.lines())) == 8


def test_notes_on_questions_that_the_form_does_not_know_are_passed_over(client, waiting, reviewer):
    client.force_login(reviewer)
    assert client.post(place(waiting), typed(do="keep", note_nonsense="x", score_beauty="3")).status_code == 302
    assert not Judgement.objects.get().notes.exists()


def test_a_list_asked_for_with_nonsense_is_still_a_list(client, waiting, reviewer):
    client.force_login(reviewer)
    for query in ("?page=999", "?page=x", "?page=-1", "?mine=&page=0"):
        assert client.get(reverse("reviews") + query).status_code == 200
    for method in (client.put, client.delete, client.patch):
        assert method(place(waiting)).status_code == 405
    assert client.post(reverse("reviews")).status_code == 405


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_who_presses_twice_sends_one_checklist_and_each_remark_once(waiting, reviewer):
    actions.keep(judgement=actions.begin(page=waiting, by=reviewer, now=NOW), **ticked(notes={"results": "Quantos?"}))
    start, refused = Barrier(2), []

    def press():
        try:
            start.wait(timeout=20)
            actions.give(page=fresh(waiting), by=reviewer, verdict=Verdict.CHANGES, now=NOW)
        except Refused as no:
            refused.append(no.sentence)
        finally:
            connection.close()

    threads = [Thread(target=press) for _time in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(refused) == 1
    assert Remark.objects.count() == 1
    assert stage_of(waiting) == Stage.CHANGES
