"""What an edition asks is changed until somebody has answered."""

from datetime import date

import pytest

from courses.editions.models import StaffAct
from courses.evaluation.actions import answer, change_questionnaire
from courses.evaluation.asking import default_questions
from courses.evaluation.forms import question_forms
from courses.evaluation.models import Questionnaire
from courses.evaluation.queries import questions_of
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
ONE = {"id": "one", "kind": "scale", "words": {"pt": "Bom?"}, "choices": []}


def where(edition):
    return f"/en/teaching/editions/{edition.uid}/evaluation/edit/"


def filled(edition, opens_on="", **changes):
    """Return the form as the page shows it, with some fields changed."""
    data = {"opens_on": opens_on}
    for form in question_forms(questions_of(edition)):
        data |= {form.add_prefix(name): str(value) for name, value in form.initial.items()}
    return data | changes


def test_the_page_shows_the_usual_questions_until_they_are_changed(inside, edition):
    text = inside.get(where(edition)).text
    assert text.partition("<main")[2].count("<details") == 10
    assert "Recomendaria este curso a colegas." in text
    inside.post(where(edition), filled(edition))
    assert questions_of(edition) == default_questions()
    assert Questionnaire.objects.exists()


def test_questions_are_changed_moved_left_out_and_added(inside, edition, tutor):
    data = filled(edition, "2027-03-01", **{"f1-words_en": "Was it good?", "f2-is_gone": "on", "f3-rank": "1", "f1-rank": "2"})
    data |= {"f10-kind": "choice", "f10-words_pt": "Onde?", "f10-choices_pt": "Casa\nTrabalho\n", "f10-choices_en": "Home\n\nWork"}
    answer = inside.post(where(edition), data, follow=True)
    assert "Saved." in answer.text
    sheet = Questionnaire.objects.get()
    assert sheet.opens_on == date(2027, 3, 1)
    assert [question["id"] for question in sheet.questions][:2] == ["effort", "useful"]
    assert "clear" not in {question["id"] for question in sheet.questions}
    assert sheet.questions[1]["words"]["en"] == "Was it good?"
    new = sheet.questions[-1]
    assert (new["id"], new["kind"], new["words"]) == ("q1", "choice", {"pt": "Onde?"})
    assert new["choices"] == [{"id": "c1", "words": {"pt": "Casa", "en": "Home"}}, {"id": "c2", "words": {"pt": "Trabalho", "en": "Work"}}]
    act = StaffAct.objects.get()
    assert (act.verb, act.by, act.data["opens_on"]) == ("evaluation.change", tutor, "2027-03-01")


@pytest.mark.parametrize("changes", [{"f2-id": "useful"}, {f"f{place}-is_gone": "on" for place in range(1, 10)}])
def test_what_is_no_questionnaire_is_said_and_nothing_is_kept(inside, edition, changes):
    assert inside.post(where(edition), filled(edition, **changes)).status_code == 422
    assert not Questionnaire.objects.exists()


def test_one_question_too_many_is_said(inside, edition):
    Questionnaire.objects.create(edition=edition, questions=[{**ONE, "id": f"own{place}"} for place in range(30)])
    answer = inside.post(where(edition), filled(edition, **{"f31-words_pt": "Mais uma?"}))
    assert answer.status_code == 422
    assert "at most 30 questions" in answer.text


def test_the_same_again_changes_nothing(inside, edition):
    inside.post(where(edition), filled(edition))
    inside.post(where(edition), filled(edition))
    assert StaffAct.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {f"f1-words_{code}": "" for code in ("pt", "pt-br", "en", "es", "fr")},
        {"f7-choices_pt": "Só uma"},
        {"f7-choices_pt": "Uma\nDuas"},
        {"f1-rank": "0"},
        {"f1-rank": ""},
        {"f1-kind": "drop"},
        {"f10-choices_pt": "A\nB"},
        {"opens_on": "yesterday"},
        {f"f{place}-is_gone": "on" for place in range(1, 10)},
    ],
)
def test_wrong_questions_are_told_and_not_kept(inside, edition, changes):
    answer = inside.post(where(edition), filled(edition, **changes))
    assert answer.status_code == 422
    assert 'class="wrong"' in answer.text or 'data-is="wrong"' in answer.text
    assert not Questionnaire.objects.exists()


def test_after_the_first_answer_nothing_changes(inside, edition, ana, tutor):
    Questionnaire.objects.create(edition=edition, opens_on=NOW.date())
    answer(enrolment=ana, given={"useful": 5}, now=NOW)
    said = inside.post(where(edition), filled(edition, **{"f1-words_en": "Other"}), follow=True)
    assert "do not change any more" in said.text
    assert "Change the questions" not in said.text
    with pytest.raises(ValueError, match="answered"):
        change_questionnaire(edition=edition, questions=[ONE], opens_on=None, by=tutor, now=NOW)
    assert Questionnaire.objects.get().questions == []


@pytest.mark.parametrize(
    "questions",
    [
        [],
        [ONE] * 2,
        [{**ONE, "id": str(place)} for place in range(31)],
        [{**ONE, "kind": "x"}],
        [{**ONE, "words": {}}],
        [{**ONE, "words": {"pt": ""}}],
        [{**ONE, "kind": "choice"}],
        [{**ONE, "choices": [{"id": "c1", "words": {"pt": "A"}}]}],
        [{**ONE, "kind": "choice", "choices": [{"id": "c1", "words": {"pt": "A"}}, {"id": "c2", "words": {}}]}],
    ],
)
def test_the_action_refuses_what_is_no_question(edition, tutor, questions):
    with pytest.raises(ValueError, match="question"):
        change_questionnaire(edition=edition, questions=questions, opens_on=None, by=tutor, now=NOW)


def test_questions_of_ones_own_are_asked(client, edition, ana, tutor):
    words = {"fr": "Utile ?"}
    own = [
        ONE,
        {**ONE, "id": "two", "kind": "choice", "words": words, "choices": [{"id": f"c{n}", "words": {"pt": f"R{n}"}} for n in (1, 2)]},
    ]
    change_questionnaire(edition=edition, questions=own, opens_on=NOW.date(), by=tutor, now=NOW)
    client.force_login(ana.person)
    text = client.get(f"/en/learning/editions/{edition.uid}/evaluation/").text
    assert '<span lang="pt">Bom?</span>' in text
    assert '<span lang="fr">Utile ?</span>' in text
    client.post(f"/en/learning/editions/{edition.uid}/evaluation/", {"q-one": "4", "q-two": "c2"})
    assert Questionnaire.objects.get().box.waiting == [{"one": 4, "two": "c2"}]
