"""The published keys, and which paper a file is."""

from collections.abc import Iterable
from hashlib import sha256

from django.conf import settings

from certificates.credentials.models import Credential, Paper
from certificates.issuers.choices import Algorithm
from certificates.issuers.models import SigningKey
from certificates.issuers.queries import default_issuer
from certificates.proofs.keys import Published, published


def offline_keys() -> list[dict[str, str]]:
    """Return all public keys that codes were ever signed with, the retired ones too, as JWK with the name of their issuer."""
    rows = SigningKey.objects.filter(algorithm=Algorithm.ED25519).select_related("issuer").order_by("-made_at", "-pk")
    return [{name: row.public_jwk[name] for name in ("kty", "crv", "x")} | {"kid": row.kid, "issuer": row.issuer.name} for row in rows]


def published_keys(sites: Iterable[str] = ()) -> Published:
    """Return the same keys for checking; with `sites`, codes that lead elsewhere are no longer genuine."""
    return published(offline_keys(), sites)


def our_sites() -> list[str]:
    """Return the addresses that stand in our codes: today's, then those that the academy had before."""
    return list(dict.fromkeys([settings.SITE_URL, *settings.CERTIFICATE_FORMER_SITES]))


def house_name() -> str:
    """Return the name that stands over the page that proves papers without a network."""
    issuer = default_issuer()
    return issuer.name if issuer else settings.WAGTAIL_SITE_NAME


def is_file_of(credential: Credential, data: bytes) -> bool:
    """Return whether these bytes are one of the papers that were ever printed of a credential."""
    digest = sha256(data).hexdigest()
    return digest in credential.former_papers or Paper.objects.filter(credential=credential, sha256=digest).exists()


def knows_all_files(credential: Credential) -> bool:
    """Return whether every paper that was printed of a credential is known: the first is there, or those that were replaced were noted."""
    return bool(credential.former_papers) or credential.papers.filter(made_at__lte=credential.issued_at).exists()
