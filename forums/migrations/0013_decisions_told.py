"""Those concerned are told of a decision once it can no longer be taken back; the row says when."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0011_guest_turn")]
    operations = [
        migrations.AddField(model_name="decision", name="told_at", field=models.DateTimeField(blank=True, null=True)),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(fields=["decided_at"], condition=models.Q(("told_at", None)), name="decisions_to_tell"),
        ),
    ]
