"""A canvas in a window, and a hand on it: everything goes through real mouse and key events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nodes.edits import MoveNodes
from nodes.graph import Graph
from tests.fakes import document
from widgets.canvas import NodeCanvas
from widgets.canvas.linking import End
from widgets.canvas.marks import Mark
from widgets.document_model import DocumentModel

PLAIN = Qt.KeyboardModifier.NoModifier


class Stage:
    """A canvas at full size, with nodes where the test puts them."""

    def __init__(
        self,
        qtbot: QtBot,
        nodes: Mapping[str, str | tuple[str, dict[str, Any]]],
        links: Sequence[str] = (),
        places: Mapping[str, tuple[float, float]] | None = None,
    ) -> None:
        made = document(nodes, links)
        if places is not None:
            made.apply(MoveNodes(positions=dict(places)))
        self.model = DocumentModel(made)
        self.canvas = NodeCanvas(self.model)
        qtbot.addWidget(self.canvas, before_close_func=self._on_closing)
        self.canvas.resize(1000, 700)
        with qtbot.waitActive(self.canvas):
            self.canvas.show()
            self.canvas.activateWindow()
        self.canvas.view.setFocus()
        self.canvas.view.set_scale(1.0)
        self.refusals: list[str] = []
        self.canvas.refused.connect(self.refusals.append)

    def _on_closing(self, canvas: NodeCanvas) -> None:
        """Held by the bot, so that the canvas lives until it is closed."""

    @property
    def graph(self) -> Graph:
        return self.model.graph

    @property
    def inside(self) -> Graph:
        """The graph of the open level."""
        return self.canvas.editor.graph

    def at(self, point: QPointF) -> QPoint:
        return self.canvas.view.from_scene(point)

    def end(self, node: str, name: str, *, is_output: bool = False) -> QPoint:
        """Where a socket or an output is on the screen."""
        return self.at(self.canvas.scene.end_point(End(node, name, is_output)))

    def title(self, node: str) -> QPoint:
        """A place on a node where it can be grabbed."""
        rect = self.canvas.scene.node_rect(node)
        return self.at(rect.topLeft() + QPointF(rect.width() / 2, 10))

    def middle(self, node: str) -> QPointF:
        return self.canvas.scene.node_rect(node).center()

    def marks(self) -> dict[str, Mark]:
        """What is being done to the nodes, by their titles."""
        scene = self.canvas.scene
        return {scene.face(one).title: scene.mark(one) for one in scene.ids}

    def press(
        self,
        at: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        QTest.mousePress(self.canvas.view.viewport(), button, keys, at)

    def drag_to(self, at: QPoint) -> None:
        for point in (at - QPoint(12, 12), at):
            QTest.mouseMove(self.canvas.view.viewport(), point)

    def move(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Move the pressed mouse while keys are held; QTest has no such call."""
        viewport = self.canvas.view.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            keys,
        )
        QCoreApplication.sendEvent(viewport, event)

    def release(
        self,
        at: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        QTest.mouseRelease(self.canvas.view.viewport(), button, keys, at)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        keys: Qt.KeyboardModifier = PLAIN,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        self.press(start, keys, button)
        self.drag_to(end)
        self.release(end, keys, button)

    def click(self, at: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.canvas.view.viewport(), Qt.MouseButton.LeftButton, keys, at)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.canvas.view, key, keys)

    def undo(self) -> None:
        self.model.undo_stack.undo()
        self.canvas.update_content()

    def links(self, node: str) -> list[str]:
        """The links of a node as "source.output > socket"."""
        found = self.inside.nodes[node].links()
        return [f"{link.node}.{link.output} > {socket}" for socket, link in found]


def chain(qtbot: QtBot) -> Stage:
    """A number, halved, and the sum of both halves."""
    return Stage(
        qtbot,
        {"a": ("test.number", {"value": 3.0}), "h": "test.halves", "s": "test.add"},
        ["a > h.a", "h.low > s.a", "h.high > s.b"],
        {"a": (0, 0), "h": (300, 0), "s": (600, 0)},
    )


def wide_sums(qtbot: QtBot, links: tuple[str, ...] = ("a > s.a",)) -> Stage:
    """Two numbers and their sum, apart enough to reach between them."""
    return Stage(
        qtbot,
        {"a": "test.number", "b": "test.number", "s": "test.add", "t": "test.text"},
        links,
        {"a": (0, 0), "b": (0, 200), "s": (500, 0), "t": (500, 300)},
    )


def on_wire(stage: Stage, target: str = "s") -> QPoint:
    """The middle of the first wire that leads to a node."""
    table = stage.canvas.scene.table
    row = next(row for row, wire in enumerate(table.wires) if wire.target == target)
    return stage.at(table.path(row).pointAtPercent(0.5))
