"""Where the forums are searched, under each language."""

from django.urls import path

from forums.finding.views import search

urlpatterns = [path("search/", search, name="forum-search")]
