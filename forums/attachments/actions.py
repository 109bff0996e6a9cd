"""Files come to a post, and go."""

from collections.abc import Sequence
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from forums.attachments.models import Attachment, Kind
from forums.attachments.preparing import MOST_FILES, Prepared
from forums.attachments.showing import drawn
from forums.discussions.models import Post


def attach(*, post: Post, files: Sequence[Prepared]) -> list[Attachment]:
    """Keep files with a post, as many as it may have; a post that has files from this form already keeps those (the form came twice).

    The files are written first, the rows after: a crash leaves a file that nobody knows, never a row without its file.
    """
    room = MOST_FILES - post.attachments.count()
    rows = [_written(post, file) for file in files[: max(room, 0)]]
    with transaction.atomic():
        Attachment.objects.bulk_create(rows)
        show_again(post=post)
    return rows


def detach(*, post: Post, uids: Sequence[str] | None = None) -> int:
    """Let files of a post go, or all of them; returns how many. They leave the disk when the change is sure."""
    held = post.attachments.all() if uids is None else post.attachments.filter(uid__in=uids)
    with transaction.atomic():
        names = [name for row in held for name in (row.file, row.small) if name]
        gone = held.delete()[0]
        show_again(post=post)
        transaction.on_commit(lambda: _off_the_disk(names))
    return gone


def _off_the_disk(names: Sequence[str]) -> None:
    for name in names:
        default_storage.delete(name)


def show_again(*, post: Post) -> None:
    """Draw what a post shows of its files anew; kept with the post, so that reading asks nothing."""
    post.files_html = drawn(list(post.attachments.all()))
    post.save(update_fields=["files_html"])


def _written(post: Post, file: Prepared) -> Attachment:
    uid = uuid4()
    extension = file.name.rpartition(".")[2].lower()
    row = Attachment(
        uid=uid,
        post=post,
        kind=Kind.PICTURE if file.is_picture else Kind.DOCUMENT,
        name=file.name[-120:],
        alt=file.alt,
        content_type=file.content_type,
        size=len(file.data),
        width=file.width,
        height=file.height,
    )
    row.file = default_storage.save(f"posts/{uid.hex}/whole.{extension}", ContentFile(file.data))
    if file.is_picture:
        row.small = default_storage.save(f"posts/{uid.hex}/small.webp", ContentFile(file.small))
    return row
