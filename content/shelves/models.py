"""What the library knows of each practice, turned round: for each facet value and each word, which practices have it."""

from uuid import uuid4

from django.db import models
from django.db.models import Q


class ShelfState(models.Model):
    """The one row that every change of the index raises, in its transaction: so changes follow one another, and readers see what is new.

    `epoch` changes when all that was remembered must be forgotten; `labels` when the taxonomy was edited.
    """

    epoch = models.UUIDField(default=uuid4)
    stamp = models.PositiveBigIntegerField(default=0)
    labels = models.PositiveBigIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="there_is_one_shelf_state")]

    def __str__(self) -> str:
        return str(self.stamp)


class ShelfItem(models.Model):
    """One row: a practice (all its languages) has this number, the row's id. Later numbers came out later; none is given twice."""

    translation_key = models.UUIDField(unique=True)
    shelves = models.BinaryField(default=bytes)  # a set of ids of `Shelf`: where its bit is, so that it can be taken away again
    stamp = models.PositiveBigIntegerField(default=0)
    title_pt = models.CharField(max_length=80, db_index=True)  # as sorted; where a language is missing, as in one that is there
    title_en = models.CharField(max_length=80, db_index=True)
    title_es = models.CharField(max_length=80, db_index=True)
    title_fr = models.CharField(max_length=80, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk__gt=0, pk__lt=2**32), name="a_shelf_number_fits_a_bitmap")]

    def __str__(self) -> str:
        return f"{self.pk}: {self.translation_key}"


class ShelfText(models.Model):
    """One row: the stems of a practice's text in one language, one after another with spaces around, for questions in quotes."""

    item = models.ForeignKey(ShelfItem, on_delete=models.CASCADE, related_name="texts", db_index=False)
    language = models.CharField(max_length=12)
    stems = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "language"], name="a_shelf_text_is_held_once")]

    def __str__(self) -> str:
        return f"{self.item_id} ({self.language})"


class Shelf(models.Model):
    """One row: a name of a set of practices, `f:theme:7` or `a:pt:fiscaliz`."""

    name = models.CharField(max_length=100, unique=True)
    is_facet = models.BooleanField(default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["is_facet"], condition=Q(is_facet=True), name="facet_shelves")]

    def __str__(self) -> str:
        return self.name


class ShelfPart(models.Model):
    """One row: the numbers of one stretch (65,536 of them) that stand on this shelf, as a roaring bitmap."""

    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="parts", db_index=False)
    chunk = models.PositiveIntegerField()
    bits = models.BinaryField()
    stamp = models.PositiveBigIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shelf", "chunk"], name="a_shelf_has_a_part_once")]

    def __str__(self) -> str:
        return f"{self.shelf_id}/{self.chunk}"
