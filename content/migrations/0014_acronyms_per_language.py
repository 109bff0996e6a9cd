"""An acronym belongs to a language: rows that are there take that of their page, and one key for all languages of a practice."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


def settle(apps, schema_editor):
    """Give each acronym the language of its page and a key that its twins in other languages share."""
    acronyms = apps.get_model("content", "Acronym").objects
    for row in acronyms.select_related("page"):
        key = uuid.uuid5(row.page.translation_key, row.short)
        acronyms.filter(pk=row.pk).update(locale_id=row.page.locale_id, translation_key=key)
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what waits to be checked would forbid the next step


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0013_sketches"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField("acronym", "translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
        migrations.AddField(
            "acronym",
            "locale",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.RunPython(settle, migrations.RunPython.noop),
        migrations.AlterField(
            "acronym",
            "locale",
            models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AlterUniqueTogether("acronym", {("translation_key", "locale")}),
    ]
