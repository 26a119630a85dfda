"""A storyboard under the pen, and a pen that draws on it with real events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.registry import library
from pipelines.painting.tiles import MemoryTiles
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper

Dot = tuple[float, float, float]
"""x and y in canvas pixels, pressure 0..1."""


class Pen:
    """A pen over the paper."""

    def __init__(self, paper: Paper, application: QApplication) -> None:
        self._paper = paper
        self._application = application
        self._stamp = 1000
        self._tilt = (0.0, 0.0)
        self._devices = {
            kind: QPointingDevice(
                "pen",
                1,
                QInputDevice.DeviceType.Stylus,
                kind,
                QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
                1,
                2,
            )
            for kind in (QPointingDevice.PointerType.Pen, QPointingDevice.PointerType.Eraser)
        }

    @property
    def now(self) -> int:
        """When the newest event was made, in milliseconds."""
        return self._stamp

    def draw(
        self,
        dots: Sequence[Dot],
        *,
        tail: bool = False,
        lifts: bool = True,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        tilt: tuple[float, float] = (0, 0),
    ) -> None:
        """Press at the first dot, move along the others, lift, and wait until what that asks for is
        done. `tilt` is in degrees."""
        self._tilt = tilt
        self._send(QEvent.Type.TabletPress, dots[0], tail=tail, modifiers=modifiers)
        for dot in dots[1:]:
            self._send(QEvent.Type.TabletMove, dot, tail=tail, modifiers=modifiers)
        if lifts:
            x, y, _ = dots[-1]
            self._send(QEvent.Type.TabletRelease, (x, y, 0.0), tail=tail, modifiers=modifiers)
            self._paper.desk.work.settle()

    def move(self, dots: Sequence[Dot]) -> None:
        """Go on along these without lifting."""
        for dot in dots:
            self._send(QEvent.Type.TabletMove, dot)

    def lift(self, at: tuple[float, float]) -> None:
        """Leave the paper there."""
        self._send(QEvent.Type.TabletRelease, (*at, 0.0))

    def in_view(self, dot: Dot) -> QPointF:
        """Where a dot lies in the view."""
        view = self._paper.view
        return view.framing.to_view(view.size().toSizeF()).map(QPointF(dot[0], dot[1]))

    def pull(self, dots: Sequence[Dot]) -> None:
        """Move over the paper with the button at the pen's side held, and let it go at the end."""
        button = Qt.MouseButton.RightButton
        for dot, kind in (
            (dots[0], QEvent.Type.TabletPress),
            *((dot, QEvent.Type.TabletMove) for dot in dots[1:]),
            (dots[-1], QEvent.Type.TabletRelease),
        ):
            self._send(kind, dot, button=button)

    def _send(
        self,
        kind: QEvent.Type,
        dot: Dot,
        *,
        tail: bool = False,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:
        view = self._paper.view
        at = self.in_view(dot)
        types = QPointingDevice.PointerType
        pressed = kind is not QEvent.Type.TabletMove
        event = QTabletEvent(
            kind,
            self._devices[types.Eraser if tail else types.Pen],
            at,
            view.mapToGlobal(at),
            dot[2],
            *self._tilt,
            0,
            0,
            0,
            modifiers,
            button if pressed else Qt.MouseButton.NoButton,
            button,
        )
        self._stamp += 5
        event.setTimestamp(self._stamp)
        self._application.sendEvent(view, event)


@pytest.fixture
def model() -> Iterator[DocumentModel]:
    """A document with an empty storyboard of 640 x 360."""
    document = Document(library())
    size = {"width": 640, "height": 360}
    document.apply(AddNode(node=Node(id="board", type="story.storyboard", parameters=size)))
    yield DocumentModel(document)


@pytest.fixture
def paper(model: DocumentModel, qtbot: QtBot) -> Paper:
    """Paper with one panel, on the screen."""
    made = Paper(model, MemoryTiles())
    qtbot.addWidget(made)
    for panel in (made.brush_panel, made.layers_panel):
        qtbot.addWidget(panel)
    made.board.add_panel()
    made.resize(900, 600)
    made.show()
    made.hand.set_steadiness(0)
    return made


@pytest.fixture
def pen(paper: Paper, qapp: QApplication) -> Pen:
    """The pen of that paper."""
    return Pen(paper, qapp)
