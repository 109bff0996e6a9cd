"""Pictures, documents and videos: nothing heavy loads by itself."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from content.blocks.checks import CheckedBlock, Complaints, RichTextBlock
from content.media.hosts import hosted
from content.media.kinds import is_what_it_says

SPEECH = [("pt", "Português"), ("en", "English"), ("es", "Español"), ("fr", "Français")]


PLAYABLE = {"mp4", "webm"}


def _extension(paper: Any) -> str:
    """Return the ending of a file's name, in small letters."""
    return str(paper.file_extension).lower()


def _is_readable(paper: Any) -> bool:
    """Return whether the file is there and its content is captions."""
    try:
        with paper.open_file() as file:
            return is_what_it_says(file, "vtt")
    except OSError:
        return False


class PictureBlock(CheckedBlock):
    """A picture, described in words or declared decorative."""

    picture = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("Description for those who cannot see it"), required=False, max_length=300)
    is_decorative = blocks.BooleanBlock(label=_("Only decoration"), required=False)
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=300)

    def complaints(self, value: Any) -> Complaints:
        """Ask for words, or for the statement that none are needed."""
        if value["alt"] or value["is_decorative"]:
            return {}
        return {"alt": _("Describe the picture for those who cannot see it, or tick “Only decoration”.")}

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "components/picture.html"


class PaperBlock(blocks.StructBlock):
    """A document to download, with its type and size."""

    paper = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=200)

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "components/paper.html"


class VideoPlace(models.TextChoices):
    """Where a video is kept."""

    NONE = "none", _("No video yet")
    OWN = "own", _("Own file")
    YOUTUBE = "youtube", "YouTube"
    VIMEO = "vimeo", "Vimeo"


class CaptionsBlock(CheckedBlock):
    """Captions in one language (WebVTT)."""

    language = blocks.ChoiceBlock(label=_("Language"), choices=SPEECH)
    file = DocumentChooserBlock(label=_("Captions (.vtt)"))

    def complaints(self, value: Any) -> Complaints:
        """Ask for a file that players read."""
        paper = value["file"]
        if paper and (_extension(paper) != "vtt" or not _is_readable(paper)):
            return {"file": _("Captions must be a WebVTT file (.vtt) that begins with WEBVTT.")}
        return {}


class TranscriptBlock(blocks.StructBlock):
    """What is said and shown, as text, in one language."""

    language = blocks.ChoiceBlock(label=_("Language"), choices=SPEECH)
    text = RichTextBlock(label=_("Text"))


class VideoBlock(CheckedBlock):
    """A video behind a poster; minutes and megabytes are said before the tap."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    place = blocks.ChoiceBlock(label=_("Where it is"), choices=VideoPlace.choices, default=VideoPlace.NONE)
    address = blocks.URLBlock(label=_("Address at YouTube or Vimeo"), required=False)
    file = DocumentChooserBlock(label=_("Own file"), required=False)
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=600)
    megabytes = blocks.DecimalBlock(label=_("Megabytes"), required=False, min_value=0, max_digits=7, decimal_places=1)
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), required=False, default=[])
    transcripts = blocks.ListBlock(TranscriptBlock(), label=_("Transcripts"), required=False, default=[])

    def complaints(self, value: Any) -> Complaints:
        """Ask for what plays at the place that was chosen."""
        place = value["place"]
        if place in (VideoPlace.YOUTUBE, VideoPlace.VIMEO) and not hosted(place, value["address"] or "", "en"):
            host = VideoPlace(place).label
            return {"address": _("Give the address of one video at %(host)s, as its share button shows it.") % {"host": host}}
        if place == VideoPlace.OWN and (not value["file"] or _extension(value["file"]) not in PLAYABLE):
            return {"file": _("Choose a video file: .mp4 or .webm.")}
        return {}

    class Meta:
        icon = "media"
        label = _("Video")
        template = "components/video.html"
