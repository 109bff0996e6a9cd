"""A process with Django on the proof's own database: reads requests as JSON lines, answers as JSON lines."""

import json
import sys

import django

django.setup()

from django.db import close_old_connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_q.models import OrmQ  # noqa: E402

from jobs.actions import enqueue  # noqa: E402
from jobs.models import Job  # noqa: E402
from tests.certificates.issuing import proof_crowd as crowd  # noqa: E402


def answer(request: list) -> object:
    """Do what is asked."""
    match request:
        case ["enqueue", path, args]:
            return enqueue(path=path, args=args)
        case ["left"]:
            return {"queue": OrmQ.objects.count(), "begun": list(Job.objects.values_list("path", "state", "attempts", "reason"))}
        case ["gather", number]:
            return crowd.gather(number, timezone.now())
        case ["standing"]:
            return crowd.standing()
        case ["figures"]:
            return crowd.figures()
        case ["make", number]:
            return crowd.make_many(number)
    raise ValueError(request)


for line in sys.stdin:
    close_old_connections()
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
