"""The checklist as a form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.judging.choices import LONGEST, QUESTIONS, Criterion, Score
from content.judging.models import Judgement


@dataclass(frozen=True)
class Line:
    """One criterion of the checklist."""

    label: Any
    question: Any
    score: forms.BoundField
    remark: forms.BoundField


def _text(label: Any, rows: int) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows, "dir": "auto", "maxlength": LONGEST})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=area)


class ChecklistForm(forms.Form):
    """Scores and remarks by criterion, notes by field, words to the authors. Everything may be empty while it is kept."""

    comment = _text(_("To the authors"), 4)

    def __init__(self, *args: Any, keys: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = list(keys)
        for criterion in Criterion:
            self.fields[f"score_{criterion}"] = forms.TypedChoiceField(
                label=_("Score"), choices=Score.choices, coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
            )
            self.fields[f"remark_{criterion}"] = _text(_("Remark"), 2)
        for key in self.keys:
            self.fields[f"note_{key}"] = _text(_("Remark on this field"), 2)

    def lines(self) -> Iterator[Line]:
        """Give the criteria in order, each with its two fields."""
        for criterion in Criterion:
            yield Line(criterion.label, QUESTIONS[criterion], self[f"score_{criterion}"], self[f"remark_{criterion}"])

    def told(self) -> dict[str, Any]:
        """Return what was filled in, as `actions.keep` takes it."""
        data = self.cleaned_data
        return {
            "scores": {one.value: data[f"score_{one}"] for one in Criterion},
            "remarks": {one.value: data[f"remark_{one}"] for one in Criterion},
            "notes": {key: data[f"note_{key}"] for key in self.keys},
            "comment": data["comment"],
        }


def filled(judgement: Judgement | None) -> dict[str, Any]:
    """Return what a checklist holds, as the form's first values."""
    if judgement is None:
        return {}
    values: dict[str, Any] = {"comment": judgement.comment}
    for mark in judgement.marks.all():
        values |= {f"score_{mark.criterion}": mark.score, f"remark_{mark.criterion}": mark.remark}
    return values | {f"note_{note.field}": note.text for note in judgement.notes.all()}
