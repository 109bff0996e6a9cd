"""What staff may do with people."""

from wagtail.permissions import policy_registry

from accounts.people.models import User


def is_confirmed(person: User) -> bool:
    """Whether the person's address was proven; asks nothing where the addresses were fetched along."""
    return any(address.verified and address.email == person.email for address in person.emailaddress_set.all())  # type: ignore[attr-defined]


def can_look_after(user: User, person: User) -> bool:
    """Whether this user may mend this person's account: with the right to change people, former members excepted."""
    return not person.is_erased and policy_registry.get_by_type(User).user_has_permission(user, "change")


def can_deactivate(user: User, person: User) -> bool:
    """Whether this user may close this account: never her own, and an administrator's only as one."""
    return can_look_after(user, person) and person.is_active and user.pk != person.pk and (user.is_superuser or not person.is_superuser)


def can_activate(user: User, person: User) -> bool:
    """Whether this user may open this account again."""
    return can_look_after(user, person) and not person.is_active


def can_remind(user: User, person: User) -> bool:
    """Whether a mail may remind this person to confirm her address: only while it is unconfirmed."""
    return can_look_after(user, person) and person.is_active and not is_confirmed(person)
