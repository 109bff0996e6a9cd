"""Files, found."""

from uuid import UUID

from forums.attachments.models import Attachment


def attachment_with(uid: UUID) -> Attachment | None:
    """Return a file with its post, topic and forum."""
    return Attachment.objects.select_related("post__topic__forum").filter(uid=uid).first()
