"""Pictures and papers (documents, videos, captions) of editors: checked by content, cleaned, measured, kept under names nobody guesses."""

import secrets
import uuid
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from content.media.cleaning import NotAPictureError, TooManyPixelsError, cleaned
from content.media.kinds import TYPES, guess, is_what_it_says
from content.media.playing import seconds_of
from content.media.uploads import refuse_too_big


def is_new(file: Any) -> bool:
    """Return whether this file has come in and is not stored yet."""
    return bool(file) and not file._committed


def extension_of(name: str | None) -> str:
    """Return the extension of a file name, in small letters, without its dot."""
    return PurePath(name or "").suffix.lower().lstrip(".")


def paper_place(paper: "Paper", filename: str) -> str:
    """Return where a paper is kept: in a folder of its own that cannot be guessed."""
    return f"papers/{secrets.token_hex(16)}/{paper.file.field.storage.get_valid_name(filename)[-100:]}"


class CleanedFile(ContentFile[bytes]):
    """A picture drawn again: not to be drawn a second time."""


class Picture(AbstractImage):
    """A picture with where it comes from; nothing but its pixels and colours is kept when it is saved."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def get_upload_to(self, filename: str) -> str:
        """Return where a picture is kept. A new file gets a new name: addresses are kept by browsers for a year."""
        return f"pictures/{self.uid.hex}/{secrets.token_hex(8)}.{extension_of(filename)}"

    def clean(self) -> None:
        """Refuse what is no whole picture of the kind that its name says, or would unfold to too much."""
        super().clean()
        upload: Any = self.file
        if is_new(upload):
            self._draw_again(upload)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is cleaned first. Raises ValidationError for what is no picture."""
        upload: Any = self.file
        if is_new(upload):
            self._draw_again(upload)
        super().save(*args, **kwargs)

    def _draw_again(self, upload: Any) -> None:
        """Put the cleaned picture in the place of the uploaded one, once."""
        if isinstance(upload.file, CleanedFile):
            return
        try:
            content = CleanedFile(cleaned(upload.file, extension_of(upload.name)), name=PurePath(upload.name).name)
        except NotAPictureError as error:
            raise ValidationError({"file": _("This is not a whole picture of the kind that its name says.")}) from error
        except TooManyPixelsError as error:
            raise ValidationError({"file": _("This picture has too many pixels. Make it smaller and try again.")}) from error
        self.file = content
        self._set_image_file_metadata()


class WeightField(models.PositiveIntegerField):
    """Bytes of the row's file, measured when the row is made (Wagtail makes renditions in bulk: `save` is not called)."""

    def pre_save(self, model_instance: Any, add: bool) -> int:
        """Measure a new file."""
        if add:
            setattr(model_instance, self.attname, model_instance.file.size)
        return getattr(model_instance, self.attname)


class Rendition(AbstractRendition):
    """A picture drawn at one size and in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    weight = WeightField(default=0, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")]

    def get_upload_to(self, filename: str) -> str:
        """Return where a rendition is kept: beside its picture."""
        return f"pictures/{self.image.uid.hex}/{self.file.field.storage.get_valid_name(filename)[-100:]}"


class Paper(AbstractDocument):
    """A file to read, watch or hear."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(_("file"), upload_to=paper_place, max_length=200)
    seconds = models.PositiveIntegerField(null=True, editable=False)  # null: not a video, or one that does not say its length

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self) -> str:
        """Return the address where it is downloaded or played."""
        return reverse("paper", args=[self.uid, self.filename])

    @property
    def content_type(self) -> str:
        """Return the media type; the content was checked against it when the file came in."""
        return TYPES.get(extension_of(self.filename), "application/octet-stream")

    def clean(self) -> None:
        """Refuse what is not of the kind that its name says: by content, so that renaming does not help."""
        if not is_new(self.file):
            return
        super().clean()
        refuse_too_big(self.file)
        extension = extension_of(self.file.name)
        if is_what_it_says(self.file.file, extension):
            return
        if found := guess(self.file.file):
            message = _("This file is named .%(named)s, but its content is something else (%(found)s).")
            raise ValidationError({"file": ValidationError(message, params={"named": extension, "found": found})})
        message = _("This file is named .%(named)s, but its content is something else.")
        raise ValidationError({"file": ValidationError(message, params={"named": extension})})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is checked and measured first. Raises ValidationError for what is not of the kind that its name says."""
        if is_new(self.file):
            self.clean()
            self._set_document_file_metadata()
            seconds = seconds_of(self.file.file, extension_of(self.file.name))
            self.seconds = None if seconds is None else round(seconds)
        super().save(*args, **kwargs)
