"""Addresses without a language that stand inside signed badges: they never change."""

from django.urls import path, register_converter

from certificates.badges import views
from certificates.badges.achievement import TYPES


class KindConverter:
    """The kinds of certificates, as a piece of an address."""

    regex = "|".join(TYPES)

    def to_python(self, value: str) -> str:
        """Take it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


register_converter(KindConverter, "certificate_kind")

urlpatterns = [
    path(".well-known/did.json", views.did, name="badge-did"),
    path("credentials/keys", views.jwks, name="badge-keys"),
    path("credentials/keys/<str:kid>", views.jwk, name="badge-key"),
    path("credentials/issuers/<uuid:uid>", views.issuer, name="badge-issuer"),
    path("credentials/achievements/<uuid:course_key>/<certificate_kind:kind>", views.achievement, name="badge-achievement"),
    path("credentials/achievements/<uuid:course_key>/<certificate_kind:kind>.png", views.picture, name="badge-picture"),
    path("credentials/status/<uuid:uid>/<int:part>", views.revocations, name="badge-status"),
    path("credentials/<str:number>/badge.json", views.badge_file, {"form": "json"}, name="badge-json"),
    path("credentials/<str:number>/badge.jwt", views.badge_file, {"form": "jwt"}, name="badge-jwt"),
    path("credentials/<str:number>/badge.png", views.badge_file, {"form": "png"}, name="badge-png"),
    path("credentials/<str:number>/badge.svg", views.badge_file, {"form": "svg"}, name="badge-svg"),
]
