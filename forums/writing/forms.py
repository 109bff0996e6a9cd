"""What is typed: a text and its language, with a title for a topic."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.markup.writing import LONGEST
from content.pages.speech import language_choices
from forums.brakes.trap import is_ours, stamp

MOST_TITLE = 150


class PostForm(forms.Form):
    """A text. `token` makes the same form, sent twice, one post."""

    text = forms.CharField(
        label=_("Your message"),
        help_text=_("Write in your own language. *Emphasis*, lists, > quotes and links work."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7, "dir": "auto", "data-draft": ""}),
        error_messages={"required": _("Write something first."), "max_length": _("The text is too long: at most %(limit_value)d signs.")},
    )
    language = forms.ChoiceField(label=_("Language of the message"), required=False)
    follows = forms.BooleanField(label=_("Tell me of answers by mail"), required=False)
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("found by itself")), *language_choices()[1:]]  # type: ignore[attr-defined]
        if not self.is_bound:
            self.initial.setdefault("token", uuid4())

    @property
    def began(self) -> str:
        """Return the signed word for when this form was first shown: one that comes back keeps its own."""
        sent = self.data.get("began", "") if self.is_bound else ""
        return sent if is_ours(sent) else stamp(timezone.now())

    def clean_text(self) -> str:
        """Return the text without the line ends of other systems and blanks around it."""
        text = self.cleaned_data["text"].replace("\r\n", "\n").strip()
        if not any(sign.isalnum() for sign in text):
            raise forms.ValidationError(gettext("Write something first."))
        return text


class TopicForm(PostForm):
    """A title and a first text."""

    title = forms.CharField(
        label=_("Title"),
        max_length=MOST_TITLE,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Give it a title that others understand.")},
    )
    is_question = forms.BooleanField(label=_("This is a question: one answer can be marked"), required=False)
    field_order = ["title", "text", "is_question", "language", "follows", "token"]

    def clean_title(self) -> str:
        """Return the title on one line."""
        title = " ".join(self.cleaned_data["title"].split())
        if not any(sign.isalnum() for sign in title):
            raise forms.ValidationError(gettext("Give it a title that others understand."))
        return title


class EditForm(PostForm):
    """Another text for a post."""

    follows = None  # type: ignore[assignment]


class EditFirstForm(TopicForm):
    """Another title and text for the first post of a topic."""

    is_question = None  # type: ignore[assignment]
    follows = None  # type: ignore[assignment]
