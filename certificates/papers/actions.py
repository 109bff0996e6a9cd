"""Files of papers: one folder an award, in the part of the storage that nobody is shown."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from certificates.credentials.models import Award, Credential, Paper
from certificates.printing.engine import Printed

FOLDER = "certificates"


def folder_of(*, award_uid: UUID) -> str:
    """Return where the papers of an award lie."""
    return f"{FOLDER}/{award_uid.hex}"


def written(*, award: Award, printed: Printed, languages: list[str], version: int, now: datetime) -> Paper:
    """Write the file of a paper and return its row, not saved yet: a crash leaves a file without a row, never a row without its file."""
    uid = uuid4()
    name = default_storage.save(f"{folder_of(award_uid=award.uid)}/{uid.hex}.pdf", ContentFile(printed.data))
    return Paper(
        uid=uid,
        languages=",".join(languages),
        sha256=sha256(printed.data).hexdigest(),
        size=len(printed.data),
        file=name,
        template_version=version,
        made_at=now,
        is_tagged=printed.is_tagged,
        note=printed.problem,
    )


def keep_hashes(*, credential: Credential, papers: Iterable[Paper]) -> None:
    """Keep what files that were handed out are known by, before their rows go. Call in the transaction that removes them."""
    former = list(Credential.objects.select_for_update().values_list("former_papers", flat=True).get(pk=credential.pk))
    credential.former_papers = list(dict.fromkeys([*former, *(paper.sha256 for paper in papers)]))
    credential.save(update_fields=["former_papers"])


def tidy(*, award: Award) -> int:
    """Remove what a killed worker wrote for this award and no row names. Returns how many. Where nothing lies nothing is asked."""
    held = _held(folder_of(award_uid=award.uid))
    if not held:
        return 0
    named = set(Paper.objects.filter(credential__award=award).values_list("file", flat=True))
    return drop(names=[name for name in held if name not in named])


def drop(*, names: Iterable[str]) -> int:
    """Remove files. Returns how many names there were; a file that is gone already is no error."""
    count = 0
    for name in names:
        default_storage.delete(name)
        count += 1
    return count


def drop_folder(*, award_uid: UUID) -> None:
    """Remove every paper of an award, and its folder where the storage has folders."""
    folder = folder_of(award_uid=award_uid)
    drop(names=_held(folder))
    with suppress(OSError):
        default_storage.delete(folder)


def _held(folder: str) -> list[str]:
    try:
        return [f"{folder}/{file}" for file in default_storage.listdir(folder)[1]]
    except FileNotFoundError:
        return []
