"""People for tests."""

from datetime import UTC, datetime
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts.actions import accept_notices
from accounts.models import User
from accounts.queries import current_notices

PASSWORD = "velvet-otter-lantern"
JOINED = datetime(2026, 1, 5, 9, tzinfo=UTC)


class PersonFactory(factory.django.DjangoModelFactory):
    """A person with a confirmed address and a password who accepted what is in force; `groups=["editor"]` puts her into groups."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    printed_name = factory.SelfAttribute("name")
    language = "pt"
    country = "MZ"
    of_age_at = JOINED
    date_joined = JOINED

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        password = kwargs.pop("password", PASSWORD)
        is_confirmed, has_accepted = kwargs.pop("is_confirmed", True), kwargs.pop("has_accepted", True)
        person = model_class.objects.create_user(kwargs.pop("email"), password, **kwargs)
        EmailAddress.objects.create(user=person, email=person.email, verified=is_confirmed, primary=True)
        if has_accepted:
            accept_notices(person=person, notices=current_notices(), now=JOINED)
        return person

    @factory.post_generation
    def groups(self, create: bool, names: list[str] | None, **kwargs: Any) -> None:
        """Put the person into these groups; the migration made them."""
        for name in names or []:
            self.groups.add(Group.objects.get(name=name))
