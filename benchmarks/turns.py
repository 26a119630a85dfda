"""Turns of the window's thread: how long one holds it, and where it is meanwhile, by its stack.

A fast tick measures a turn from end to end; what is quicker than a tick cannot be told from one.
The time that the thread waits for a processor, which other programs hold, is taken off where the
system tells it; its own CPU time stands beside what is left.
"""

from __future__ import annotations

import faulthandler
import os
import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread, get_ident, get_native_id
from time import perf_counter, thread_time
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Slot

GOAL_MS = 16
_TICK_MS = 4
_LOOK_SECONDS = 0.002
_DEEPEST = 4
"""Functions of ours named of a stack, the innermost first."""
_PLACES = 3
_QT = "Qt: layout, painting, events"
_LINE = re.compile(r'  File "(.*)", line (\d+) in (.*)')
_OURS = str(Path(__file__).resolve().parents[1])


@dataclass(slots=True)
class Turn:
    """One turn that held the thread for longer than it should, in milliseconds."""

    during: str
    held: float = 0.0
    cpu: float = 0.0
    seen: Counter[str] = field(default_factory=Counter[str])

    @property
    def where(self) -> str:
        """Where it was seen most often."""
        told = [f"{times} x {place}" for place, times in self.seen.most_common(_PLACES)]
        return "; ".join(told) or "not seen"


class _Moment(NamedTuple):
    wall: float
    cpu: float
    waited: float
    """Seconds in a queue for a processor, since the thread began."""


class TurnWatch(QObject):
    """Watches the thread that it is made in. `during` names what a person does meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.during = ""
        self.held: dict[str, list[float]] = {}
        """Milliseconds of every turn, by what was done."""
        self.long: list[Turn] = []
        """Those beyond the goal."""
        self._name = f"hread 0x{get_ident():016x}"
        self._said = TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._schedule = _opened_schedule()
        self._last = self._now()
        self._open: Turn | None = None
        self._ended = Event()
        self._looking = Thread(target=self._look, name="turn-watch", daemon=True)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Watch from now on."""
        self._last = self._now()
        self._timer.start()
        self._looking.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._ended.set()
        self._looking.join()
        self._said.close()
        if self._schedule >= 0:
            os.close(self._schedule)

    @Slot()
    def _on_tick(self) -> None:
        before, self._last = self._last, self._now()
        spent = [(now - then) * 1000 for now, then in zip(self._last, before, strict=True)]
        held = max(0.0, spent[0] - spent[2])
        self.held.setdefault(self.during, []).append(held)
        turn, self._open = self._open, None
        if held > GOAL_MS:
            turn = turn if turn is not None else Turn(self.during)
            turn.held, turn.cpu = held, spent[1]
            self.long.append(turn)

    def _now(self) -> _Moment:
        waited = 0
        if self._schedule >= 0:
            waited = int(os.pread(self._schedule, 128, 0).split()[1])
        return _Moment(perf_counter(), thread_time(), waited / 1e9)

    def _look(self) -> None:
        """In a thread of its own: who is at work when a tick is late."""
        while not self._ended.wait(_LOOK_SECONDS):
            beat = self._last
            if (perf_counter() - beat.wall) * 1000 < 2 * _TICK_MS:
                continue
            place = _place(self._stack())
            if beat is self._last:
                turn = self._open or Turn(self.during)
                turn.seen[place] += 1
                self._open = turn

    def _stack(self) -> list[str]:
        """The lines of the watched thread's stack. Frames themselves are not looked at: who holds
        one keeps a painter alive beyond its paint."""
        self._said.seek(0)
        self._said.truncate()
        faulthandler.dump_traceback(self._said)
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").splitlines()
        head = next(at for at, line in enumerate(lines) if self._name in line)
        return lines[head + 1 :]


def _place(stack: list[str]) -> str:
    """The functions of ours that a stack is in, the innermost first, and what they called."""
    told: list[str] = []
    leaf = ""
    for line in stack:
        found = _LINE.match(line)
        if found is None or len(told) == _DEEPEST:
            break
        path, number, name = found.groups()
        if path.startswith(_OURS) and "benchmarks" in path:
            break
        if path.startswith(_OURS):
            told.append(f"{Path(path).stem}.{name}:{number}")
        elif not told and not leaf:
            leaf = f"{Path(path).stem}.{name} < "
    return leaf + (" < ".join(told) if told else _QT)


def _opened_schedule() -> int:
    """Linux tells here how long this thread waited for a processor; -1 elsewhere."""
    with suppress(OSError):
        return os.open(f"/proc/self/task/{get_native_id()}/schedstat", os.O_RDONLY)
    return -1
