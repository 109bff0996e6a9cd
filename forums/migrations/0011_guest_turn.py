"""Links of guests can be made invalid."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A guest's row counts how often her long-lived link was replaced."""

    dependencies = [("forums", "0003_files_of_posts")]

    operations = [migrations.AddField(model_name="guest", name="turn", field=models.PositiveSmallIntegerField(default=0))]
