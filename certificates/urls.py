"""What holders and verifiers do, under each language."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("certificates/", include("certificates.holding.urls")),
    path("", include("certificates.verification.urls")),
]
