"""Editors prepare editions and questions; facilitators, questions and the editions that are theirs."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ALLOWED = {"editor": ("manage_editions", "edit_questions"), "facilitator": ("edit_questions",)}


def allow(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    config = apps.get_app_config("courses")
    config.models_module = True  # permissions are made after all migrations; these are needed now
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    for name, codenames in ALLOWED.items():
        group, _made = Group.objects.get_or_create(name=name)
        group.permissions.add(*Permission.objects.filter(content_type__app_label="courses", codename__in=codenames))


class Migration(migrations.Migration):
    dependencies = [("courses", "0011_learning"), ("accounts", "0003_groups")]
    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
