"""Jobs that the tests queue."""

from django_tasks import task

from jobs.choices import FinalError

DONE: list[object] = []


@task()
def note(word: str, times: int = 1) -> None:
    """Leave a trace."""
    DONE.append((word, times))


@task()
def stumble(kind: str = "passing") -> None:
    """Fail."""
    if kind == "final":
        raise FinalError("The picture is no picture.")
    if kind == "exit":
        raise SystemExit
    raise ValueError("no network ✈")


@task(takes_context=True)
def curious(context) -> None:
    """Ask for a context, which no job gets."""
