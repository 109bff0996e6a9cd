"""Permissions of the editors' screens, asked of our own rules. Nothing that stands on a paper is ever deleted here."""

from collections.abc import Callable, Collection
from typing import Any

from wagtail.permission_policies.base import BasePermissionPolicy

from accounts.models import User

READ = ("view", "choose")
WRITE = ("add", "change")


class RulePolicy(BasePermissionPolicy):
    """Whoever the rule lets in reads; and writes, unless the rows are only read. Nobody deletes."""

    def __init__(self, model: Any, rule: Callable[[Any], bool], *, is_read_only: bool = False) -> None:
        super().__init__(model)
        self._rule = rule
        self._actions: Collection[str] = READ if is_read_only else (*READ, *WRITE)

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Say whether this person may do this."""
        return action in self._actions and self._rule(user)

    def users_with_any_permission(self, actions: Any, include_superusers: bool = True) -> Any:
        """Return people who may; nobody is offered in a list."""
        return User.objects.none()
