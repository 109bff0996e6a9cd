"""Where pages are searched, under each language."""

from django.urls import path

from content.search.views import search

urlpatterns = [path("search/", search, name="search")]
