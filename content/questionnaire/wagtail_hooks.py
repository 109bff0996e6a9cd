"""What this room offers to the importer."""

from wagtail import hooks

from content.questionnaire.filled_kind import filled_kind

hooks.register("document_kinds", filled_kind)
