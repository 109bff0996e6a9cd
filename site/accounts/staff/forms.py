"""What staff may write about people: never an address or a password of somebody else."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from accounts.people.fields import LineField, offer
from accounts.people.models import User
from accounts.people.queries import countries


class PersonForm(WagtailAdminModelForm):
    """A person as staff see her. Only administrators make administrators, and nobody changes her own rights."""

    name = LineField(label=_("Name"), max_length=150)
    printed_name = LineField(label=_("Name as it is to be printed"), max_length=150, required=False)
    institution = LineField(label=_("Institution"), max_length=200, required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    class Meta:
        model = User
        fields = ["name", "printed_name", "institution", "country", "language", "is_superuser", "groups"]
        widgets = {"groups": forms.CheckboxSelectMultiple}
        labels = {"is_superuser": _("Administrator")}
        help_texts = {"is_superuser": _("May do everything."), "groups": ""}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["country"], [("", "—"), *countries(get_language() or "pt")])
        if editing_self or not getattr(self.for_user, "is_superuser", False):
            del self.fields["is_superuser"]
        if editing_self:
            del self.fields["groups"]


class NewPersonForm(PersonForm):
    """Somebody whom staff invite; she gets a link to choose a password."""

    class Meta(PersonForm.Meta):
        fields = ["email", *PersonForm.Meta.fields]

    def clean_email(self) -> str:
        """Return the address in the form in which it is kept."""
        return self.cleaned_data["email"].lower()

    def save(self, commit: bool = True) -> User:
        """Keep the person; she has no password until she chooses one."""
        self.instance.set_unusable_password()
        return super().save(commit)
