"""Work in a thread for a widget that may go at any moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Slot


class AwaitedThread(QThread):
    """Whoever asked for it goes when it has ended: Qt ends the program with a thread that is
    destroyed while it runs."""

    def __init__(self, asker: QObject) -> None:
        super().__init__(asker)
        asker.destroyed.connect(self._on_asker_gone)

    @Slot()
    def _on_asker_gone(self) -> None:
        self.wait()
