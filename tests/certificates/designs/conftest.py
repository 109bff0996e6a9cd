"""People with the rights of the screens, and pictures to put on paper."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.users.models import UserProfile

from accounts.models import User
from certificates.designs.models import Template
from certificates.issuers.models import Signatory
from content.media.models import Picture
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import template_of


def scan(kind: str = "PNG", size: tuple[int, int] = (900, 400)) -> bytes:
    """Return the photograph of a stroke of ink on white paper."""
    target = BytesIO()
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).line((size[0] // 4, size[1] // 2, size[0] // 2, size[1] // 4), fill=(10, 20, 90), width=9)
    picture.save(target, kind)
    return target.getvalue()


def in_english(person: User) -> User:
    """Let somebody have the editors' screens in English."""
    UserProfile.objects.create(user=person, preferred_language="en")
    return person


def may(person: User, *codenames: str) -> User:
    """Give somebody rights; return her as the database knows her."""
    person.user_permissions.add(*Permission.objects.filter(content_type__app_label="certificates", codename__in=codenames))
    return User.objects.get(pk=person.pk)


@pytest.fixture
def template(issuer) -> Template:
    return template_of(issuer)


@pytest.fixture
def admin(db) -> User:
    return in_english(PersonFactory(email="admin@example.org", name="Rui Salgado", is_superuser=True, is_staff=True))


@pytest.fixture
def preparer(db) -> User:
    """An editor: prepares templates, may not use signatures."""
    return in_english(PersonFactory(email="preparer@example.org", groups=["editor"]))


@pytest.fixture
def signer(db) -> User:
    """Somebody who prepares templates and may use signatures."""
    person = in_english(PersonFactory(email="signer@example.org", groups=["editor"]))
    return may(person, "use_signature", "manage_issuers")


@pytest.fixture
def director(issuer) -> Signatory:
    return Signatory.objects.create(issuer=issuer, name="Ana Director", title="Director")


@pytest.fixture
def logo(db, settings, tmp_path) -> Picture:
    settings.MEDIA_ROOT = tmp_path / "media"
    target = BytesIO()
    Image.new("RGB", (1600, 900), (0, 90, 120)).save(target, "JPEG")
    made = Picture(title="Loom", description="A loom", file=ContentFile(target.getvalue(), name="loom.jpg"))
    made.save()
    return made
