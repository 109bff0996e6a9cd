"""The shape of what an editor gives to be brought in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content.importing.models import ImportedDocument
from content.importing.queries import gathering_pages
from content.importing.registry import kinds
from content.importing.rules import visible_to
from content.reading.decoding import MOST_BYTES, Unreadable, decode
from content.reading.document import Document, read_text


class PageChoice(forms.ModelChoiceField):
    """A page, named with its language."""

    def label_from_instance(self, obj: Page) -> str:
        """Return title and language."""
        return f"{obj.get_admin_display_title()} ({obj.locale.language_code})"


class DocumentChoice(forms.ModelChoiceField):
    """A document brought in before, named by the page that it became."""

    def label_from_instance(self, obj: ImportedDocument) -> str:
        """Return title and language."""
        return f"{(obj.report.get('page') or {}).get('title', obj)} ({obj.locale.language_code})"


class DocumentForm(forms.Form):
    """A document as file or pasted text, its kind, and what the text does not say itself. Clean data hold `document`."""

    kind = forms.ChoiceField(label=_("What it is"))
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("Text (.txt) or web page (.html), up to 2 MB."),
        widget=forms.FileInput(attrs={"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )
    text = forms.CharField(
        label=_("Or the text itself"),
        required=False,
        strip=False,
        help_text=_("Paste it here instead of choosing a file."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )
    language = forms.ChoiceField(label=_("Language"), required=False)
    original = DocumentChoice(
        label=_("Translation of"),
        queryset=ImportedDocument.objects.none(),
        required=False,
        empty_label=_("No other document"),
        help_text=_("The document, brought in before, that has the same content in another language."),
    )
    parent = PageChoice(
        label=_("Below the page"), queryset=Page.objects.none(), required=False, empty_label=_("Where such pages usually stand")
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages = [("", _("As the text shows")), *settings.WAGTAIL_CONTENT_LANGUAGES]
        self.fields["kind"].choices = [(kind.name, kind.label) for kind in kinds().values()]  # type: ignore[attr-defined]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]
        self.fields["original"].queryset = visible_to(user).select_related("locale").order_by("-brought_in_at")  # type: ignore[attr-defined]
        self.fields["parent"].queryset = gathering_pages(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the document; what a file says is kept as text, so that nothing need be chosen twice."""
        cleaned = super().clean() or {}
        file, text = cleaned.get("file"), cleaned.get("text") or ""
        if file and text.strip():
            self.add_error("text", _("Choose a file or paste a text, not both."))
        elif file is None and not text.strip() and not self.errors:
            self.add_error("file", _("Choose a file or paste a text."))
        elif file is not None or text.strip():
            cleaned["document"] = self._read(file, text)
        return cleaned

    def _read(self, file: UploadedFile | None, text: str) -> Document | None:
        try:
            data = file.read(MOST_BYTES + 1) if file else text.encode("utf-8", "replace")
            said = decode(data)
            self.data = {**self.data.dict(), "text": said}  # type: ignore[attr-defined]
            return read_text(said, name=file.name or "" if file else "")
        except Unreadable as error:
            self.add_error("file" if file else "text", str(error))
            return None
