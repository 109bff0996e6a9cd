"""Lists in the editors' screens that cost the same with one row and with many."""

from typing import Any

from wagtail.admin.views.generic import IndexView


class JoinedIndexView(IndexView):
    """A list that reads its rows with those that they point at."""

    joined: tuple[str, ...] = ()

    @classmethod
    def with_rows(cls, *names: str) -> type["JoinedIndexView"]:
        """Return this view, joining these."""
        return type(cls.__name__, (cls,), {"joined": names, "__doc__": cls.__doc__})

    def get_base_queryset(self) -> Any:
        """Return the rows, joined."""
        return super().get_base_queryset().select_related(*self.joined)
