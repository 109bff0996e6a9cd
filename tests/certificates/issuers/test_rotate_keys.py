"""`manage.py rotate_keys`, the step of setup, and who may change issuers."""

import json
import stat
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from certificates.issuers.actions import keep_image, make_first_issuer, save_issuer
from certificates.issuers.keyring import held
from certificates.issuers.keys import signing_key
from certificates.issuers.models import Issuer, SignatureImage, SigningKey
from certificates.issuers.queries import as_printed, default_issuer, did
from certificates.issuers.steps import issuers_step
from operations.backups import keys
from operations.installing.steps import steps
from tests.factories.certificates import AWARDED


@pytest.fixture
def bare(db, settings, tmp_path) -> Issuer:
    """The default issuer, without any key; keys go to a file."""
    settings.CERTIFICATE_KEYS = {}
    settings.CERTIFICATE_KEYS_FILE = tmp_path / "keys" / "certificates.json"
    return make_first_issuer(now=AWARDED)


def told(*arguments: str) -> str:
    """Run the command and return what it said."""
    said = StringIO()
    call_command("rotate_keys", *arguments, stdout=said)
    return said.getvalue()


def test_new_keys_are_in_the_file_and_sign_from_now_on(bare, settings):
    said = told()
    assert str(settings.CERTIFICATE_KEYS_FILE) in said
    for algorithm in ("ed25519", "rs256"):
        assert signing_key(bare, algorithm).kid in said
    told()
    assert SigningKey.objects.count() == 4
    assert SigningKey.objects.in_use().count() == 2


def test_no_private_key_is_said_unless_it_is_asked_for(bare):
    assert "PRIVATE" not in told()
    assert "PRIVATE" in told("--print")


def test_one_kind_of_key_is_changed_alone(bare):
    told()
    before = signing_key(bare, "rs256").kid
    assert "rs256" not in told("--algorithm", "ed25519")
    assert signing_key(bare, "rs256").kid == before


def test_a_dry_run_changes_nothing(bare, settings):
    assert "would retire none" in told("--dry-run")
    assert not settings.CERTIFICATE_KEYS_FILE.exists()
    assert not SigningKey.objects.exists()


def test_printed_keys_are_kept_nowhere_and_adopted_from_the_environment(bare, settings):
    told()
    old = signing_key(bare, "ed25519").kid
    printed = json.loads(told("--print"))
    assert SigningKey.objects.count() == 2
    settings.CERTIFICATE_KEYS = printed
    assert "from now on" in told("--adopt")
    assert signing_key(bare, "ed25519").kid in printed
    assert SigningKey.objects.get(kid=old).retired_at is not None


def test_printed_keys_stand_beside_those_of_the_environment(bare, settings):
    settings.CERTIFICATE_KEYS = {"old": "pem"}
    assert json.loads(told("--print"))["old"] == "pem"


def test_keys_of_the_environment_are_not_written_over_by_a_file(bare, settings):
    settings.CERTIFICATE_KEYS = json.loads(told("--print"))
    with pytest.raises(CommandError, match="--adopt"):
        told()


def test_refusals_are_one_line(bare, settings):
    with pytest.raises(CommandError, match="no issuer has yet"):
        told("--adopt")
    with pytest.raises(CommandError, match="no such issuer"):
        told("--issuer", "6f2b6f0e-6f3a-4f6e-9f39-0f1a7d1c5a11")
    settings.CERTIFICATE_KEYS = {"mine": "secret words"}
    with pytest.raises(CommandError) as refused:
        told("--adopt")
    assert "secret words" not in str(refused.value)
    Issuer.objects.all().delete()
    with pytest.raises(CommandError, match="run setup"):
        told()


def test_another_issuer_is_named_by_its_id(bare):
    other = Issuer.objects.create(name="Partner", url="https://partner.example")
    told("--issuer", str(other.uid))
    assert other.keys.count() == 2
    assert not bare.keys.exists()


def test_setup_makes_the_first_issuer_with_keys_and_then_nothing(db, settings, tmp_path):
    settings.CERTIFICATE_KEYS, settings.CERTIFICATE_KEYS_FILE = {}, tmp_path / "keys.json"
    said = issuers_step(AWARDED)
    assert settings.WAGTAIL_SITE_NAME in said
    assert set(held()) == set(SigningKey.objects.values_list("kid", flat=True))
    assert default_issuer().url == settings.SITE_URL
    assert issuers_step(AWARDED) is None


def test_setup_says_which_private_half_is_missing_and_makes_no_other(bare, settings):
    told()
    kid = signing_key(bare, "rs256").kid
    settings.CERTIFICATE_KEYS_FILE.unlink()
    assert kid in issuers_step(AWARDED)
    assert SigningKey.objects.count() == 2


def test_setup_goes_on_where_the_key_file_is_broken(bare, settings):
    settings.CERTIFICATE_KEYS_FILE.parent.mkdir()
    settings.CERTIFICATE_KEYS_FILE.write_text("broken")
    assert "cannot be read" in issuers_step(AWARDED)


def test_setup_knows_the_step():
    assert "Issuer of certificates and its keys" in [step.title for step in steps()]


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("https://academy.example", "did:web:academy.example"),
        ("http://127.0.0.1:8000", "did:web:127.0.0.1%3A8000"),
        ("https://academy.example:8443/", "did:web:academy.example%3A8443"),
    ],
)
def test_the_site_has_a_name_that_is_its_address(settings, site, name):
    settings.SITE_URL = site
    assert did() == name


def test_a_certificate_keeps_name_and_address_of_its_issuer(bare):
    assert as_printed(bare) == {"name": bare.name, "url": bare.url, "did": did()}


def test_the_default_issuer_changes_hands(bare, admin, learner):
    other = Issuer(name="Partner", url="https://partner.example")
    with pytest.raises(PermissionDenied):
        save_issuer(issuer=other, is_default=True, by=learner)
    save_issuer(issuer=other, is_default=True, by=admin)
    assert default_issuer() == other
    save_issuer(issuer=other, is_default=False, by=admin)
    assert default_issuer() == other


@pytest.mark.parametrize("fields", [{"is_default": True}, {"name": ""}])
def test_the_database_refuses_an_issuer_that_is_none(bare, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Issuer.objects.create(**({"name": "Partner", "url": "https://partner.example"} | fields))


@pytest.mark.parametrize(
    "fields", [{"algorithm": "md5"}, {"kid": ""}, {"retired_at": AWARDED.replace(year=2000)}], ids=["algorithm", "name", "time"]
)
def test_the_database_refuses_a_key_that_is_none(issuer, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningKey.objects.filter(pk=issuer.keys.first().pk).update(**fields)


def test_an_issuer_signs_with_one_key_of_a_kind(issuer):
    key = issuer.keys.get(algorithm="ed25519")
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningKey.objects.create(issuer=issuer, kid="other", algorithm="ed25519", public_jwk=key.public_jwk, made_at=AWARDED)


def test_the_same_picture_is_kept_once(db):
    assert keep_image(png=b"one") == keep_image(png=b"one")
    keep_image(png=b"two")
    assert SignatureImage.objects.count() == 2


def test_keys_go_with_a_backup_and_come_back_to_their_owner_alone(bare, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    told()
    kid, parcel = signing_key(bare, "ed25519").kid, tmp_path / "parcel"
    parcel.mkdir()
    keys.collect(parcel)
    settings.CERTIFICATE_KEYS_FILE.unlink()
    keys.put(parcel)
    assert signing_key(bare, "ed25519").kid == kid
    assert stat.S_IMODE(settings.CERTIFICATE_KEYS_FILE.stat().st_mode) == 0o600
