"""What learners answer, and what those who run an edition ask."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.queries import languages
from courses.editions.days import known_day
from courses.evaluation.asking import CHOICE, LANGUAGES, LONGEST, SCALE, STEPS, TEXT, worded

AGREE = {
    1: pgettext_lazy("scale", "1: I do not agree at all"),
    2: pgettext_lazy("scale", "2: I rather do not agree"),
    3: pgettext_lazy("scale", "3: in between"),
    4: pgettext_lazy("scale", "4: I rather agree"),
    5: pgettext_lazy("scale", "5: I agree fully"),
}
KIND_NAMES = [(SCALE, _("agreement, 1 to 5")), (CHOICE, _("one of several answers")), (TEXT, _("open answer"))]
PREFIX = "q-"


class AnswerForm(forms.Form):
    """The questions of an edition in the reader's language; none of them has to be answered, one has."""

    def __init__(self, questions: list[dict[str, Any]], data: Any = None) -> None:
        super().__init__(data)
        self.questions, here = questions, get_language() or "en"
        for question in questions:
            self.fields[f"{PREFIX}{question['id']}"] = _field(question, here)

    def clean(self) -> dict[str, Any]:
        """Refuse a form in which nothing was answered."""
        held = super().clean() or {}
        if not self.errors and not any(str(value or "").strip() for value in held.values()):
            raise forms.ValidationError(_("Answer at least one question."))
        return held

    @property
    def given(self) -> dict[str, Any]:
        """Return the answers by the ids of the questions."""
        return {question["id"]: self.cleaned_data.get(f"{PREFIX}{question['id']}") for question in self.questions}


def _field(question: dict[str, Any], here: str) -> forms.Field:
    label = _said(question["words"], here)
    if question["kind"] == TEXT:
        area = forms.Textarea(attrs={"rows": 4, "dir": "auto"})
        return forms.CharField(label=label, max_length=LONGEST, required=False, widget=area)
    choices: list[tuple[str, Any]] = [(str(step), AGREE[step]) for step in STEPS]
    if question["kind"] == CHOICE:
        choices = [(choice["id"], _said(choice["words"], here)) for choice in question["choices"]]
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)


def _said(words: dict[str, str], here: str) -> str:
    """Return words, marked with their language where it is not the reader's."""
    text, code = worded(words, here)
    return format_html('<span lang="{}">{}</span>', code, text) if code else text


class SheetForm(forms.Form):
    """From which day on an edition asks."""

    opens_on = forms.DateField(
        label=_("Open from"),
        required=False,
        validators=[known_day],
        help_text=_("Empty: from the last day of the edition. Who has completed the course may answer before."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class QuestionForm(forms.Form):
    """One question in all languages; `choices_<language>`: one answer a line, in the same order in each language."""

    id = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=pgettext_lazy("question", "Kind"), choices=KIND_NAMES)
    rank = forms.IntegerField(label=_("Place"), min_value=1, max_value=99)
    is_gone = forms.BooleanField(label=_("leave out"), required=False)

    def __init__(self, *args: Any, choice_ids: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice_ids = choice_ids
        for code, name in languages():
            self.fields[f"words_{code}"] = forms.CharField(
                label=name, max_length=300, required=False, widget=forms.TextInput(attrs={"lang": code})
            )
        for code, name in languages():
            area = forms.Textarea(attrs={"rows": 4, "lang": code})
            label = format_html("{}: {}", name, _("answers to choose from, one a line"))
            self.fields[f"choices_{code}"] = forms.CharField(label=label, max_length=2000, required=False, widget=area)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: the empty one at the end of the page."""
        return not any(self.cleaned_data.get(f"{part}_{code}") for part in ("words", "choices") for code in LANGUAGES)

    def clean(self) -> dict[str, Any]:
        """Refuse a question without words, and answers to choose from that are not as many in each language."""
        held = super().clean() or {}
        if held.get("is_gone") or (not held.get("id") and self.is_empty):
            return held
        if not any(held.get(f"words_{code}") for code in LANGUAGES):
            self.add_error("words_pt", _("Write the question in one language at least."))
        numbers = {len(lines) for code in LANGUAGES if (lines := _lines(held, code))}
        if held.get("kind") == CHOICE and (len(numbers) != 1 or min(numbers) < 2):
            self.add_error("choices_pt", _("Write two answers or more, as many in each language."))
        return held

    def question(self, number: int) -> dict[str, Any]:
        """Return the question as it is kept; `number` names a new one."""
        held = self.cleaned_data
        lines = {code: _lines(held, code) for code in LANGUAGES} if held["kind"] == CHOICE else {}
        most = max((len(each) for each in lines.values()), default=0)
        return {
            "id": held["id"] or f"q{number}",
            "kind": held["kind"],
            "words": {code: held[f"words_{code}"] for code in LANGUAGES if held[f"words_{code}"]},
            "choices": [
                {"id": self._choice_id(place), "words": {code: each[place] for code, each in lines.items() if each}}
                for place in range(most)
            ],
        }

    def _choice_id(self, place: int) -> str:
        return self.choice_ids[place] if place < len(self.choice_ids) else f"c{place + 1}"


def _lines(held: dict[str, Any], code: str) -> list[str]:
    return [line.strip() for line in (held.get(f"choices_{code}") or "").splitlines() if line.strip()]


def question_forms(questions: list[dict[str, Any]], data: Any = None) -> list[QuestionForm]:
    """Return a form for each question, and an empty one at the end."""
    found = []
    for place, question in enumerate([*questions, {"id": "", "kind": SCALE, "words": {}, "choices": []}], start=1):
        initial: dict[str, Any] = {"id": question["id"], "kind": question["kind"], "rank": place}
        for code in LANGUAGES:
            initial[f"words_{code}"] = question["words"].get(code, "")
            initial[f"choices_{code}"] = "\n".join(choice["words"].get(code, "") for choice in question["choices"])
        ids = [choice["id"] for choice in question["choices"]]
        found.append(QuestionForm(data, initial=initial, prefix=f"f{place}", choice_ids=ids))
    return found


def questions_in(typed: list[QuestionForm]) -> list[dict[str, Any]]:
    """Return the questions of valid forms, in the order of their places."""
    kept = [form for form in typed if not form.cleaned_data["is_gone"] and (form.cleaned_data["id"] or not form.is_empty)]
    kept.sort(key=lambda form: form.cleaned_data["rank"])
    taken = {form.cleaned_data["id"] for form in kept}
    number = next(number for number in range(1, 99) if f"q{number}" not in taken)
    return [form.question(number) for form in kept]
