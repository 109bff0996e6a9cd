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
from mail.actions import write  # noqa: E402
from mail.models import Message  # noqa: E402


def answer(request: list) -> object:
    """Do what is asked: queue a job, write a mail, or say what is left."""
    match request:
        case ["enqueue", path, args]:
            return enqueue(path=path, args=args)
        case ["left"]:
            return {"queue": OrmQ.objects.count(), "begun": list(Job.objects.values_list("path", "state", "attempts", "reason"))}
        case ["write", to]:
            return write(to=to, kind="news", subject="A reply", text="Words.", language="pt", now=timezone.now()).message_id
        case ["mails"]:
            return list(Message.objects.order_by("id").values_list("to", "state", "attempts"))
    raise ValueError(request)


for line in sys.stdin:
    close_old_connections()
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
