"""Where the library is, under each language."""

from django.urls import path

from content.library.figures_views import practice_figures
from content.library.map_views import practice_map
from content.library.views import library

urlpatterns = [
    path("practices/", library, name="library"),
    path("library/map/", practice_map, name="practice-map"),
    path("library/figures/", practice_figures, name="practice-figures"),
]
