"""Shape of a question."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from content.pages.speech import language_name
from forums.finding.wording import LONGEST_QUESTION

_TEXT = {"dir": "auto", "autocomplete": "off", "maxlength": LONGEST_QUESTION}


class SearchForm(forms.Form):
    """Words, writer, language, forum. Texts are never refused: what is too long is cut."""

    q = forms.CharField(label=_("Words"), required=False, widget=forms.TextInput(attrs={"type": "search", **_TEXT}))
    author = forms.CharField(label=_("Written by"), required=False, widget=forms.TextInput(attrs=_TEXT))
    language = forms.ChoiceField(
        label=_("Language of the message"), required=False, error_messages={"invalid_choice": _("Choose a language.")}
    )
    forum = forms.ChoiceField(label=_("Forum"), required=False)

    def __init__(self, *args: Any, forums: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [(code, language_name(code)) for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        self.fields["language"].choices = [("", _("all languages")), *languages]  # type: ignore[attr-defined]
        self.fields["forum"].choices = [("", _("all forums")), *forums]  # type: ignore[attr-defined]

    def clean_q(self) -> str:
        """Return the words on one line."""
        return _line(self.cleaned_data["q"])

    def clean_author(self) -> str:
        """Return the name on one line."""
        return _line(self.cleaned_data["author"])


def _line(text: str) -> str:
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())[:LONGEST_QUESTION]
