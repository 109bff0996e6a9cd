"""Shape of what is said about a language."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.pages.speech import language_choices


class LanguageForm(forms.Form):
    """One language, chosen by its button."""

    language = forms.ChoiceField(error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = language_choices()[1:]  # type: ignore[attr-defined]
