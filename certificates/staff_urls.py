"""What staff do, under /<language>/teaching/."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("certificates.desk.staff_urls")),
]
