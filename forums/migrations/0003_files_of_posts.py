from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0002_moderators")]
    operations = [
        migrations.AddField(model_name="attachment", name="small", field=models.CharField(blank=True, max_length=120)),
        migrations.AlterField(model_name="attachment", name="file", field=models.CharField(max_length=120)),
        migrations.AddField(model_name="post", name="files_html", field=models.TextField(blank=True)),
    ]
