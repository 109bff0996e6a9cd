"""Jobs of the proofs: each leaves a trace in a file, so that kills can be aimed and deeds counted."""

import os
import time
from pathlib import Path

from django_tasks import task


@task()
def trace(folder: str, name: str, seconds: float) -> None:
    """Note who begins, work so long, note the end."""
    with (Path(folder) / name).open("a") as file:
        file.write(f"begun {os.getpid()} {os.getpgrp()}\n")
    time.sleep(seconds)
    with (Path(folder) / name).open("a") as file:
        file.write("done\n")


@task()
def deadly() -> None:
    """End the worker that does it, each time."""
    os._exit(9)
