"""Templates, signatories and the log of signatures in the editors' screens."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import CreateView, EditView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log
from wagtail.permissions import register_permission_policy

from certificates.designs.actions import save_signatory, save_template
from certificates.designs.forms import LANGUAGES, SignatoryForm, TemplateForm
from certificates.designs.models import SignatureUse, Template
from certificates.designs.rules import can_change, can_change_signatory, can_prepare
from certificates.designs.samples import LONGEST_NAME, NAME
from certificates.designs.views import sample
from certificates.issuers.listing import JoinedIndexView
from certificates.issuers.models import Signatory
from certificates.issuers.policies import RulePolicy
from certificates.issuers.rules import can_manage


class _Saving:
    """Saves by the actions, which write down each use of a signature."""

    form: Any
    request: Any

    def save_instance(self) -> Any:
        """Keep what was typed."""
        is_new = self.form.instance.pk is None
        instance = self.keep(self.form.save(commit=False))
        log(instance=instance, action="wagtail.create" if is_new else "wagtail.edit", user=self.request.user)
        return instance

    def keep(self, instance: Any) -> Any:
        """Keep a template."""
        return save_template(
            template=instance, signatories=self.form.signatories, logos=self.form.logos, by=self.request.user, now=timezone.now()
        )


class TemplateCreateView(_Saving, CreateView):
    """A new template."""


class TemplateEditView(_Saving, EditView):
    """A template, to those who may change it."""

    def get_object(self, queryset: Any = None) -> Template:
        """Return the template; refuse whoever may not change words under its signatures."""
        template = super().get_object(queryset)
        if not can_change(self.request.user, template):
            raise PermissionDenied(_("This template bears signatures that you may not use: ask somebody who may to change it."))
        return template


class TemplateInspectView(InspectView):
    """A sample of the paper, with a name that one types."""

    page_title = _("Sample")
    template_name = "certificates/designs/sample.html"
    sample_url_name = "certificates-templates:sample"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the name and the languages of the sample."""
        name = self.request.GET.get("name", "")[:LONGEST_NAME] or NAME
        chosen = [code for code, _name in LANGUAGES if code in self.request.GET.getlist("language")][:2] or self.object.languages
        return super().get_context_data(**kwargs) | {"sample_name": name, "chosen": chosen, "languages": LANGUAGES}


class TemplateViewSet(ModelViewSet):
    """Templates of certificates."""

    model = Template
    icon = "doc-full"
    menu_label = _("Templates")
    name = "certificates-templates"
    url_prefix = "certificates/templates"
    add_to_admin_menu = False
    index_view_class = JoinedIndexView.with_rows("issuer")
    add_view_class = TemplateCreateView
    edit_view_class = TemplateEditView
    inspect_view_class = TemplateInspectView
    inspect_view_enabled = True
    inspect_template_name = TemplateInspectView.template_name
    list_display = ["__str__", "kind", "issuer", "layout", "is_in_use"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form with the languages in it."""
        return TemplateForm

    def get_urlpatterns(self) -> list[Any]:
        """Add where the sample is drawn."""
        return [*super().get_urlpatterns(), path("sample/<int:pk>.<str:kind>", sample, name="sample")]


class _SavingSignatory(_Saving):
    """Saves a signatory."""

    def keep(self, instance: Any) -> Any:
        """Keep who signs, and the picture where there is a new one."""
        return save_signatory(signatory=instance, png=self.form.png, by=self.request.user, now=timezone.now())


class SignatoryCreateView(_SavingSignatory, CreateView):
    """A new signatory."""


class SignatoryEditView(_SavingSignatory, EditView):
    """A signatory, to those who may change what stands over the signature."""

    def get_object(self, queryset: Any = None) -> Signatory:
        """Return the signatory; refuse whoever may not use the signature."""
        signatory = super().get_object(queryset)
        if not can_change_signatory(self.request.user, signatory):
            raise PermissionDenied(_("You may not change this signature."))
        return signatory


class SignatoryViewSet(ModelViewSet):
    """Who signs."""

    model = Signatory
    icon = "edit"
    menu_label = _("Signatories")
    name = "certificates-signatories"
    url_prefix = "certificates/signatories"
    add_to_admin_menu = False
    index_view_class = JoinedIndexView.with_rows("issuer")
    add_view_class = SignatoryCreateView
    edit_view_class = SignatoryEditView
    list_display = ["name", "title", "issuer"]
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        """Return the form."""
        return SignatoryForm


class UseViewSet(ModelViewSet):
    """The log of signatures, to be read."""

    model = SignatureUse
    icon = "history"
    menu_label = _("Uses of signatures")
    name = "certificates-uses"
    url_prefix = "certificates/signatures"
    add_to_admin_menu = False
    index_view_class = JoinedIndexView.with_rows("by")
    list_display = ["signatory_name", "use", "template_name", "by", "at"]
    form_fields = ["use"]
    copy_view_enabled = False


register_permission_policy(Template, RulePolicy(Template, can_prepare))
register_permission_policy(Signatory, RulePolicy(Signatory, can_manage))
register_permission_policy(SignatureUse, RulePolicy(SignatureUse, can_manage, is_read_only=True))
