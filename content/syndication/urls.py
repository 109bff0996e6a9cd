"""Addresses without a language: for machines."""

from django.urls import path

from content.syndication.api import api
from content.syndication.views import robots, sitemap

urlpatterns = [
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("api/v2/", api.urls),
]
