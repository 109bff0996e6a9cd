"""What search knows of each page: its text, and its words as stems, kept by ourselves so that SQLite and PostgreSQL find the same."""

from django.db import models
from wagtail.models import Page


class SearchText(models.Model):
    """One row: the text of one live page that is written in its own language (an alias has none), as last read."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="search_text")
    language = models.CharField(max_length=12, db_index=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)  # of analyser, language, title and text: the same means nothing to do

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id} ({self.language})"


class Posting(models.Model):
    """One row: a stem stands in the text of a page, with this weight (the title counts most)."""

    text = models.ForeignKey(SearchText, on_delete=models.CASCADE, related_name="postings", db_index=False)
    language = models.CharField(max_length=12)
    stem = models.CharField(max_length=60)
    weight = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "stem"], name="one_posting_for_a_stem_in_a_text")]
        indexes = [models.Index(fields=["language", "stem"], name="posting_by_stem")]

    def __str__(self) -> str:
        return f"{self.stem}: {self.text_id}"
