"""A search that somebody keeps."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q


class SavedSearch(models.Model):
    """One row: what a member asked of the library, and up to which practice (its number) she has been told what fits."""

    uid = models.UUIDField(unique=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=2000)  # as `library.asking.Asked.query` writes it
    told_up_to = models.PositiveBigIntegerField(default=0)
    looked_at = models.DateTimeField()  # when we last looked for news
    saved_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "query"], name="a_search_is_saved_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_saved_search_has_a_name"),
        ]
        indexes = [models.Index(fields=["looked_at"], name="saved_search_by_look")]

    def __str__(self) -> str:
        return self.name
