"""The door through which Wagtail finds the hooks of the rooms."""

from content.audience import wagtail_hooks as audience
from content.demo import wagtail_hooks as demo
from content.importing import wagtail_hooks as importing
from content.pages import wagtail_hooks as pages
from content.search import wagtail_hooks as search
from content.standing import wagtail_hooks as standing
from content.translations import wagtail_hooks as translations

__all__ = ["audience", "demo", "importing", "pages", "search", "standing", "translations"]
