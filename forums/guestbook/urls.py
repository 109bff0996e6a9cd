"""Routes of guests, under the forums of each language."""

from django.urls import path

from forums.guestbook.views import confirming, leaving, mine

urlpatterns = [
    path("sent/", confirming.guest_sent, name="guest-sent"),
    path("link/", mine.guest_link, name="guest-link"),
    path("confirm/<str:token>/", confirming.guest_confirm, name="guest-confirm"),
    path("confirm/<str:token>/again/", confirming.guest_again, name="guest-again"),
    path("my/<str:token>/", mine.guest_messages, name="guest-messages"),
    path("my/<str:token>/name/", mine.guest_name, name="guest-name"),
    path("my/<str:token>/data/", mine.guest_data, name="guest-data"),
    path("my/<str:token>/turn/", mine.guest_turn, name="guest-turn"),
    path("my/<str:token>/claim/", leaving.guest_claim, name="guest-claim"),
    path("my/<str:token>/forget/", leaving.guest_forget, name="guest-forget"),
    path("my/<str:token>/<uuid:uid>/edit/", mine.guest_edit, name="guest-edit"),
    path("my/<str:token>/<uuid:uid>/delete/", mine.guest_delete, name="guest-delete"),
]
