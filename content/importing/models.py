"""What was brought in, and the words of it that found no place on the page."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Revision

from content.sorting.choices import Meaning, Went


class ImportedDocument(models.Model):
    """One document, known by the hash of its words, and the page that it became: one language's page of one translation key.

    `revision` is the draft that the import wrote; a newer one is a person's work. `joins` is the translation key that the page takes
    when it is published, where until then an alias stands in its place.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=30)
    name = models.CharField(_("file"), max_length=255, blank=True)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    translation_key = models.UUIDField()
    joins = models.UUIDField(null=True, blank=True)
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    report = models.JSONField(default=dict)
    brought_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    brought_in_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sha256"], name="a_text_is_brought_in_once")]
        indexes = [models.Index(fields=["translation_key", "locale"], name="imported_document_page")]

    def __str__(self) -> str:
        return self.name or self.sha256[:12]

    @property
    def page(self) -> Page | None:
        """The page that the document became, or None where somebody deleted it. One query."""
        return Page.objects.filter(translation_key=self.translation_key, locale_id=self.locale_id, alias_of=None).first()


class Leftover(models.Model):
    """Some words that are not on the page: left over, for the editor to place and tick off, or understood as a fact or heading."""

    document = models.ForeignKey(ImportedDocument, on_delete=models.CASCADE, related_name="leftovers")
    position = models.PositiveIntegerField()
    text = models.TextField()
    went = models.CharField(max_length=4, choices=[(Went.READ, Went.READ.label), (Went.LEFT, Went.LEFT.label)])
    meaning = models.CharField(max_length=12, choices=Meaning.choices, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["document_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="leftovers_keep_their_order"),
            models.CheckConstraint(condition=models.Q(went__in=[Went.READ, Went.LEFT]), name="leftovers_are_not_on_the_page"),
        ]

    def __str__(self) -> str:
        return self.text[:60]
