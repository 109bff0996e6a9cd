"""Files and pictures come and go. The file is checked and cleaned before anything is locked: a slow upload holds nobody up."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from willow.image import UnrecognisedImageFormatError

from accounts.models import User
from content.contributing.actions.locking import locked
from content.contributing.choices import DOCUMENTS, MOST_FILES
from content.contributing.models import Contribution, Upload
from content.contributing.refusals import Refused
from content.media.cleaning import FORMATS
from content.media.models import Paper, Picture, extension_of


def add_file(*, contribution: Contribution, file: Any, title: str, has_consent: bool, token: UUID, by: User, now: datetime) -> Upload:
    """Add a document, or a picture whose people agreed (`has_consent`); what a picture's file says beside its pixels is left out. The same
    `token` twice is the same upload. Raises Refused for what is of another kind, too big, too many, or without consent.
    """
    extension = extension_of(file.name)
    if extension not in (*FORMATS, *DOCUMENTS):
        raise Refused(_("Files of the kind .%(kind)s are not taken.") % {"kind": extension})
    if extension in FORMATS and not has_consent:
        raise Refused(_("Please confirm that everybody in the picture agrees, and that no child can be recognised."))
    if (held := contribution.uploads.filter(token=token).first()) is not None:
        return held
    try:
        kind = Picture if extension in FORMATS else Paper
        thing = kind(title=title, file=file, uploaded_by_user=by)
        thing.clean()
        with transaction.atomic():
            row = locked(contribution=contribution)
            if (held := row.uploads.filter(token=token).first()) is not None:
                return held
            if row.uploads.count() >= MOST_FILES:
                raise Refused(_("At most %(count)s files.") % {"count": MOST_FILES})
            thing.save()
            place = "picture" if extension in FORMATS else "paper"
            upload = Upload.objects.create(
                contribution=row, title=title, has_consent=has_consent, token=token, added_by=by, added_at=now, **{place: thing}
            )
            row.changed_at = now
            row.save(update_fields=["changed_at"])
            return upload
    except ValidationError as no:
        raise Refused(" ".join(no.messages)) from no
    except UnrecognisedImageFormatError as no:
        raise Refused(_("This is not a whole picture of the kind that its name says.")) from no


@transaction.atomic
def remove_file(*, upload: Upload, now: datetime) -> None:
    """Take a file out of a contribution; it is deleted where no page, and no version of one, can hold it: it was never sent. Safe to call
    twice.
    """
    held = Upload.objects.select_related("paper", "picture", "contribution").filter(pk=upload.pk).first()
    if held is None:
        return
    thing = held.paper or held.picture
    held.delete()
    if thing is not None and held.contribution.sent_at is None:
        thing.delete()
    Contribution.objects.filter(pk=held.contribution_id).update(changed_at=now)
