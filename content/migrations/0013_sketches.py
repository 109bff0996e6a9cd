import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0012_versions")]

    operations = [
        migrations.CreateModel(
            name="Sketch",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sketch",
                        serialize=False,
                        to="content.practicepage",
                    ),
                ),
                ("title_key", models.CharField(db_index=True, max_length=200)),
                ("places", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="SketchBand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.BigIntegerField(db_index=True)),
                (
                    "sketch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bands",
                        to="content.sketch",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("sketch", "value"), name="a_sketch_has_a_band_once")],
            },
        ),
    ]
