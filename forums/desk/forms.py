"""What moderators say: a verdict, an end, a new title."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from content.markup.writing import LONGEST
from forums.boards.models import Forum
from forums.moderation.choices import Reason, Verb
from forums.moderation.models import Phrase

DAYS = [("1", _("one day")), ("7", _("one week")), ("30", _("30 days")), ("", _("until released"))]


def _words(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))


class ReasonForm(forms.Form):
    """Why something is decided, and what the writer is told. `phrase`: a message template, said in the writer's language."""

    reason = forms.ChoiceField(label=_("Reason"), choices=[("", "–"), *Reason.choices], required=False)
    phrase = forms.ModelChoiceField(Phrase.objects.all(), label=_("Message template"), required=False, empty_label="–")
    words = _words(_("Words to the writer"))

    def told(self, language: str) -> str:
        """Return what the writer is told: the template in her language, or one that it has, and the moderator's own words."""
        phrase: Phrase | None = self.cleaned_data["phrase"]
        texts = phrase.texts if phrase else {}
        said = texts.get(language) or texts.get(language.partition("-")[0]) or next(iter(texts.values()), "")
        return "\n\n".join(part for part in (said, self.cleaned_data["words"]) if part)


class VerdictForm(ReasonForm):
    """A decision about a post. `seen`: the last decision that the moderator had before her. `following`: the case that is next."""

    verb = forms.ChoiceField(choices=Verb.choices, widget=forms.HiddenInput)
    seen = forms.UUIDField(required=False, widget=forms.HiddenInput)
    following = forms.UUIDField(required=False, widget=forms.HiddenInput)


class TendForm(ReasonForm):
    """Close from a date on, or at once."""

    closes_on = forms.DateField(label=_("Closes on (empty: now)"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


class MoveForm(ReasonForm):
    """Another forum."""

    forum = forms.ModelChoiceField(Forum.objects.none(), label=_("Forum"))


class MergeForm(ReasonForm):
    """Another topic, by its address."""

    into = forms.CharField(label=_("Address of the topic that stays"), max_length=500, widget=forms.TextInput(attrs={"dir": "ltr"}))


class SplitForm(ReasonForm):
    """Replies, and the title of the topic that they become."""

    title = forms.CharField(label=_("Title"), max_length=150, widget=forms.TextInput(attrs={"dir": "auto"}))
    posts = forms.MultipleChoiceField(label=_("Messages"), widget=forms.CheckboxSelectMultiple)


class AmendForm(ReasonForm):
    """Another text for somebody's post."""

    text = forms.CharField(label=_("Text"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}))
    field_order = ["text", "reason", "phrase", "words"]


class SuspendForm(ReasonForm):
    """For how long."""

    days = forms.ChoiceField(label=_("For how long"), choices=DAYS, required=False, widget=forms.RadioSelect, initial="7")
    field_order = ["days", "reason", "phrase", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True

    def ends_at(self, now: datetime) -> datetime | None:
        """Return when the suspension ends; None: when she is released."""
        days = self.cleaned_data["days"]
        return now + timedelta(days=int(days)) if days else None
