"""Editors prepare templates. Issuers, and who signs, are the administrators' until they give a group the right."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ALLOWED = {"editor": ("manage_templates",)}


def allow(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    config = apps.get_app_config("certificates")
    config.models_module = True  # permissions are made after all migrations; these are needed now
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    for name, codenames in ALLOWED.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label="certificates", codename__in=codenames))


class Migration(migrations.Migration):
    dependencies = [("certificates", "0001_issuers_templates_credentials"), ("accounts", "0003_groups")]
    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
