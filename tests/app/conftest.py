"""A window for tests, with settings, state and results of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.program import window_made


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """Settings that nobody else reads."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, settings: QSettings, tmp_path: Path
) -> Iterator[MainWindow]:
    """A shown window; what it holds is not asked about at the end."""
    palette = qapp.palette()
    with window_made(qapp, settings, tmp_path / "state", tmp_path / "results") as made:
        made.show()
        yield made
        if made.project is not None:
            made.project.model.undo_stack.setClean()
        made.close()
    qapp.setPalette(palette)
