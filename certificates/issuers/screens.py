"""Issuers and their public keys in the editors' screens."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import register_permission_policy

from certificates.issuers.actions import make_missing, save_issuer
from certificates.issuers.forms import IssuerForm
from certificates.issuers.jwk import NotAKey
from certificates.issuers.keyring import KeyFileBroken
from certificates.issuers.listing import JoinedIndexView
from certificates.issuers.models import Issuer, SigningKey
from certificates.issuers.policies import RulePolicy
from certificates.issuers.rules import can_manage


class _Saving:
    """Saves by the action, and gives a new issuer its keys where this process may write them."""

    form: Any
    request: Any

    def save_instance(self) -> Issuer:
        """Keep the issuer."""
        is_new = self.form.instance.pk is None
        issuer = save_issuer(
            issuer=self.form.save(commit=False), is_default=bool(self.form.cleaned_data.get("makes_default")), by=self.request.user
        )
        log(instance=issuer, action="wagtail.create" if is_new else "wagtail.edit", user=self.request.user)
        try:
            with transaction.atomic():
                make_missing(issuer=issuer, now=timezone.now())
        except (KeyFileBroken, NotAKey, OSError, ValueError):
            messages.warning(self.request, _("This issuer has no signing keys yet. Please ask the operator to run “rotate_keys”."))
        return issuer


class IssuerCreateView(_Saving, CreateView):
    """A new issuer."""


class IssuerEditView(_Saving, EditView):
    """An issuer."""


class IssuerViewSet(ModelViewSet):
    """Who issues."""

    model = Issuer
    icon = "group"
    menu_label = gettext_lazy("Issuers")
    name = "certificates-issuers"
    url_prefix = "certificates/issuers"
    add_to_admin_menu = False
    add_view_class = IssuerCreateView
    edit_view_class = IssuerEditView
    list_display = ["__str__", "url", "is_default"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form."""
        return IssuerForm


class KeyViewSet(ModelViewSet):
    """Public keys, to be read."""

    model = SigningKey
    icon = "key"
    menu_label = gettext_lazy("Signing keys")
    name = "certificates-keys"
    url_prefix = "certificates/keys"
    add_to_admin_menu = False
    index_view_class = JoinedIndexView.with_rows("issuer")
    list_display = ["kid", "issuer", "algorithm", "made_at", "retired_at"]
    form_fields = ["kid"]
    copy_view_enabled = False


register_permission_policy(Issuer, RulePolicy(Issuer, can_manage))
register_permission_policy(SigningKey, RulePolicy(SigningKey, can_manage, is_read_only=True))
