"""A desk with a worker at work, its panel, and what they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.notes import Note
from app.window.run_desk import RunDesk
from app.window.run_panel import RunPanel
from app.workers.orders import RunEnding, RunPreview, WorkerReady
from app.workers.queue_journal import QueueJournal
from tests.workers.stage import setup_in


class Heard(QObject):
    """What a desk told."""

    def __init__(self, desk: RunDesk) -> None:
        super().__init__()
        self.desk = desk
        self.endings: list[RunEnding] = []
        self.notes: list[Note] = []
        self.previews: list[RunPreview] = []
        self.pids: list[int] = []
        desk.run_ended.connect(self._on_run_ended)
        desk.noted.connect(self._on_noted)
        desk.preview_arrived.connect(self._on_preview_arrived)
        desk.worker.became_ready.connect(self._on_ready)

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        self.endings.append(ending)

    @Slot(object)
    def _on_noted(self, note: Note) -> None:
        self.notes.append(note)

    @Slot(object)
    def _on_preview_arrived(self, preview: RunPreview) -> None:
        self.previews.append(preview)

    @Slot(object)
    def _on_ready(self, ready: WorkerReady) -> None:
        self.pids.append(ready.pid)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RunDesk]:
    """A desk whose worker obeys within half a second, or is ended."""
    made = RunDesk(setup_in(tmp_path), QueueJournal(tmp_path / "queue"), obey_seconds=0.5)
    yield made
    made.close()


@pytest.fixture
def panel(desk: RunDesk, qtbot: QtBot) -> RunPanel:
    made = RunPanel(desk)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def ended(heard: Heard, count: int = 1) -> Callable[[], bool]:
    """Whether so many runs have ended."""

    def check() -> bool:
        return len(heard.endings) >= count

    return check
