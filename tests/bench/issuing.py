"""What a certificate costs beside the bare engine that draws the same page; run in the measured site's environment, prints JSON.

One certificate is all that the task does: claiming, what is said, proof, QR code, page, file, rows, and the row of the mail. The bare page
is its QR code and the engine, without database or proof; the engine alone is given its code ready made. Each page is one that the engine
has not drawn before. All in this process, in random order; CPU time, so that neighbours on the machine count little.
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import django

WARM_UP, ROUNDS, EACH = 10, 6, 15


def main() -> None:
    """Measure; print milliseconds of CPU for each certificate, each page and the engine alone, round by round, and the bytes of one."""
    django.setup()
    from django.utils import timezone

    from certificates.issuing.actions import make
    from certificates.printing.drawing import as_json

    now = timezone.now()
    awards = due_awards(WARM_UP + ROUNDS * EACH, now)
    made = [make(award_id=awards.pop(), now=timezone.now()) for _ in range(WARM_UP)]
    if not all(made):
        raise SystemExit("A certificate was not made.")
    sheets = fresh_sheets(made[-1])
    draw = engine_of(made[-1], now)
    for _ in range(WARM_UP):
        draw(as_json(next(sheets)))
    figures: dict[str, Any] = {"certificate": [], "page": [], "engine": []}
    for _ in range(ROUNDS):
        bare = [next(sheets) for _ in range(EACH)]
        ready = [as_json(next(sheets)) for _ in range(EACH)]
        mine = [awards.pop() for _ in range(EACH)]
        kinds: list[tuple[str, Callable[[], object]]] = [
            ("certificate", lambda mine=mine: [make(award_id=one, now=timezone.now()) for one in mine]),
            ("page", lambda bare=bare: [draw(as_json(one)) for one in bare]),
            ("engine", lambda ready=ready: [draw(one) for one in ready]),
        ]
        for name, work in random.sample(kinds, len(kinds)):
            began = time.process_time()
            work()
            figures[name].append(1000 * (time.process_time() - began) / EACH)
    print("figures", json.dumps(figures | {"bytes": made[-1].papers.first().size}))


def due_awards(many: int, now: datetime) -> list[int]:
    """Let so many learners of the grown edition be due a certificate; return the row numbers."""
    from certificates.credentials.choices import Stage
    from certificates.credentials.models import Award
    from certificates.designs.models import Template
    from certificates.issuers.models import Issuer
    from courses.models import Enrolment

    if not Template.objects.in_use().filter(kind="completion", course_key=None).exists():
        Template.objects.create(issuer=Issuer.objects.get(is_default=True), name="All courses", language="pt", second_language="en")
    people = Enrolment.objects.filter(edition__name="Growth").select_related("person", "edition")[:many]
    rows = [
        Award(
            person=one.person,
            enrolment=one,
            edition=one.edition,
            name=one.person.name,
            name_confirmed_at=now,
            state=Stage.DUE,
            next_attempt_at=now,
            made_at=now,
        )
        for one in people
    ]
    return [row.pk for row in Award.objects.bulk_create(rows)]


def fresh_sheets(credential: Any) -> Iterator[Any]:
    """Give sheets like this certificate's, each another person's: the engine has drawn none of them."""
    from certificates.credentials.numbers import new_number
    from certificates.papers.drawing import Proof, qr_of, sheet_for

    for place in range(10_000):
        words, number = replace(credential.words, name=f"Nguyễn Conceição {place}"), new_number()
        qr = qr_of(words, number, Proof(credential.kid, credential.signature))
        yield sheet_for(credential.template, words, number=number, qr=qr)


def engine_of(credential: Any, now: datetime) -> Callable[[str], bytes]:
    """Return the bare engine with the layout of this certificate."""
    from certificates.printing.engine import STANDARDS, press

    moment = now.replace(microsecond=0)
    return lambda data: press(credential.template.layout).draw(data, format="pdf", pdf_standards=STANDARDS, timestamp=moment)


if __name__ == "__main__":
    main()
