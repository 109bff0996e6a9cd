"""The screens about people in Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import UserViewSet

from .forms import NewPersonForm, PersonForm
from .views import PeopleIndex, PersonCreate, PersonDelete, PersonEdit


class PeopleViewSet(UserViewSet):
    """Find, invite, mend. Nobody is deleted here."""

    menu_label = _("People")
    ordering = "email"
    index_view_class = PeopleIndex
    add_view_class = PersonCreate
    edit_view_class = PersonEdit
    delete_view_class = PersonDelete
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> Any:
        """Return the form for a new person or for one that is there."""
        return PersonForm if for_update else NewPersonForm
