"""What the editor of a page says about access."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from content.audience.queries import level_of, own_level
from content.audience.rules import can_set_level


class AccessPanel(Panel):
    """Shows who may read the page and leads to where that is changed: at once and in all languages, so never by saving a draft."""

    class BoundPanel(Panel.BoundPanel):
        """The panel on one page's editor."""

        template_name = "audience/access_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the level set here and the one that holds, which a page above may have made stricter."""
            context = super().get_context_data(parent_context)
            if self.instance.pk:
                context["own"] = own_level(self.instance.translation_key)
                context["level"] = level_of(self.instance)
                context["may_change"] = can_set_level(self.request.user, self.instance)
            return context


access_panel = AccessPanel(heading=_("Who may read"))
