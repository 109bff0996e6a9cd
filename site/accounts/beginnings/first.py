"""What a new site needs before anybody can work: notices to accept, and one administrator."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from accounts.entrance.adapter import write_account_mail
from accounts.entrance.forms.passwords import password_link
from accounts.notices.actions import raise_notice
from accounts.notices.choices import Kind
from accounts.notices.models import Notice
from accounts.people.models import User

FIRST_VERSION = "1"


@transaction.atomic
def raise_first_notices(*, now: datetime) -> list[Notice]:
    """Put a first version of each notice in force where its kind has none; return those that were made."""
    held = set(Notice.objects.values_list("kind", flat=True))
    return [raise_notice(kind=kind, version=FIRST_VERSION, now=now) for kind in Kind.values if kind not in held]


@transaction.atomic
def invite_first_admin(*, email: str, language: str, now: datetime) -> User | None:
    """Make the first administrator and mail the link to choose a password; None where the site has one already.

    The link proves the address. Once it is too old, “forgotten password” mails another one. Raises ValueError for what is no address.
    """
    if User.objects.administrators().exists():
        return None
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValueError(f"not an e-mail address: {email}") from error
    person = User.objects.filter(email=email, erased_at=None).first() or User(email=email, language=language, date_joined=now)
    if person.pk is None:
        person.set_unusable_password()
    person.is_superuser = person.is_staff = person.is_active = True
    person.save()
    write_account_mail(kind="first_admin", to=email, person=person, context={"password_url": password_link(person)})
    return person
