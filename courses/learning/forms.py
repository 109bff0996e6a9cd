"""What a learner types and chooses."""

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.learning.choices import Budget
from courses.learning.models import LONGEST


class BudgetForm(forms.Form):
    """How much pages may weigh."""

    budget = forms.ChoiceField(label=_("Show me"), choices=Budget.choices, widget=forms.RadioSelect)


class NoteForm(forms.Form):
    """A note; empty removes it. `token`: by it the browser learns that what it kept has arrived."""

    text = forms.CharField(
        label=_("My note"),
        required=False,
        strip=False,
        max_length=LONGEST,
        help_text=_("Only you read it. Never write the name of a child or of a person who complains."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
