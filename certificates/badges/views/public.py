"""What everybody may read without asking who one is: issuers, keys, achievements, lists of revoked places. Nothing about a person."""

from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from certificates.badges.achievement import CONTEXT, achievement_of
from certificates.badges.addresses import here, profile_url
from certificates.badges.keys import did_document, key_set, public_part
from certificates.badges.making import signed_list
from certificates.badges.picture import picture_of
from certificates.badges.queries import issuer_uids, issuer_with, newest_of, public_keys, revoked_in
from certificates.badges.views.answers import cannot_sign, public, public_json
from certificates.credentials.models import Credential
from certificates.issuers.keys import NoKey
from certificates.issuers.queries import did as site_did

LINKED = "application/ld+json"
LOGO = "max-400x400|format-png"
FIVE_MINUTES, A_DAY = 5 * 60, 24 * 60 * 60


@require_safe
def did(request: HttpRequest) -> HttpResponse:
    """Answer with the document behind this site's did:web: every key that ever signed."""
    also = [profile_url(uid) for uid in issuer_uids()]
    return public_json(request, did_document(site_did(), public_keys(), also))


@require_safe
def jwks(request: HttpRequest) -> HttpResponse:
    """Answer with all public keys, retired ones too."""
    return public_json(request, key_set(public_keys()), kind="application/jwk-set+json")


@require_safe
def jwk(request: HttpRequest, kid: str) -> HttpResponse:
    """Answer with one public key: tokens name it by this address."""
    found = public_keys(kid)
    if not found:
        raise Http404
    return public_json(request, public_part(found[0]), kind="application/jwk+json")


@require_safe
def issuer(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Answer with who an issuer is."""
    found = issuer_with(uid)
    if found is None:
        raise Http404
    profile: dict[str, Any] = {"@context": CONTEXT, "id": site_did(), "type": ["Profile"], "name": found.name, "url": found.url}
    if found.email:
        profile["email"] = found.email
    if found.logo:
        url = found.logo.get_rendition(LOGO).url
        profile["image"] = {"id": url if "://" in url else here(url), "type": "Image", "caption": found.name}
    return public_json(request, profile, kind=LINKED)


@require_safe
def achievement(request: HttpRequest, course_key: UUID, kind: str) -> HttpResponse:
    """Answer with what holders of this achieved, once anybody has."""
    found = _awarded(course_key, kind)
    is_graded = found.template is not None and found.template.shows_percent
    return public_json(request, {"@context": CONTEXT, **achievement_of(found.words, shows_percent=is_graded)}, kind=LINKED)


@require_safe
def picture(request: HttpRequest, course_key: UUID, kind: str) -> HttpResponse:
    """Answer with the picture of an achievement, without anybody's badge in it."""
    words = _awarded(course_key, kind).words
    return public(request, picture_of(words, "png"), kind="image/png", seconds=A_DAY)


@require_safe
def revocations(request: HttpRequest, uid: UUID, part: int) -> HttpResponse:
    """Answer with a signed status list; it is signed anew only after a change, and a revocation shows at once."""
    found = issuer_with(uid)
    revoked = revoked_in(found, part) if found else None
    if found is None or revoked is None:
        raise Http404
    try:
        place = f"badges:status:{found.pk}:{part}:{len(revoked.places)}:{revoked.at.timestamp()}:{site_did()}"
        signed = cache.get(place)
        if signed is None:
            signed = signed_list(found, part, revoked)
            cache.set(place, signed, FIVE_MINUTES)
    except NoKey as no:
        return cannot_sign(no)
    return public_json(request, signed, kind=LINKED, seconds=FIVE_MINUTES)


def _awarded(course_key: UUID, kind: str) -> Credential:
    found = newest_of(course_key, kind)
    if found is None:
        raise Http404
    return found
