"""Somebody who draws in the window: takes tools, chooses layers, moves the pen.

All of it goes through what a person uses: commands, panels beside the paper, tablet events.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtTest import QTest

from app.window.main_window import MainWindow
from nodes.loom import LoomReader
from pipelines.painting.composite import RGB
from pipelines.painting.limbs import content_box
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import JointMode
from resources.templates.drawings.line import (
    Outline,
    Point,
    Points,
    View,
    Weights,
    closed,
    curve,
    even,
    hatching,
    swell,
    tremor,
    turned,
    weighted,
)
from resources.templates.drawings.shapes import clipped
from resources.templates.tablet import Tablet
from widgets.paper.hand import MOST_SIZE, ToolKind
from widgets.paper.paper import Paper

INK_BLACK: RGB = (34, 32, 44)
SIZE = (1280, 720)
"""Width and height of the paper."""
_LEAST_LASSO = 3.5
_BESIDE = 40.0
"""Pixels from the corner of a frame to where it is taken to be turned."""
_ROW = 330.0
"""Pixels between the rows in which the widest pen goes to and fro over a selection."""


class Artist:
    """Draws on the storyboard of a window, through a view that maps drawings onto the paper."""

    def __init__(self, window: MainWindow) -> None:
        assert window.views is not None
        self._window = window
        self._views = window.views
        self._pen = Tablet(self.paper.view)
        self.view = View()
        self.paper.hand.set_steadiness(0)

    @property
    def paper(self) -> Paper:
        """What is drawn on."""
        return self._views.paper

    @property
    def panel(self) -> Panel:
        """The panel in hand."""
        panel = self.paper.board.panel
        assert panel is not None
        return panel

    @contextmanager
    def through(self, view: View) -> Generator[None]:
        """Draw in other coordinates for a while."""
        before, self.view = self.view, self.view @ view
        try:
            yield
        finally:
            self.view = before

    # Panels and layers

    def new_panel(self) -> None:
        """A panel with the same layers, empty but for the background."""
        self.paper.commands["new_panel"].trigger()
        self._pen.settle()

    def duplicate_panel(self, joint: JointMode = JointMode.HOLD) -> None:
        """Another pose of the same drawing, and how the first becomes it."""
        before = self.panel.id
        self.paper.commands["duplicate_panel"].trigger()
        self._pen.settle()
        copy, strip = self.panel.id, self._views.strip
        strip.select_panels((before,))
        strip.commands[_JOINTS[joint]].trigger()
        strip.select_panels((copy,))
        self.paper.board.show_panel(copy)

    def layer(
        self,
        name: str,
        *,
        role: LayerRole = LayerRole.DRAWING,
        blend: BlendMode = BlendMode.NORMAL,
        opacity: float = 1.0,
    ) -> None:
        """Draw on the layer of that name; a new one lies over the one that was in hand."""
        paper, beside = self.paper, self.paper.layers_panel
        found = self._found(name)
        if found is not None:
            paper.board.choose_layer(found.id)
            return
        only = self.panel.layers[0]
        if len(self.panel.layers) > 1 or only.name != "Drawing" or only.tiles:
            paper.commands["add_layer"].trigger()
        layer = paper.board.layer
        assert layer is not None
        beside.rows.setData(beside.rows.index(beside.rows.row_of(layer.id)), name)
        if role is not LayerRole.DRAWING:
            _choose(beside.role, role)
        if blend is not BlendMode.NORMAL:
            _choose(beside.blend, blend)
        if opacity < 1:
            slider = beside.opacity.slider
            slider.setValue(round(opacity * slider.maximum()))

    def stack(self, name: str, *, above: str) -> None:
        """Bring a layer to just above another."""
        self.layer(name)
        names = [layer.name for layer in self.panel.layers]
        step = [one for one in names if one != name].index(above) + 1 - names.index(name)
        for _ in range(abs(step)):
            self.paper.commands["raise_layer" if step > 0 else "lower_layer"].trigger()

    def hang(self, name: str, *, on: str) -> None:
        """Let a layer follow the moves of another."""
        layer, parent = self._found(name), self._found(on)
        assert layer is not None and parent is not None
        self.paper.layer_commands.layering.hang(layer.id, parent.id)

    def pivot(self, at: Point) -> None:
        """Drag the pivot of the layer in hand to a joint, from where it is or from the middle."""
        left, top, right, bottom = self._frame()
        layer = self.paper.board.layer
        held = layer.pivot if layer is not None else None
        start = held or ((left + right) / 2, (top + bottom) / 2)
        self.paper.commands["transform"].trigger()
        self._pen.stroke(np.concatenate([[start], self.view([at])]), np.full(2, 0.5))

    def turn(self, name: str, degrees: float) -> None:
        """Turn a layer about its pivot, and what hangs on it: a drag from beside its frame."""
        self.layer(name)
        left, top, _, _ = self._frame()
        layer = self._found(name)
        assert layer is not None and layer.pivot is not None
        self.paper.commands["transform"].trigger()
        x, y = left - _BESIDE, top - _BESIDE
        end = turned(layer.pivot, degrees)([(x - layer.pivot[0], y - layer.pivot[1])])
        self._pen.stroke(np.concatenate([[(x, y)], end]), np.full(2, 0.5))
        self.paper.commands["lay_down"].trigger()

    def _frame(self) -> tuple[int, int, int, int]:
        """What surrounds the paint of the layer in hand."""
        board = self.paper.board
        box = content_box(board.layer, board.tiles) if board.layer is not None else None
        assert box is not None
        return box

    def _found(self, name: str) -> Layer | None:
        return next((layer for layer in self.panel.layers if layer.name == name), None)

    def describe(
        self,
        *,
        label: str,
        prompt: str,
        notes: str,
        dialogue: str = "",
        frames: int,
        joint: JointMode = JointMode.HOLD,
        move: int = 0,
    ) -> None:
        """Write on the panel what it is, how long it lasts and how it becomes the next."""
        self._views.strip.select_panels((self.panel.id,))
        editor = self._views.panel_sheet.editor
        for line, text in ((editor.label, label), (editor.duration, str(frames))):
            line.selectAll()
            QTest.keyClicks(line, text)
            editor.end_gesture()
        self._views.strip.commands[_JOINTS[joint]].trigger()
        if move:
            editor.move_length.selectAll()
            QTest.keyClicks(editor.move_length, str(move))
        for field, text in (
            (editor.prompt, prompt),
            (editor.notes, notes),
            (editor.dialogue, dialogue),
        ):
            if text != field.toPlainText():
                field.setPlainText(text)
                editor.end_gesture()

    def name_shot(self, name: str) -> None:
        """Name the shot of the panel in hand."""
        strip = self._views.strip
        strip.select_panels((self.panel.id,))
        strip.commands["rename_shot"].trigger()
        strip.naming.setText(name)
        strip.naming.finish()

    # Strokes

    def ink(
        self,
        points: Outline,
        *,
        width: float = 5.0,
        taper: tuple[float, float] = (0.15, 0.1),
        colour: RGB = INK_BLACK,
    ) -> None:
        """A tapering ink stroke along a curve through points."""
        at = self.view(curve(points))
        self._stroke(ToolKind.INK, at, swell(at, taper), self._nib(width), colour)

    def contour(self, outline: Outline, *, width: float = 5.5, colour: RGB = INK_BLACK) -> None:
        """Ink round a closed outline, heavy away from the light."""
        ring = even(closed(self.view(outline)), 5.0)
        weight = weighted(ring[:-1])
        self._stroke(ToolKind.INK, ring, np.append(weight, weight[0]), self._nib(width), colour)

    def pencil(
        self,
        points: Outline,
        *,
        width: float = 3.0,
        pressure: float = 0.6,
        colour: RGB = INK_BLACK,
    ) -> None:
        """A pencil stroke along a curve through points."""
        at = self.view(curve(points))
        weight = pressure * swell(at, (0.4, 0.2))
        self._stroke(ToolKind.PENCIL, at, weight, self._nib(width), colour)

    def spray(self, points: Outline, colour: RGB, *, width: float, flow: float = 0.35) -> None:
        """A soft stroke of the airbrush."""
        at = self.view(curve(points, step=width / 8))
        size = width * self.view.scale
        self._stroke(ToolKind.AIRBRUSH, at, np.ones(len(at)), size, colour, flow=flow)

    def hatch(
        self,
        outline: Outline,
        *,
        angle: float = -55.0,
        gap: float = 8.0,
        width: float = 2.6,
        colour: RGB = INK_BLACK,
        seed: int = 1,
    ) -> None:
        """Parallel ink strokes inside an outline."""
        for line in hatching(outline, angle=angle, gap=gap, seed=seed):
            self.ink(line, width=width, taper=(0.75, 0.05), colour=colour)

    def tone(self, outline: Outline, colour: RGB, *, opacity: float = 1.0) -> None:
        """A flat tone inside an outline: a lasso round it, and the widest pen over that."""
        at = clipped(self.view(outline), SIZE)
        if len(at) < 3 or np.ptp(at, axis=0).min() < _LEAST_LASSO:
            return
        with self._lassoed(at):
            self._cover(at, colour, opacity)

    def clear(self) -> None:
        """Rub the layer in hand out."""
        self.paper.commands["clear_layer"].trigger()

    @contextmanager
    def selected(self, outline: Outline) -> Generator[None]:
        """Paint only inside an outline for a while."""
        with self._lassoed(self.view(outline)):
            yield

    @contextmanager
    def _lassoed(self, at: Points) -> Generator[None]:
        self.paper.commands["lasso"].trigger()
        self._pen.stroke(at, np.full(len(at), 0.5))
        try:
            yield
        finally:
            self.paper.commands["lasso"].trigger()
            self.paper.commands["give_up"].trigger()

    def _cover(self, at: Points, colour: RGB, opacity: float) -> None:
        (left, top), (right, bottom) = at.min(axis=0).tolist(), at.max(axis=0).tolist()
        self._take(ToolKind.INK, MOST_SIZE, opacity=opacity)
        self.paper.hand.set_colour(colour)
        if max(right - left, bottom - top) < 340:
            middle = np.array([[(left + right) / 2, (top + bottom) / 2]])
            self._pen.stroke(middle, np.ones(1))
            return
        line = np.concatenate(_rows(left, top, right, bottom))
        self._pen.stroke(line, np.ones(len(line)))

    def _stroke(
        self,
        tool: ToolKind,
        at: Points,
        weight: Weights,
        size: float,
        colour: RGB,
        *,
        flow: float | None = None,
    ) -> None:
        (left, top), (right, bottom) = at.min(axis=0), at.max(axis=0)
        if right < -size or bottom < -size or left > SIZE[0] + size or top > SIZE[1] + size:
            return
        self._take(tool, size, flow=flow)
        self.paper.hand.set_colour(colour)
        self._pen.stroke(at + tremor(at), weight)

    def _take(
        self,
        tool: ToolKind,
        size: float,
        *,
        opacity: float | None = None,
        flow: float | None = None,
        hardness: float | None = None,
    ) -> None:
        self.paper.commands[tool.value].trigger()
        hand = self.paper.hand
        wanted = replace(hand.brush, size=size)
        if opacity is None and tool is ToolKind.INK:
            opacity = 1.0
        if opacity is not None:
            wanted = replace(wanted, opacity=opacity)
        if flow is not None:
            wanted = replace(wanted, flow=flow)
        if hardness is not None:
            wanted = replace(wanted, hardness=hardness)
        hand.set_brush(wanted)

    def _nib(self, width: float) -> float:
        return width * max(self.view.scale, 0.2) ** 0.6

    # The file

    def save(self, path: Path, *, tries: int = 5) -> None:
        """Save the project there, until the frame server was in time with its picture."""
        projects = self._window.projects
        assert projects.in_hand is not None
        for _ in range(tries):
            projects.saving.save(projects.in_hand, path, projects.frames)
            projects.saving.finish()
            with LoomReader(path) as reader:
                if reader.preview:
                    return


_JOINTS = {
    JointMode.CUT: "joint_cut",
    JointMode.HOLD: "joint_hold",
    JointMode.FADE: "joint_fade",
    JointMode.IN_BETWEEN: "joint_in_between",
}


def _rows(left: float, top: float, right: float, bottom: float) -> list[Points]:
    """Lines to and fro that a pen of the greatest size covers an area with."""
    count = max(int(np.ceil((bottom - top) / _ROW)), 1)
    ys = top + (np.arange(count) + 0.5) * (bottom - top) / count
    rows: list[Points] = []
    for row, y in enumerate(ys.tolist()):
        xs = np.linspace(left, right, max(int((right - left) / 120), 2))
        xs = xs if row % 2 == 0 else xs[::-1]
        rows.append(np.stack([xs, np.full(len(xs), y)], axis=1))
    return rows


def _choose(box: object, value: object) -> None:
    from PySide6.QtWidgets import QComboBox

    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
