"""A file that was handed out is known by its hash after it was printed again, or its holder has left."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0003_certificates_issued_late")]
    operations = [
        migrations.AddField(model_name="credential", name="former_papers", field=models.JSONField(blank=True, default=list)),
    ]
