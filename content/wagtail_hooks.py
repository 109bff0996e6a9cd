"""The door through which Wagtail finds the hooks of the rooms."""

from content.adapting import wagtail_hooks as adapting
from content.audience import wagtail_hooks as audience
from content.citing import wagtail_hooks as citing
from content.contributing import wagtail_hooks as contributing
from content.demo import wagtail_hooks as demo
from content.desk import wagtail_hooks as desk
from content.exporting import wagtail_hooks as exporting
from content.factcheck import wagtail_hooks as factcheck
from content.harvesting import wagtail_hooks as harvesting
from content.importing import wagtail_hooks as importing
from content.judging import wagtail_hooks as judging
from content.library import wagtail_hooks as library
from content.likeness import wagtail_hooks as likeness
from content.links import wagtail_hooks as links
from content.pages import wagtail_hooks as pages
from content.questionnaire import wagtail_hooks as questionnaire
from content.records import wagtail_hooks as records
from content.reviewing import wagtail_hooks as reviewing
from content.search import wagtail_hooks as search
from content.searches import wagtail_hooks as searches
from content.shelves import wagtail_hooks as shelves
from content.standing import wagtail_hooks as standing
from content.taxonomy import wagtail_hooks as taxonomy
from content.translations import wagtail_hooks as translations
from content.versions import wagtail_hooks as versions

__all__ = [
    "adapting",
    "audience",
    "citing",
    "contributing",
    "demo",
    "desk",
    "exporting",
    "factcheck",
    "harvesting",
    "importing",
    "judging",
    "library",
    "likeness",
    "links",
    "pages",
    "questionnaire",
    "records",
    "reviewing",
    "search",
    "searches",
    "shelves",
    "standing",
    "taxonomy",
    "translations",
    "versions",
]
