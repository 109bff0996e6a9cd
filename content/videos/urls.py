"""Routes of the player."""

from django.urls import path

from content.videos import views

urlpatterns = [path("video/<uuid:key>/<uuid:block>/", views.player, name="video")]
