"""Shape of a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from content.search.queries import LONGEST_QUESTION


class SearchForm(forms.Form):
    """What to look for, and whether in every language. Nothing that is typed is refused: what is too long is cut."""

    q = forms.CharField(
        label=_("Search the pages"),
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "class": "input", "dir": "auto", "autocomplete": "off", "maxlength": LONGEST_QUESTION}
        ),
    )
    all = forms.BooleanField(label=_("In all languages"), required=False)

    def clean_q(self) -> str:
        """Return the question in one line, not longer than is looked at."""
        printable = "".join(sign if sign.isprintable() else " " for sign in self.cleaned_data["q"])
        return " ".join(printable.split())[:LONGEST_QUESTION]
