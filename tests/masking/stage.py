"""A viewer whose picture is painted on, without a window around it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.registry import library
from pipelines.masking.looking import MaskReading
from pipelines.masking.objects import MaskObject
from pipelines.painting.tiles import MemoryTiles
from pipelines.values import Pixels8
from tests.viewer.supplies import HEIGHT, WIDTH, GrayFrames
from widgets.document_model import DocumentModel
from widgets.masking.answers import ModelAnswers
from widgets.masking.commands import MaskCommands
from widgets.masking.easel import MaskEasel
from widgets.masking.hand import MaskHand
from widgets.masking.mask_bar import MaskBar
from widgets.masking.painter import MaskPainter
from widgets.masking.sight import MaskSight
from widgets.viewer.viewer import Viewer

LEFT = Qt.MouseButton.LeftButton
PAINTER = Node(id="masks", type="mask.paint")
NO_KEY = Qt.KeyboardModifier.NoModifier


class PaintingStage:
    """A mask painter over gray frames of 64 x 48, its tool laid over the viewer."""

    def __init__(
        self,
        qtbot: QtBot,
        supply: GrayFrames | None = None,
        node: Node = PAINTER,
        models: ModelAnswers | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.viewer, self.supply = Viewer(), supply or GrayFrames()
        qtbot.addWidget(self.viewer)
        self.viewer.resize(760, 660)
        self.viewer.show()
        self.viewer.set_supply(self.supply)
        made = Document(library())
        made.apply(AddNode(node=Node(id="film", type="load.clip")))
        made.apply(AddNode(node=node))
        made.apply(Connect(node="masks", socket="clip", link=Link("l", "film")))
        self.tiles = MemoryTiles()
        self.model = DocumentModel(made)
        self.hand = MaskHand()
        self.hand.set_brush(size=8, hardness=1)
        self.easel = MaskEasel(self.model)
        self.refused: list[str] = []
        self.easel.refused.connect(self.refused.append)
        self.sight = MaskSight(self.easel, self.hand, self.tiles, self.easel, models)
        self.bar = MaskBar()
        self.commands = MaskCommands(self.sight, self.bar)
        self.commands.length = self.supply.strip.length
        self.commands.frame_wanted.connect(self.viewer.driving.scrub_to)
        self.bar.begin(self.hand, self.commands)
        self.easel.take_up((), "masks")
        self.painter = MaskPainter(self.sight, self.commands.actions)
        self.commands.change_wanted.connect(self.painter.change)
        self.commands.refining_wanted.connect(self._on_refining_wanted)
        self.commands.enable(enabled=True)
        self.viewer.set_tool(self.painter, self.bar)
        self.settle()

    def _on_refining_wanted(self) -> None:
        self.painter.pointing.refine(self.painter.shown)

    def settle(self) -> None:
        """Wait until the mask of the frame that is shown is read."""
        self.qtbot.waitUntil(self._is_settled, timeout=5000)

    def _is_settled(self) -> bool:
        shade = self.sight.shade
        if shade is None or not self.sight.is_ready or self.sight.is_held:
            return False
        return shade.look.objects == self.easel.objects and self.painter.shown.frame == (
            self.viewer.playback.frame
        )

    def go(self, frame: int) -> None:
        """Look at another frame."""
        self.viewer.driving.scrub_to(frame)
        self.settle()

    def at(self, x: float, y: float) -> QPoint:
        """A pixel of the picture as a point of the overlay."""
        place = self.viewer.picture.framing.rect(self.viewer.picture.picture_size)
        wide, high = place.width() / WIDTH, place.height() / HEIGHT
        return QPoint(round(place.x() + x * wide), round(place.y() + y * high))

    def drag(
        self,
        *points: tuple[float, float],
        keys: Qt.KeyboardModifier = NO_KEY,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        """Drag over pixels of the picture, and wait for what becomes of it."""
        overlay = self.overlay
        first, *others = (self.at(*one) for one in points)
        QTest.mousePress(overlay, button, keys, first)
        for one in others:
            far = QPointF(overlay.mapToGlobal(one))
            move = QEvent.Type.MouseMove
            none = Qt.MouseButton.NoButton
            QApplication.sendEvent(
                overlay, QMouseEvent(move, QPointF(one), far, none, button, keys)
            )
        QTest.mouseRelease(overlay, button, keys, [first, *others][-1])
        self.settle()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        """Press a key over the picture."""
        QTest.keyClick(self.overlay, key, keys)

    def trigger(self, name: str) -> None:
        """Have a command carried out, and wait for what becomes of it."""
        self.commands.actions[name].trigger()
        self.settle()

    @property
    def overlay(self) -> Any:
        return self.viewer.focusWidget()

    @property
    def objects(self) -> tuple[MaskObject, ...]:
        return self.model.graph.nodes["masks"].parameters.get("objects", ())

    @property
    def steps(self) -> list[str]:
        """The names of what can be undone."""
        stack = self.model.undo_stack
        return [stack.text(place) for place in range(stack.index())]

    def mask(self, frame: int, place: int = 0) -> Pixels8:
        """What the graph sees of an object on a frame."""
        painted = self.objects[place]
        return MaskReading(self.tiles).look([painted], frame, (WIDTH, HEIGHT)).masks[painted.id]

    def keys(self, place: int = 0) -> list[int]:
        return [key.frame for key in self.objects[place].keys]

    def seen(self) -> Pixels8:
        """What is seen of the mask in hand."""
        assert self.sight.shade is not None
        return self.sight.shade.values

    def shades(self) -> np.ndarray[Any, np.dtype[np.uint32]]:
        """What lies over the picture."""
        assert self.sight.shade is not None
        return self.sight.shade.pixels


@contextmanager
def painting(
    qtbot: QtBot,
    supply: GrayFrames | None = None,
    node: Node = PAINTER,
    models: ModelAnswers | None = None,
) -> Generator[PaintingStage]:
    """A stage that ends its thread."""
    made = PaintingStage(qtbot, supply, node, models)
    yield made
    made.viewer.set_tool(None)
    made.sight.close()
    made.bar.deleteLater()
