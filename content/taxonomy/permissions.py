"""Who may edit the taxonomy: editors, unless an administrator decided otherwise."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType

from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme

EDITORS = "editor"
MODELS = (Theme, CountryGroup, Country, Region, SdgTarget, Instrument)


def grant() -> bool:
    """Let editors add and change rows where no group may yet. Returns whether it was done; safe to call twice."""
    kinds = ContentType.objects.get_for_models(*MODELS).values()
    rows = Permission.objects.filter(content_type__in=kinds)
    if rows.filter(group__isnull=False).exists():
        return False
    group, _made = Group.objects.get_or_create(name=EDITORS)
    group.permissions.add(*(row for row in rows if not row.codename.startswith(("delete", "view"))))
    return True
