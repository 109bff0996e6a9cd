"""What was published of each practice."""

import uuid

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0011_board_and_links'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('translation_key', models.UUIDField()),
                ('language', models.CharField(max_length=12)),
                ('number', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=255)),
                ('values', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('facts', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('changed', models.JSONField(default=list)),
                ('published_at', models.DateTimeField()),
                ('published_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'version',
                'verbose_name_plural': 'versions',
                'ordering': ['translation_key', 'language', '-number'],
                'constraints': [models.UniqueConstraint(fields=('translation_key', 'language', 'number'), name='versions_of_a_text_are_numbered'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='versions_are_numbered_from_one')],
            },
        ),
    ]
