"""Moderators may moderate, and enter the editors' screens, where their queue is."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "moderator"


def allow(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    config = apps.get_app_config("forums")
    config.models_module = True  # permissions are made after all migrations; this one is needed now
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    group, _made = Group.objects.get_or_create(name=GROUP)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="forums", codename="moderate_forum"),
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0001_topics_and_posts"),
        ("accounts", "0003_groups"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
