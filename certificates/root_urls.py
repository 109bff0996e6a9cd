"""What machines and papers point at, without a language: addresses that never change."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("certificates.badges.urls")),
    path("", include("certificates.verification.root_urls")),
]
