"""The taxonomy was edited: whoever remembers its names asks again."""

from django.db import transaction

from content.shelves.actions.writing import locked


@transaction.atomic
def note_taxonomy() -> None:
    """Let every process ask for the names, regions and groups anew. No bit changes: they are of ids."""
    state = locked()
    state.labels += 1
    state.save(update_fields=["labels"])
