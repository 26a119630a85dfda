"""How soon the window is there: from the start of the process to its first painted picture.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.startup [TIMES]

Warm: files are in the system's cache, byte code is compiled. Wall time counts what a person waits;
CPU time is what is left of it on a machine with nothing else to do.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import process_time, time

_TIMES = 5
_BEGAN = "STORYLOOM_BENCHMARK_BEGAN"


def child(folder: Path) -> None:
    """Show a window as the program does, say how long that took, and go."""
    from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from app.window.program import window_made

    imported = time(), process_time()

    class FirstPicture(QObject):
        """Waits for the first paint of the window."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.property("seen"):
                self.setProperty("seen", True)
                self.deleteLater()
                QTimer.singleShot(1, application.quit)
            return False

    application = QApplication([])
    settings = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
    with window_made(application, settings, folder / "state", folder / "results") as window:
        window.show()
        window.offer_unsaved()
        window.start_page.installEventFilter(FirstPicture(application))
        application.exec()
        began = float(os.environ[_BEGAN])
        now = time()
        print(imported[0] - began, imported[1], now - began, process_time())


def main() -> None:
    """Measure and print a table."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES
    rows: list[list[float]] = []
    for _ in range(times + 1):
        with tempfile.TemporaryDirectory() as folder:
            environment = {**os.environ, _BEGAN: repr(time())}
            command = [sys.executable, "-m", "benchmarks.startup", "--child", folder]
            done = subprocess.run(
                command, env=environment, check=True, capture_output=True, text=True
            )
            rows.append([float(word) for word in done.stdout.split()])
    warm = rows[1:]
    print(f"{times} starts, median (worst); load {os.getloadavg()[0]:.1f}")
    print("| until | wall s | CPU s |\n|---|---|---|")
    for name, place in (("modules are there", 0), ("the window is painted", 2)):
        cells = [[row[place + kind] for row in warm] for kind in (0, 1)]
        words = " | ".join(f"{median(cell):.2f} ({max(cell):.2f})" for cell in cells)
        print(f"| {name} | {words} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]))
    else:
        main()
