"""Wagtail's users app with our screens about people."""

from wagtail.users.apps import WagtailUsersAppConfig


class PeopleScreensConfig(WagtailUsersAppConfig):
    """Puts our viewset in the place of Wagtail's."""

    user_viewset = "accounts.staff.viewsets.PeopleViewSet"
