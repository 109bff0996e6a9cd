"""Sketches of practices' texts, so that near copies are found by equal numbers."""

from django.db import models

from content.practices.models import PracticePage


class Sketch(models.Model):
    """One row: the title and the text of a practice in one language as last read, published or sent to review."""

    page = models.OneToOneField(PracticePage, on_delete=models.CASCADE, primary_key=True, related_name="sketch")
    title_key = models.CharField(max_length=200, db_index=True)
    places = models.BinaryField()  # 36 numbers of four bytes; none for a short text

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.page_id}: {self.title_key}"


class SketchBand(models.Model):
    """One row: three places of a sketch as one number; texts that are alike share one."""

    sketch = models.ForeignKey(Sketch, on_delete=models.CASCADE, related_name="bands", db_index=False)
    value = models.BigIntegerField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sketch", "value"], name="a_sketch_has_a_band_once")]

    def __str__(self) -> str:
        return f"{self.sketch_id}: {self.value}"
