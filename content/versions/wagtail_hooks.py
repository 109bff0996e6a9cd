"""What this room shows on a practice's page, and where one is gone."""

from wagtail import hooks

from content.versions.views import show_versions, tell_of_versions

hooks.register("page_extra", show_versions)
hooks.register("page_gone", tell_of_versions, order=10)
