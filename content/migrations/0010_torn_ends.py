from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("content", "0009_contributions")]

    operations = [
        migrations.AddField(model_name="leftover", name="torn_from", field=models.CharField(blank=True, max_length=40)),
        migrations.AlterField(
            model_name="leftover",
            name="meaning",
            field=models.CharField(
                blank=True,
                choices=[
                    ("heading", "a heading that the page has already"),
                    ("numbering", "the numbering of a list"),
                    ("label", "the name of a field"),
                    ("date", "the date"),
                    ("times", "the time from and until"),
                    ("origin", "where the text comes from"),
                    ("joining", "joining words"),
                    ("hours", "the hours that it takes"),
                    ("repeated", "the name of a field, said again"),
                    ("country", "a country that takes part"),
                    ("contact", "a contact"),
                    ("link", "a link"),
                    ("years", "the years from and until"),
                    ("tag", "what the page is sorted by"),
                ],
                max_length=12,
            ),
        ),
    ]
