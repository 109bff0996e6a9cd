"""What guests type about themselves, and about what they wrote."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.people.names import clean_line
from content.markup.writing import LONGEST

MOST_NAME = 80
MOST_ADDRESS = 254


def _name() -> forms.CharField:
    return forms.CharField(
        label=_("Name"),
        help_text=_("As others are to read it."),
        max_length=MOST_NAME,
        widget=forms.TextInput(attrs={"class": "input", "dir": "auto", "autocomplete": "name"}),
        error_messages={"required": _("Say how others are to call you.")},
    )


def _address(help_text: Any = "") -> forms.EmailField:
    return forms.EmailField(
        label=_("E-mail address"),
        help_text=help_text,
        max_length=MOST_ADDRESS,
        widget=forms.EmailInput(attrs={"class": "input", "autocomplete": "email"}),
    )


def one_line(name: str) -> str:
    """Return the name in one line of what can be seen. Raises ValidationError where no letter is left."""
    kept = clean_line(name)
    if not any(sign.isalnum() for sign in kept):
        raise forms.ValidationError(gettext("Say how others are to call you."))
    return kept


class NameForm(forms.Form):
    """The name that readers see."""

    name = _name()

    def clean_name(self) -> str:
        """Return the name in one line."""
        return one_line(self.cleaned_data["name"])


class GuestFields(NameForm):
    """What is asked of somebody without an account, above what she writes."""

    email = _address(_("Nobody sees it. A link comes there; your message appears once you have pressed its button."))
    is_accepted = forms.BooleanField(label=_("I accept the terms of use and have read the privacy notice."))
    is_of_age = forms.BooleanField(label=_("I am 16 years old or older."))

    def clean_email(self) -> str:
        """Return the address in small letters: one address is one guest."""
        return str(self.cleaned_data["email"]).strip().lower()


class LinkForm(forms.Form):
    """The address that a link is mailed to."""

    email = _address()


class CorrectForm(forms.Form):
    """Another text for a message."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto"}),
        error_messages={"required": _("Write something first."), "max_length": _("The text is too long: at most %(limit_value)d signs.")},
    )

    def clean_text(self) -> str:
        """Return the text without the line ends of other systems and blanks around it."""
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n").strip()
        if not any(sign.isalnum() for sign in text):
            raise forms.ValidationError(gettext("Write something first."))
        return text


class ForgetForm(forms.Form):
    """Whether the texts stay, and a tick."""

    texts = forms.ChoiceField(
        label=_("What you wrote"),
        choices=[("keep", _("stays, without your name")), ("blank", _("is removed as well"))],
        initial="keep",
        widget=forms.RadioSelect,
    )
    is_sure = forms.BooleanField(label=_("I know that this cannot be undone."))
