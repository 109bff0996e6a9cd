"""What those who manage issuers type."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from certificates.issuers.models import Issuer


class IssuerForm(WagtailAdminModelForm):
    """An issuer; that it is the default is said apart, since the one before it ceases to be."""

    url = forms.URLField(label=_("Site"), max_length=300, assume_scheme="https")
    makes_default = forms.BooleanField(label=_("Issues where nothing else is said"), required=False)

    class Meta:
        model = Issuer
        fields = ["name", "url", "email", "logo", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["makes_default"].initial = self.instance.is_default
        if self.instance.is_default:
            self.fields["makes_default"].disabled = True
