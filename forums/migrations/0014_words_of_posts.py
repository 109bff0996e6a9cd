"""Words of posts, for the search."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0013_decisions_told")]

    operations = [
        migrations.CreateModel(
            name="PostWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stem", models.CharField(max_length=60)),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="words", to="forums.post"),
                ),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("stem", "post"), name="a_post_has_a_stem_once")]},
        ),
    ]
