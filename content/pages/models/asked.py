"""What other rooms show at the head of a page's editor."""

from typing import Any

from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import Panel


class AskedPanel(Panel):
    """Asks the hook `edit_panel` (request, page) for HTML or None; stands only where something is answered."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page's editor."""

        template_name = "content/asked_panel.html"

        @cached_property
        def answers(self) -> list[Any]:
            """What is answered for this page; asked once."""
            asked = (tell(self.request, self.instance) for tell in hooks.get_hooks("edit_panel"))
            return [answer for answer in asked if answer]

        def is_shown(self) -> bool:
            """Say whether anything is answered."""
            return bool(self.answers)

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the answers."""
            return {**super().get_context_data(parent_context), "answers": self.answers}
