"""A certificate may be issued, or put right, after its time: it is expired from its first day."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("certificates", "0002_people_who_prepare_templates")]
    operations = [
        migrations.RemoveConstraint(model_name="credential", name="a_credential_ends_after_it_begins"),
    ]
