"""One row is one file that goes with a post."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from forums.discussions.models import Post


class Kind(models.TextChoices):
    """How a file is shown."""

    PICTURE = "picture", _("picture")
    DOCUMENT = "document", _("document")


class Attachment(models.Model):
    """A file of a post: a picture drawn anew (no EXIF) with its alt text, or a document that is downloaded. Size in bytes.

    It is handed out to whoever may read the post, by its uid; the name on the disk is not the one that the writer gave. `small`: the name
    of the same picture as a topic shows it, empty for documents.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, models.CASCADE, related_name="attachments")
    kind = models.CharField(max_length=8, choices=Kind)
    file = models.CharField(max_length=120)
    small = models.CharField(max_length=120, blank=True)
    name = models.CharField(_("file name"), max_length=120)
    alt = models.CharField(_("what the picture shows"), max_length=300, blank=True)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name = _("attachment")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kind="picture") | ~Q(alt=""), name="a_posted_picture_says_what_it_shows"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="an_attachment_has_a_known_kind"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def extension(self) -> str:
        """Return the end of the file's name, without its dot."""
        return self.file.rpartition(".")[2]
