"""A field of blocks that keeps its definition out of migrations: blocks change often, the column never."""

from typing import Any

from wagtail import fields


class StreamField(fields.StreamField):
    """Wagtail's field of blocks; a migration sees only that there is one, so a new block needs no migration."""

    def deconstruct(self) -> Any:
        """Return the field without its blocks."""
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
