"""`serve`: prepare what has changed, then run web server and worker under a supervisor."""

import argparse
import socket
import sys
import time
from pathlib import Path

from . import preparing
from .place import Place, PlaceTaken
from .processes import Child
from .supervisor import Supervisor
from .welcome import Watch, is_ready, welcome


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `serve`."""
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1: this machine only)")


def main(arguments: list[str]) -> int:
    """Run `serve` from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="manage.py serve", description="Prepare the site and run it on this machine, until Ctrl-C.")
    add_options(parser)
    options = parser.parse_args(arguments)
    return serve(host=options.host, port=options.port)


def serve(*, host: str, port: int) -> int:
    """Run the site until told to stop. Returns 0 after a stop that was asked for, else 1 with one line on standard error."""
    if not is_free(host, port):
        return _refuse(f"Port {port} is taken. Choose another one: make serve PORT={port + 1}")
    place = Place(port)
    try:
        place.take()
    except PlaceTaken as error:
        return _refuse(str(error))
    supervisor = Supervisor(_say)
    supervisor.take_signals()
    if not _prepare(supervisor, place):
        return 0 if supervisor.is_stopping else _refuse("The site was not started: see above what went wrong.")
    watch = Watch(lambda: is_ready(host, port, place.environment["SITE_URL"]), lambda: _say(welcome(place.environment, port)))
    supervisor.keep(_web(place, host, port), _worker(place), each_tick=watch.look)
    _say("Stopped.")
    return 0


def is_free(host: str, port: int) -> bool:
    """Say whether nobody listens at this address."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _prepare(supervisor: Supervisor, place: Place) -> bool:
    stamps = []
    children = []
    for name, arguments, stamp in preparing.tasks(place):
        if not stamp.is_fresh:
            children.append(Child(name, [sys.executable, "manage.py", *arguments], place.environment))
            stamps.append(name)
    if not children:
        return True
    started = time.monotonic()
    _say(f"Preparing {' and '.join(stamps)} (the first time about a minute) …")
    if not supervisor.run_to_end(*children):
        return False
    for name, _, stamp in preparing.tasks(place):
        if name in stamps:
            stamp.keep()
    _say(f"Prepared in {time.monotonic() - started:.0f} s.")
    return True


def _web(place: Place, host: str, port: int) -> Child:
    workers = place.environment.get("WEB_WORKERS", "1")
    threads = place.environment.get("WEB_THREADS", "4")
    command = [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi", "--host", host, "--port", str(port), "--no-ws"]
    command += ["--workers", workers, "--blocking-threads", threads, "--respawn-failed-workers", "--workers-kill-timeout", "8"]
    command += ["--log-level", "warning", "config.wsgi:application"]
    return Child("web server", command, place.environment)


def _worker(place: Place) -> Child:
    command = [sys.executable, "manage.py", "work", "--grace", "8"]
    if not place.environment.get("DATABASE_URL"):
        command.append("--only-cluster")  # nobody else works on this file
    return Child("worker", command, place.environment)


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the operator's terminal


def _refuse(words: str) -> int:
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - the operator's terminal
    return 1
