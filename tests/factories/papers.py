"""Papers of certificates as files, without the engine that prints them."""

from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from certificates.credentials.models import Credential, Paper
from tests.factories.certificates import AWARDED

PDF = b"%PDF-1.7 a paper\n"


def paper_of(credential: Credential, data: bytes = PDF, languages: str = "pt,en", **fields: Any) -> Paper:
    """Add a paper with its file in the storage."""
    uid = sha256(f"{credential.number}{languages}".encode()).hexdigest()[:32]
    name = default_storage.save(f"certificates/{credential.award.uid.hex}/{uid}.pdf", ContentFile(data))
    given: dict[str, Any] = {"sha256": sha256(data).hexdigest(), "size": len(data), "file": name, "made_at": AWARDED}
    return Paper.objects.create(credential=credential, languages=languages, **(given | fields))
