"""The feed, under each language."""

from django.urls import path

from content.syndication.feeds import NewPages

urlpatterns = [path("feed/", NewPages(), name="feed")]
