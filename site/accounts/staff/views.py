"""Staff's pages about people."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views.account import AccountView
from wagtail.users.views import users as wagtail

from accounts.notices.views import safe_next
from accounts.people.queries import by_uid
from accounts.people.signed_in import person_of

from . import actions, rules

VERBS = {
    "remind": (rules.can_remind, actions.remind, gettext_lazy("Mail how to confirm the address"), gettext_lazy("The mail is on its way.")),
    "deactivate": (rules.can_deactivate, actions.deactivate, gettext_lazy("Deactivate"), gettext_lazy("The account is closed.")),
    "activate": (rules.can_activate, actions.activate, gettext_lazy("Activate"), gettext_lazy("The account is open again.")),
}


class PeopleIndex(wagtail.IndexView):
    """Find people by name, address or institution."""

    page_title = gettext_lazy("People")
    add_item_label = gettext_lazy("Invite a person")
    search_fields = ("name", "email", "institution")

    @cached_property
    def columns(self) -> list[Column]:
        """Name, address, whether confirmed, groups, whether active, last sign-in."""
        return [
            self._get_title_column_class(wagtail.UserColumn)(
                "name", accessor="get_full_name", label=_("Name"), sort_key="name", get_url=self.get_edit_url
            ),
            Column("email", label=_("E-mail address"), sort_key="email"),
            BooleanColumn("is_confirmed", label=_("Confirmed"), accessor=rules.is_confirmed),
            Column("groups", label=_("Groups"), accessor=_groups),
            BooleanColumn("is_active", label=_("Active"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login"),
        ]

    def get_base_queryset(self) -> Any:
        """Return everybody but former members."""
        return super().get_base_queryset().filter(erased_at=None).prefetch_related("groups", "emailaddress_set")

    def order_queryset(self, queryset: Any) -> Any:
        """Sort by one column."""
        return queryset.order_by(self.ordering or "email", "pk")


def _groups(person: Any) -> str:
    return ", ".join(([_("administrator")] if person.is_superuser else []) + sorted(group.name for group in person.groups.all()))


class PersonCreate(wagtail.CreateView):
    """Invite a person."""

    page_title = gettext_lazy("Invite a person")
    success_message = gettext_lazy("%(object)s is invited.")

    def save_instance(self) -> Any:
        """Keep the person and mail the invitation."""
        person = super().save_instance()
        actions.invite(person=person, by=self.request.user, now=timezone.now())
        return person


class PersonEdit(wagtail.EditView):
    """Mend a person; a former member's row stays blank."""

    def get_object(self, queryset: Any = None) -> Any:
        """Return the person, 404 for a former member."""
        person = super().get_object(queryset) if queryset is not None else super().get_object()
        if person.is_erased:
            raise Http404
        return person


class PersonDelete(wagtail.DeleteView):
    """Never: rows of people are blanked at their own wish, since what they did hangs on them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Refuse."""
        raise PermissionDenied


class StaffAccount(AccountView):
    """Wagtail's own settings of a person, without what the site's account page holds."""

    def get_panels(self) -> list[Any]:
        """Leave out name, picture and password."""
        return [panel for panel in super().get_panels() if panel.name not in ("name_email", "avatar", "password")]


def editors_door(request: HttpRequest) -> HttpResponse:
    """Lead strangers to the site's door, keeping where to go; tell those who are in and may not enter, lest they go in circles."""
    if not request.user.is_authenticated:
        query = request.META.get("QUERY_STRING", "")
        return redirect(reverse("account_login") + (f"?{query}" if query else ""))
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    return redirect(safe_next(request) or "wagtailadmin_home")


@login_required
def person_verb(request: HttpRequest, uid: str, verb: str) -> HttpResponse:
    """Ask whether to do it, on POST do it; 404 for whom and what there is not, 403 for what may not be done."""
    person, known = by_uid(uid), VERBS.get(verb)
    if person is None or known is None:
        raise Http404
    rule, action, label, done = known
    if not rule(person_of(request), person):
        raise PermissionDenied
    if request.method == "POST":
        action(person=person, by=person_of(request), now=timezone.now())
        messages.success(request, done)
        return redirect("wagtailusers_users:index")
    return render(request, "account/staff_verb.html", {"person": person, "label": label})
