"""Keeps children running until it is told to stop, and leaves none behind."""

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from .processes import Child, adopt_orphans, own_children, reap_adopted

LONGEST_PAUSE = 30.0  # seconds between two starts of a child that keeps dying
STEADY = 60.0  # seconds after which a child counts as well again


class Supervisor:
    """Starts children, starts them again when they die, ends them all."""

    def __init__(self, say: Callable[[str], None], *, patience: float = 12.0, tick: float = 0.1) -> None:
        """`patience`: seconds that children have to stop by themselves."""
        self.say, self.patience, self.tick = say, patience, tick
        self.is_stopping = False
        self.children: list[Child] = []
        self._due: dict[str, float] = {}
        self._not_ours = frozenset(own_children())  # whoever began us may have begun others before: they are neither ended nor reaped

    def take_signals(self) -> None:
        """Stop on Ctrl-C, SIGTERM and, unless it is ignored (nohup), on a closed terminal."""
        adopt_orphans()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._note)

    def run_to_end(self, *children: Child) -> bool:
        """Run commands side by side until all have ended; False when one failed or a stop was asked for. The others end with it."""
        self.children = list(children)
        for child in children:
            child.start()
        while not self.is_stopping and any(child.is_running for child in children):
            if any(child.code for child in children):
                break
            self._rest()
        is_well = not self.is_stopping and all(child.code == 0 for child in children)
        self.stop()
        return is_well

    def keep(self, *children: Child, each_tick: Callable[[], None] = lambda: None) -> None:
        """Keep the children running until a stop is asked for, then end them."""
        self.children = list(children)
        for child in children:
            child.start()
        while not self.is_stopping:
            for child in children:
                self._mend(child)
            each_tick()
            self._rest()
        self.stop()

    def stop(self) -> None:
        """Ask all to stop, wait for them, end what is left: their groups, then whatever was adopted from them."""
        for child in self.children:
            child.ask_to_stop()
        until = time.monotonic() + self.patience
        while any(child.is_running for child in self.children) and time.monotonic() < until:
            self._rest()
        for child in self.children:
            child.kill_group()
        for _ in range(50):
            left = set(own_children()) - self._not_ours
            if not left:
                break
            for number in left:
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            self._rest()
        self.children = []

    def _mend(self, child: Child) -> None:
        if child.is_running:
            return
        now = time.monotonic()
        if child.name not in self._due:
            child.kill_group()
            if now - child.started_at > STEADY:
                child.starts = 1
            pause = min(0.5 * 2 ** (child.starts - 1), LONGEST_PAUSE)
            self._due[child.name] = now + pause
            self.say(f"The {child.name} ended (code {child.code}); starting it again in {pause:.1f} s.")
        elif now >= self._due[child.name]:
            del self._due[child.name]
            child.start()

    def _rest(self) -> None:
        time.sleep(self.tick)
        reap_adopted({child.process.pid for child in self.children if child.process} | self._not_ours)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.is_stopping = True
