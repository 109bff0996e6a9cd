"""One row is one person who can sign in, or could before she was erased."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower, Upper
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .names import clean_line


class PeopleQuerySet(models.QuerySet["User"]):
    """People, picked."""

    def present(self) -> "PeopleQuerySet":
        """Those who can sign in."""
        return self.filter(is_active=True, erased_at=None)

    def administrators(self) -> "PeopleQuerySet":
        """Those who may do everything and can sign in."""
        return self.present().filter(is_superuser=True)


class UserManager(BaseUserManager["User"]):
    """Makes people from an address; addresses are kept in lower case."""

    def get_queryset(self) -> PeopleQuerySet:
        """Return people with the querysets of this room."""
        return PeopleQuerySet(self.model, using=self._db)

    def present(self) -> PeopleQuerySet:
        """Those who can sign in."""
        return self.get_queryset().present()

    def administrators(self) -> PeopleQuerySet:
        """Those who may do everything and can sign in."""
        return self.get_queryset().administrators()

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the person with this address, in any case."""
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Make a person; without a password she signs in by mailed code."""
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Make a person who may do everything."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing] # of storeys above
    """A person. Known to the outside by `uid`; to others by `name`; on paper by `printed_name`.

    `of_age_at`: when she ticked to be 16 or older. `erased_at`: when the row was blanked; what hangs on it belongs to a former member.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(
        _("e-mail address"), max_length=254, unique=True, error_messages={"unique": _("This address is already in use.")}
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    printed_name = models.CharField(_("name as it is to be printed"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES, default="pt")
    country = models.CharField(_("country"), max_length=2, blank=True)
    institution = models.CharField(_("institution"), max_length=200, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)
    of_age_at = models.DateTimeField(_("said to be 16 or older"), null=True, blank=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        app_label = "accounts"
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="addresses_are_lower_case"),
            models.CheckConstraint(condition=models.Q(country=Upper("country")), name="countries_are_capitals"),
            models.CheckConstraint(
                condition=models.Q(language__in=[code for code, _name in settings.LANGUAGES]), name="languages_are_ours"
            ),
            models.CheckConstraint(
                condition=models.Q(erased_at=None) | models.Q(is_active=False, is_superuser=False, is_staff=False, name="", institution=""),
                name="former_members_are_blank",
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self) -> None:
        """Bring what was typed into the form in which it is kept."""
        super().clean()
        self._tidy()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the row, tidied: whatever way it came, no name hides signs and no address differs by case only."""
        self._tidy()
        super().save(*args, **kwargs)

    def _tidy(self) -> None:
        self.email = self.email.lower()
        self.name, self.printed_name, self.institution = (clean_line(text) for text in (self.name, self.printed_name, self.institution))
        self.country = self.country.upper()

    @property
    def is_of_age(self) -> bool:
        """Whether she ticked to be 16 or older."""
        return self.of_age_at is not None

    @property
    def is_erased(self) -> bool:
        """Whether the row was blanked at her wish."""
        return self.erased_at is not None

    def get_full_name(self) -> str:
        """Return what others read: the name, or the part of the address before the sign; nothing of a former member."""
        if self.is_erased:
            return gettext("former member")
        return self.name or self.email.partition("@")[0]

    def get_short_name(self) -> str:
        """Return the first word of the name."""
        return (self.get_full_name().split() or [""])[0]
