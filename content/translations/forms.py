"""What the board is asked for, and into which languages a course goes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.pages.speech import language_name
from content.translations.queries import LANGUAGES, LONGEST_WORDS
from content.translations.rows import Source

STATES = [
    ("todo", _("changed or not translated")),
    ("stale", _("the original has changed")),
    ("missing", _("not translated")),
    ("current", _("up to date")),
    ("all", _("all")),
]


class BoardForm(forms.Form):
    """The filter. Nothing is refused: what is not known is as if it were not asked."""

    what = forms.ChoiceField(label=_("What"), required=False)
    language = forms.ChoiceField(label=_("Into"), required=False)
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    q = forms.CharField(
        label=_("Words in the title"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"type": "search", "dir": "auto"}),
    )

    def __init__(self, *args: Any, sources: list[Source], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [(source.key, source.label) for source in sources]  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("all languages")), *_languages()]  # type: ignore[attr-defined]

    def asked(self, name: str) -> str:
        """Return what is asked for under this name, or nothing."""
        return str(self.cleaned_data.get(name) or "") if self.is_valid() or name in self.cleaned_data else ""


class WholeForm(forms.Form):
    """Languages into which a course is given to translation."""

    languages = forms.MultipleChoiceField(
        label=_("Into which languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )

    def __init__(self, *args: Any, original: str, lacking: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, f"{name} ({lacking.get(code, 0)})") for code, name in _languages() if code != original]
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]


def _languages() -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in LANGUAGES]
