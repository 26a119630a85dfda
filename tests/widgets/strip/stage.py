"""A strip in a window, and a hand on it: everything goes through real mouse and key events."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from pipelines.panels import Panel
from tests.fakes import registry
from widgets.document_model import DocumentModel
from widgets.strip import StoryStrip
from widgets.strip.boards import STORYBOARD

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def board_document(panels: Sequence[Panel], **parameters: Any) -> Document:
    """A document with one storyboard, "board"."""
    made = Document(registry())
    given = {"panels": tuple(panels), **parameters}
    made.apply(AddNode(node=Node(id="board", type=STORYBOARD, parameters=given)))
    return made


class Stage:
    """A strip of a good size."""

    def __init__(
        self, qtbot: QtBot, panels: Sequence[Panel] = (), *, made: Document | None = None
    ) -> None:
        self.model = DocumentModel(made if made is not None else board_document(panels))
        self.strip = StoryStrip(self.model)
        self.view = self.strip.view
        qtbot.addWidget(self.strip, before_close_func=self._on_closing)
        self.strip.resize(1400, 260)
        with qtbot.waitActive(self.strip):
            self.strip.show()
            self.strip.activateWindow()
        self.view.setFocus()
        self.frames: list[int] = []
        self.refusals: list[str] = []
        self.strip.frame_asked.connect(self.frames.append)
        self.strip.refused.connect(self.refusals.append)

    def _on_closing(self, strip: QWidget) -> None:
        """Held by the bot, so that the strip lives until it is closed."""

    @property
    def panels(self) -> tuple[Panel, ...]:
        return self.strip.editing.panels

    @property
    def ids(self) -> list[str]:
        return [panel.id for panel in self.panels]

    @property
    def durations(self) -> list[int]:
        return [panel.duration for panel in self.panels]

    @property
    def steps(self) -> list[str]:
        """The names of the steps that can be undone."""
        stack = self.model.undo_stack
        return [stack.text(at) for at in range(stack.index())]

    def tile(self, place: int) -> QPoint:
        """The middle of a panel's picture."""
        rect = self.view.tile_rect(place)
        return QPointF(rect.center().x(), rect.top() + rect.height() * 0.3).toPoint()

    def edge(self, place: int) -> QPoint:
        """The right border of a panel."""
        rect = self.view.tile_rect(place)
        return QPointF(rect.right(), rect.top() + rect.height() * 0.3).toPoint()

    def joint(self, place: int) -> QPoint:
        return self.view.joint_point(place).toPoint()

    def time(self, frame: float) -> QPoint:
        """A place on the time band."""
        bands = self.view.bands
        return QPointF(self.view.x_of(frame) + 1, (bands.time + bands.sound) / 2 + 4).toPoint()

    @property
    def per_frame(self) -> float:
        return self.view.layout_shown.scale.per_frame

    def press(self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, keys, at)

    def move(self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Move the pressed mouse while keys are held; QTest has no such call."""
        viewport = self.view.viewport()
        none = Qt.MouseButton.NoButton
        where = QPointF(viewport.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, none, LEFT, keys)
        QCoreApplication.sendEvent(viewport, event)

    def release(self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseRelease(self.view.viewport(), LEFT, keys, at)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        self.press(start, keys)
        self.move(QPoint((start.x() + end.x()) // 2, end.y()), keys)
        self.move(end, keys)
        self.release(end, keys)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, keys, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.view, key, keys)

    def do(self, command: str) -> None:
        self.strip.commands[command].trigger()

    def undo(self) -> None:
        self.model.undo_stack.undo()
