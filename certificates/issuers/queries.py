"""Questions about issuers that several rooms ask."""

from urllib.parse import urlsplit

from django.conf import settings

from certificates.issuers.models import Issuer


def default_issuer() -> Issuer | None:
    """Return who issues where nothing else is said."""
    return Issuer.objects.filter(is_default=True).first()


def did() -> str:
    """Return the name of this site in the manner of did:web; a port is written %3A."""
    return "did:web:" + urlsplit(settings.SITE_URL).netloc.replace(":", "%3A")


def as_printed(issuer: Issuer) -> dict[str, str]:
    """Return what a certificate keeps of its issuer."""
    return {"name": issuer.name, "url": issuer.url, "did": did()}
