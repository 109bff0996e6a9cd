"""Uploads that are too big are let run out without being kept, so that the form comes back with a sentence and what was typed."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _


def largest() -> int:
    """Return how many bytes the biggest file that any form takes may have."""
    return max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)


class CappedUploadHandler(FileUploadHandler):
    """Stands before Django's handlers. Past the limit nothing is passed on; the form gets the head of the file with its true size."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.limit = largest()
        self.is_hopeless = False

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None) -> None:  # noqa: N803 - Django's name
        """Note from the announced length whether any of it is worth keeping: more than all files of one form could have."""
        self.is_hopeless = content_length > 4 * self.limit

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Start with an empty head."""
        super().new_file(*args, **kwargs)
        self.head = b""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Pass a chunk on while the file is small enough."""
        self.head = self.head or raw_data
        return None if self.is_hopeless or start + len(raw_data) > self.limit else raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Answer for a file that was too big: its head, its name, its true size."""
        if file_size <= self.limit and not self.is_hopeless:
            return None
        return UploadedFile(BytesIO(self.head), self.file_name, self.content_type, max(file_size, self.limit + 1), self.charset)


def refuse_too_big(file: Any) -> None:
    """Raise ValidationError for a document that is bigger than documents may be, however it comes in."""
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        sizes = {"size": filesizeformat(file.size), "limit": filesizeformat(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)}
        raise ValidationError({"file": ValidationError(_("This file is too big (%(size)s). The limit is %(limit)s."), params=sizes)})
