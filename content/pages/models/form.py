"""The form in which editors write a page: complete when published, as incomplete as they like while a draft."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from content.pages.choices import Rendering
from content.pages.speech import language_choices


class PageCopyForm(CopyForm):
    """Copies make pages of their own: an alias stands for a missing translation here, never for another place."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)


class PageForm(WagtailAdminPageForm):
    """Asks for the original's language where a text is said to be a translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("original_language"):
            self.fields["original_language"] = forms.ChoiceField(
                label=field.label,
                help_text=field.help_text,
                required=False,
                choices=language_choices(str(self.initial.get("original_language") or "")),
            )

    def clean(self) -> dict[str, Any]:
        """Hold the two provenance fields against each other, except in a draft."""
        cleaned = super().clean()
        rendering = cleaned.get("rendering")
        if not self.is_deferred_validation and rendering and rendering != Rendering.ORIGINAL and not cleaned.get("original_language"):
            self.add_error("original_language", _("Say in which language the original is, or set the status to “Original”."))
        return cleaned
