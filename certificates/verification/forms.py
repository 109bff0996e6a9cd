"""What somebody brings: a number or a code as text, or the PDF; and the name that she reads on the paper."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from certificates.proofs.papers import is_pdf
from certificates.proofs.reading import LONGEST

LARGEST = 1024 * 1024  # papers have at most 100 kB; a seal makes them a little bigger


class BroughtForm(forms.Form):
    """The number on the paper, or the text of its code. `content` is the file's, once it is clean."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=LONGEST,
        required=False,
        help_text=_("It is at the foot of the paper. Capitals and dashes do not matter. The whole text of the code will do, too."),
        widget=forms.TextInput(attrs={"class": "input code", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    paper = forms.FileField(
        label=_("Or the PDF of the certificate"),
        required=False,
        allow_empty_file=True,
        help_text=_("Up to 1 MB. The file is read and not kept."),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    content: bytes = b""

    def clean_number(self) -> str:
        """Leave out what no text may hold."""
        return self.cleaned_data["number"].replace("\0", "").strip()

    def clean_paper(self) -> UploadedFile | None:
        """Take a PDF that is not too big; what it is, its head says."""
        file: UploadedFile | None = self.cleaned_data["paper"]
        if file is None:
            return None
        if (file.size or 0) > LARGEST:
            sizes = {"size": filesizeformat(file.size or 0), "limit": filesizeformat(LARGEST)}
            raise ValidationError(_("This file is too big (%(size)s). The limit is %(limit)s."), params=sizes)
        self.content = file.read()
        if not is_pdf(self.content):
            raise ValidationError(_("This file is not a PDF. Choose the file that the academy sent."))
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("number") and not cleaned.get("paper"):
            self.add_error("number", _("Type the number, or choose the PDF."))
        return cleaned


class NameForm(forms.Form):
    """The name as it stands on the paper."""

    name = forms.CharField(
        label=_("Name on the certificate"),
        max_length=150,
        help_text=_("As it is printed. Capitals and accents do not matter."),
        widget=forms.TextInput(attrs={"class": "input", "autocomplete": "off", "dir": "auto"}),
    )
