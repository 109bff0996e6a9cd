"""Making, taking over and changing keys; keeping the pictures of signatures."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from certificates.issuers.choices import Algorithm
from certificates.issuers.jwk import Private, algorithm_of, as_pem, from_pem, new_private, public_jwk
from certificates.issuers.keyring import held, keep
from certificates.issuers.models import Issuer, SignatureImage, SigningKey
from certificates.issuers.rules import can_manage


@transaction.atomic
def make_first_issuer(*, now: datetime) -> Issuer | None:
    """Make the site itself the issuer where there is none at all; return it, or None."""
    if Issuer.objects.exists():
        return None
    return Issuer.objects.create(name=settings.WAGTAIL_SITE_NAME, url=settings.SITE_URL, language=settings.LANGUAGE_CODE, is_default=True)


def new_keys(*, algorithms: Iterable[str] = tuple(Algorithm.values)) -> dict[str, str]:
    """Return new private keys as PEM by name, kept nowhere."""
    made = [new_private(algorithm) for algorithm in algorithms]
    return {public_jwk(private)["kid"]: as_pem(private) for private in made}


@transaction.atomic
def rotate(*, issuer: Issuer, now: datetime, algorithms: Iterable[str] = tuple(Algorithm.values)) -> list[SigningKey]:
    """Make new keys, keep their private halves in the operator's file and sign with them from now on; old public halves stay published.

    The file is written first: what the database knows can always be signed with. Raises OSError and `KeyFileBroken`.
    """
    keys = new_keys(algorithms=algorithms)
    keep(keys)
    return [_take(issuer, from_pem(pem), now) for pem in keys.values()]


@transaction.atomic
def adopt(*, issuer: Issuer, now: datetime) -> list[SigningKey]:
    """Sign from now on with those keys of the environment or file that no issuer knows yet.

    Raises `NotAKey` for what is no key, ValueError where a key has another name than the one that follows from it.
    """
    known = set(SigningKey.objects.values_list("kid", flat=True))
    taken = []
    for kid, pem in held().items():
        if kid in known:
            continue
        private = from_pem(pem)
        if public_jwk(private)["kid"] != kid:
            raise ValueError(f"the key named {kid} is {public_jwk(private)['kid']}")
        taken.append(_take(issuer, private, now))
    return taken


@transaction.atomic
def make_missing(*, issuer: Issuer, now: datetime) -> list[SigningKey]:
    """Give an issuer a key of each kind that it lacks; keys of the operator's that nobody uses are taken before new ones are made."""
    taken = adopt(issuer=issuer, now=now) if issuer.is_default else []
    has = set(issuer.keys.in_use().values_list("algorithm", flat=True))
    missing = [algorithm for algorithm in Algorithm.values if algorithm not in has]
    return taken + (rotate(issuer=issuer, now=now, algorithms=missing) if missing else [])


def _take(issuer: Issuer, private: Private, now: datetime) -> SigningKey:
    """Write a key's public half down and retire the one before it."""
    algorithm, jwk = algorithm_of(private), public_jwk(private)
    issuer.keys.in_use().filter(algorithm=algorithm).update(retired_at=now)
    return SigningKey.objects.create(issuer=issuer, kid=jwk["kid"], algorithm=algorithm, public_jwk=jwk, made_at=now)


def keep_image(*, png: bytes) -> SignatureImage:
    """Keep the picture of a signature by its hash; the same picture again is the same row."""
    image, _made = SignatureImage.objects.get_or_create(sha256=hashlib.sha256(png).hexdigest(), defaults={"data": png})
    return image


@transaction.atomic
def save_issuer(*, issuer: Issuer, is_default: bool, by: User) -> Issuer:
    """Keep an issuer; where it becomes the default one, the one before it ceases to be. Raises PermissionDenied for who may not."""
    if not can_manage(by):
        raise PermissionDenied
    if is_default and not issuer.is_default:
        Issuer.objects.filter(is_default=True).update(is_default=False)
    issuer.is_default = issuer.is_default or is_default
    issuer.save()
    return issuer
