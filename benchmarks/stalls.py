"""Where the window's thread is while a tick of 16 ms does not come: its stack, looked at meanwhile.

A stall counts from when it is more than a tick late. Wall time grows with the load of the machine;
the thread's own CPU time beside it says how much of a stall it worked itself.
"""

from __future__ import annotations

import faulthandler
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Thread, get_ident
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

TICK_MS = 16
_LOOK_SECONDS = 0.002
_DEEPEST = 4
"""Functions of ours named of a stack, the innermost first."""
_PLACES = 3
_QT = "Qt: layout, painting, events"
_LINE = re.compile(r'  File "(.*)", line (\d+) in (.*)')
_OURS = str(Path(__file__).resolve().parents[1])


@dataclass(slots=True)
class Stall:
    """One time that the thread was held: milliseconds beyond a tick, what it was seen in."""

    during: str
    late: float = 0.0
    cpu: float = 0.0
    seen: Counter[str] = field(default_factory=Counter[str])

    @property
    def where(self) -> str:
        """Where it was seen most often."""
        told = [f"{times} x {place}" for place, times in self.seen.most_common(_PLACES)]
        return "; ".join(told) or "not seen"


class StallWatch(QObject):
    """Watches the thread that it is made in. `during` names what a person does meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.during = ""
        self.stalls: list[Stall] = []
        self._name = f"hread 0x{get_ident():016x}"
        self._said = TemporaryFile()  # noqa: SIM115 - closed by `end`
        self._beat, self._spent = perf_counter(), thread_time()
        self._open: Stall | None = None
        self._ended = Event()
        self._looking = Thread(target=self._look, name="stall-watch", daemon=True)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Watch from now on."""
        self._beat, self._spent = perf_counter(), thread_time()
        self._timer.start()
        self._looking.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._ended.set()
        self._looking.join()
        self._said.close()

    @Slot()
    def _on_tick(self) -> None:
        now, spent = perf_counter(), thread_time()
        late = (now - self._beat) * 1000 - TICK_MS
        cpu = (spent - self._spent) * 1000
        stall, self._open = self._open, None
        self._beat, self._spent = now, spent
        if late > TICK_MS:
            stall = stall if stall is not None else Stall(self.during)
            stall.late, stall.cpu = late, cpu
            self.stalls.append(stall)

    def _look(self) -> None:
        """In a thread of its own: who is at work when a tick is late."""
        while not self._ended.wait(_LOOK_SECONDS):
            beat = self._beat
            if (perf_counter() - beat) * 1000 < TICK_MS + _LOOK_SECONDS * 1000:
                continue
            place = _place(self._stack())
            if beat == self._beat:
                stall = self._open or Stall(self.during)
                stall.seen[place] += 1
                self._open = stall

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
