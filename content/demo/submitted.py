"""A practice that the demonstration's learner has sent: reviewers find something to do."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.db import transaction

from accounts.models import User
from content.contributing.actions import begin, send
from content.contributing.models import Contribution
from content.reviewing.paving import pave_practices
from content.seeding.shaping import identity

PLACE = Path(__file__).parent / "submitted.json"
KEY = identity("practices/submitted")
AUTHOR, LANGUAGE = "learner@example.org", "pt"


@transaction.atomic
def load_submitted(*, now: datetime, say: Callable[[str], None]) -> int:
    """Write the contribution and send it to review, unless it was sent before or its author is not there; return how many were sent."""
    author = User.objects.present().filter(email=AUTHOR).first()
    if author is None or Contribution.objects.filter(key=KEY).exists():
        return 0
    pave_practices()
    row = begin(owner=author, language=LANGUAGE, answers=json.loads(PLACE.read_text(encoding="utf-8")), now=now)
    row.key = KEY
    row.save(update_fields=["key"])
    page = send(contribution=row, by=author, now=now)
    say(f"{page.title} ({LANGUAGE}), sent to review")
    return 1
