"""The six groups, and the right to enter the editors' screens for those who work there."""

from django.db import migrations

GROUPS = ("editor", "reviewer", "translator", "moderator", "facilitator", "partner manager")
WORK_IN_ADMIN = ("editor", "reviewer", "translator", "partner manager")


def make(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    enter = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for name in GROUPS:
        group, _made = Group.objects.get_or_create(name=name)
        if name in WORK_IN_ADMIN:
            group.permissions.add(enter)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_notices_and_rules"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
