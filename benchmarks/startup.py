"""How soon the window is there, and a starter after the first click; beside a bare window of Qt.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.startup [TIMES]

Warm: files are in the system's cache, byte code is compiled. Wall time is counted from before the
process starts. The program is started as main.py starts it; only a probe that watches is added.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time, time

_TIMES = 7
_BEGAN = "STORYLOOM_BENCHMARK_BEGAN"
_TICK_MS = 2
_REST_MS = 300
"""Between being furnished and the click."""


def bare() -> None:
    """The rival: a window with a label."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Label(QLabel):
        """Goes once it is painted."""

        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() == QEvent.Type.Paint:
                print(time() - float(os.environ[_BEGAN]), process_time())
                application.quit()
            return done

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(Label("Bare"))
    window.show()
    application.exec()


def program() -> int:
    """The program, watched until a starter is seen."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
    from PySide6.QtWidgets import QApplication, QWidget

    import main
    from app.window import furnishing

    class Probe(QObject):
        """Notes when what was there, and the longest time in which no event came through."""

        def __init__(self, held: furnishing.Furnishing) -> None:
            super().__init__(held)
            self._window = held.window
            self._seen: list[float] = []
            self._awaited: QWidget | None = self._window.start_page
            self._clicked = self._last = self._gap = 0.0
            self._tick = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
            self._tick.timeout.connect(self._on_tick)
            self._turn = QTimer(self, singleShot=True, interval=0)
            self._turn.timeout.connect(self._on_painted)
            self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
            self._rest.timeout.connect(self._on_rested)
            self._window.start_page.installEventFilter(self)
            held.finished.connect(self._on_furnished)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and watched is self._awaited:
                self._awaited = None
                self._turn.start()
            return False

        @Slot()
        def _on_tick(self) -> None:
            now = time()
            self._gap, self._last = max(self._gap, now - self._last), now

        @Slot()
        def _on_painted(self) -> None:
            now = time()
            if not self._clicked:
                self._seen += [now - float(os.environ[_BEGAN]), process_time()]
                self._last = now
                self._tick.start()
                return
            print(*self._seen, self._gap, now - self._clicked)
            project = self._window.project
            assert project is not None
            project.model.undo_stack.setClean()
            self._window.close()
            QApplication.quit()

        @Slot()
        def _on_furnished(self) -> None:
            self._seen.append(time() - float(os.environ[_BEGAN]))
            self._rest.start()

        @Slot()
        def _on_rested(self) -> None:
            self._tick.stop()
            self._clicked = time()
            self._window.start_page.cards[0].click()
            assert self._window.views is not None
            self._awaited = self._window.views.paper
            self._awaited.installEventFilter(self)
            self._awaited.update()  # where it was painted before the click returned

    class Watched(furnishing.Furnishing):
        """Furnishes as it does, under a probe."""

        def begin(self, project: Path | None = None) -> None:
            super().begin(project)
            Probe(self)

    import app.window.program as composed

    composed.Furnishing = Watched
    return main.main([])


def started(kind: str) -> list[float]:
    """One start in a process of its own, with nothing remembered."""
    with tempfile.TemporaryDirectory() as folder:
        places = ("STORYLOOM_STATE", "STORYLOOM_CACHE", "XDG_CONFIG_HOME")
        own = {name: str(Path(folder) / name) for name in places}
        environment = {**os.environ, **own, _BEGAN: repr(time())}
        command = [sys.executable, "-m", "benchmarks.startup", f"--{kind}"]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        if done.returncode:
            raise SystemExit(done.stderr)
        return [float(word) for word in done.stdout.split()]


def report() -> None:
    """Measure and print a table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES
    rows = [(started("program"), started("bare")) for _ in range(times + 1)][1:]
    ours, bares = [row[0] for row in rows], [row[1] for row in rows]
    print(f"{times} starts, median (worst), seconds; load {os.getloadavg()[0]:.1f}")
    print("| what | ours | a bare window | ratio |\n|---|---|---|---|")
    for name, place in (("painted, wall", 0), ("painted, CPU", 1)):
        one, other = ([row[place] for row in kind] for kind in (ours, bares))
        ratio = median(one) / median(other)
        print(f"| {name} | {_cell(one)} | {_cell(other)} | {ratio:.1f} |")
    furnished = ("furnished", "longest turn until then", "a starter is painted, from its click")
    for place, name in enumerate(furnished, 2):
        print(f"| {name} | {_cell([row[place] for row in ours])} | | |")


def _cell(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} ({max(seconds):.2f})"


if __name__ == "__main__":
    match sys.argv[1:2]:
        case ["--program"]:
            sys.exit(program())
        case ["--bare"]:
            bare()
        case _:
            report()
