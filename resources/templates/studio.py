"""The window on an empty storyboard, and somebody who draws in it: where starters are made."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.window.main_window import MainWindow
from app.window.program import take_every_pen_event, window_made
from nodes.edits import AddNode, Batch, Connect, SetSetting
from nodes.graph import Link, Node
from resources.templates.artist import Artist


@contextmanager
def studio(title: str, note: str, film: str) -> Generator[Artist]:
    """Somebody in front of a window with one storyboard, wired to a film."""
    with _window() as window:
        window.projects.begin_empty()
        assert window.project is not None and window.views is not None
        model = window.project.model
        board = Node(id="board", type="story.storyboard", x=0, y=0)
        move = Node(id="move", type="motion.in_between", x=320, y=0)
        path = {"path": f"exports/{film}.mp4"}
        export = Node(id="export", type="export.video", parameters=path, x=640, y=0)
        words = Node(id="note", type="review.note", parameters={"text": note}, x=0, y=-160)
        model.do(
            Batch(
                edits=(
                    *(AddNode(node=node) for node in (board, move, export, words)),
                    Connect(node="move", socket="storyboard", link=Link("l1", "board")),
                    Connect(node="export", socket="clip", link=Link("l2", "move")),
                    SetSetting(name="title", value=title),
                )
            ),
            "Wire a film",
        )
        try:
            yield Artist(window)
        finally:
            model.undo_stack.clear()  # it tells of that: while who listens is still there


@contextmanager
def _window() -> Generator[MainWindow]:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        take_every_pen_event()
        application = QApplication(sys.argv[:1])
    palette = application.palette()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        settings = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
        with window_made(application, settings, place / "state", place / "results") as window:
            window.resize(1600, 1000)
            window.show()
            yield window
            window.close()
    application.setPalette(palette)
