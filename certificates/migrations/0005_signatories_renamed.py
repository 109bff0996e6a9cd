"""It is written down when name or title change under the picture of a signature."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("certificates", "0004_hashes_of_former_papers")]
    operations = [
        migrations.RemoveConstraint(model_name="signatureuse", name="a_use_of_a_signature_is_known"),
        migrations.AlterField(
            model_name="signatureuse",
            name="use",
            field=models.CharField(
                choices=[
                    ("put_on", "put on the template"),
                    ("kept", "kept while the template was changed"),
                    ("taken_off", "taken off the template"),
                    ("changed", "picture changed"),
                    ("renamed", "name or title changed"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="signatureuse",
            constraint=models.CheckConstraint(
                condition=models.Q(use__in=["put_on", "kept", "taken_off", "changed", "renamed"]), name="a_use_of_a_signature_is_known"
            ),
        ),
    ]
