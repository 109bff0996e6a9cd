"""By whose key an answer was graded is kept with it: what is shown as right is what its points came from."""

import django.db.models.deletion
from django.db import migrations, models


def remember(apps, schema_editor):
    """Tell of answers that were graded by a corrected key which it was; closed editions kept theirs."""
    answers = apps.get_model("courses", "Answer").objects.filter(fraction__isnull=False)
    for row in apps.get_model("courses", "Regrade").objects.select_related("version").order_by("version__number"):
        key = row.version
        older = answers.filter(question_id=key.question_id, version__number__lt=key.number, version__kind=key.kind)
        before = older.filter(attempt__enrolment__edition__closed_at__lte=row.at)
        answers.filter(pk__in=older.exclude(pk__in=before.values("pk")).values("pk")).update(key=key)


class Migration(migrations.Migration):
    dependencies = [("courses", "0012_people_who_run_courses")]
    operations = [
        migrations.AddField(
            model_name="answer",
            name="key",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="courses.questionversion",
            ),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop, elidable=True),
    ]
