"""Routes of accounts, under /<language>/account/."""

from django.urls import include, path

from .notices import views as notices
from .preferences import views as preferences
from .privacy import views as privacy

urlpatterns = [
    path("", preferences.overview, name="account"),
    path("preferences/", preferences.preferences, name="account_preferences"),
    path("notices/", notices.notices, name="account_notices"),
    path("data/", privacy.my_data, name="account_data"),
    path("erase/", privacy.erase_me, name="account_erase"),
    path("", include("accounts.entrance.urls")),
]
