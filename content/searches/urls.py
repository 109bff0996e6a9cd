"""Kept searches and feeds, under /<language>/library/."""

from django.urls import path

from content.searches import views
from content.searches.feeds import LibraryFeed

urlpatterns = [
    path("feed/", LibraryFeed(), name="library-feed"),
    path("searches/", views.saved_searches, name="saved-searches"),
    path("searches/new/", views.saved_search_new, name="saved-search-new"),
    path("searches/<uuid:uid>/delete/", views.saved_search_delete, name="saved-search-delete"),
]
