"""Questions about people and where they live."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db.models import Q, QuerySet

from . import countries as atlas
from .choices import OWN_NAMES
from .models import User


def countries(language: str) -> list[tuple[str, str]]:
    """Return (ISO code, name) of every country, sorted for a reader of this language."""
    return atlas.sorted_names(language)


def languages() -> list[tuple[str, str]]:
    """Return (code, name) of every interface language, each named in itself: whoever looks for hers knows that name."""
    return [(code, OWN_NAMES[code]) for code, _name in settings.LANGUAGES]


def country_name(code: str, language: str) -> str:
    """Return the country's name in this language; the code itself where it is not known, nothing for nothing."""
    return atlas.names(language).get(code, code)


def country_code(words: str) -> str:
    """Return the code of the country that these words name: its code, or its name in any language that we hold; "" for none."""
    return atlas.codes_by_name().get(atlas.folded(words.strip()), "")


def by_address(email: str) -> User | None:
    """Return the person with this address, in any case, who has not been erased."""
    return User.objects.filter(email=email.strip().lower(), erased_at=None).first()


def proven_by_address(email: str) -> User | None:
    """Return the person who proved that this address is hers and can sign in; an account that only claims it is none."""
    person = by_address(email)
    return person if person and person.is_active and has_proven(person, email) else None


def has_proven(person: User, email: str) -> bool:
    """Return whether this person proved that this address, the one of her account, is hers."""
    address = email.strip().lower()
    return person.email == address and EmailAddress.objects.filter(user=person, email=address, verified=True).exists()


def by_uid(uid: str) -> User | None:
    """Return the person whom the outside knows by this id; None for anything that is not such an id."""
    try:
        return User.objects.filter(uid=UUID(uid)).first()
    except ValueError:
        return None


def found_by(words: str) -> QuerySet[User]:
    """Return people whose name, address or institution holds every word."""
    people = User.objects.get_queryset().filter(erased_at=None)
    for word in words.replace("\x00", "").split()[:6]:
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word) | Q(institution__icontains=word))
    return people.order_by("email")
