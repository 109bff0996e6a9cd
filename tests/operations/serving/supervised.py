"""A supervisor as a process of its own, for the tests. Its children carry a mark in their command line, by which they are found."""

import signal
import sys

from operations.serving.processes import Child
from operations.serving.supervisor import Supervisor

CHILDREN = {
    "quiet": "import time\nwhile True: time.sleep(1)",
    "deaf": "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: time.sleep(1)",
    "brief": "print('begun', flush=True)",
    "parent": (
        "import subprocess, sys, time\n"
        "for own in (False, True):\n"
        "    subprocess.Popen([sys.executable, '-c', 'import time\\nwhile True: time.sleep(1)', sys.argv[1]], start_new_session=own)\n"
        "while True: time.sleep(1)"
    ),
}


def main() -> None:
    """Keep the children that are named; say 'up' once they are started."""
    mark, *names = sys.argv[1:]
    supervisor = Supervisor(lambda words: print(words, flush=True), patience=1.0, tick=0.02)
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)  # whoever runs the tests in the background has them ignored, and that is inherited
    supervisor.take_signals()
    children = [Child(name, [sys.executable, "-c", CHILDREN[name], mark], {"PATH": "/usr/bin:/bin"}) for name in names]
    told = []
    supervisor.keep(*children, each_tick=lambda: told or told.append(print("up", flush=True)))
    print("down", flush=True)


main()
