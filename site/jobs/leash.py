"""A process that ends with its parent, however that one ends: a killed watchdog leaves no worker behind."""

import ctypes
import os
import signal
import sys
import threading
import time

SET_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def hold(parent: int, *, how: int = signal.SIGKILL) -> None:
    """End this process with signal `how` as soon as its parent, whose id is given, has gone."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(SET_PARENT_DEATH_SIGNAL, how)
        if os.getppid() != parent:
            os.kill(os.getpid(), how)  # it went before the leash was on
    else:
        threading.Thread(target=_look_out, args=(parent, how), daemon=True).start()


def hold_all(parent: int) -> None:
    """Put this process and every process that it forks, and those fork, on the leash of the one that forked it."""
    hold(parent)
    forker = [parent]
    os.register_at_fork(before=lambda: forker.__setitem__(0, os.getpid()), after_in_child=lambda: hold(forker[0]))


def _look_out(parent: int, how: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), how)
