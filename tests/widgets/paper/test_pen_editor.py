"""What pressure and tilt do is chosen by hand, felt by the pen, and remembered between starts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest

from pipelines.easing import Bezier, Points
from pipelines.painting.brush import AIRBRUSH, INK, PENCIL, Lean
from tests.widgets.paper.conftest import Pen
from widgets.paper.hand import Hand, ToolKind
from widgets.paper.hand_memory import HandMemory
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels


def thickness(paper: Paper, row: int, column: int) -> int:
    dark = opaque_pixels(paper.desk.sheet.flat)[..., 0] < 128
    return int(dark[row - 30 : row + 30, column].sum())


def test_a_dragged_curve_changes_what_the_same_pressure_draws(paper: Paper, pen: Pen) -> None:
    paper.commands["ink"].trigger()
    paper.hand.set_brush(replace(paper.hand.brush, size=40))
    editor = paper.brush_panel.pen
    pen.draw([(50, 80, 0.5), (300, 80, 0.5)])
    editor.presets.setCurrentIndex(0)
    editor.presets.activated.emit(0)
    assert paper.hand.brush.size_by.curve == Points()
    paper.brush_panel.resize(300, 700)
    paper.brush_panel.show()
    paper.brush_panel.pen_shown.click()
    middle = editor.view.place_of((0.5, 0.5)).toPoint()
    QTest.mouseDClick(editor.view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mousePress(editor.view, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(editor.view, editor.view.place_of((0.5, 0.9)).toPoint())
    far = editor.view.place_of((0.5, 1.6)).toPoint()
    QTest.mouseRelease(editor.view, Qt.MouseButton.LeftButton, pos=QPoint(far))
    curve = paper.hand.brush.size_by.curve
    assert isinstance(curve, Points) and curve.points[0][1] == pytest.approx(0.9, abs=0.03)
    pen.draw([(50, 200, 0.5), (300, 200, 0.5)])
    assert thickness(paper, 200, 150) > 1.5 * thickness(paper, 80, 150)
    paper.brush_panel.hide()


def test_a_first_colour_that_is_drawn_with_pushes_nothing_down(paper: Paper, pen: Pen) -> None:
    panel = paper.brush_panel
    panel.resize(300, 700)
    panel.show()
    before = panel.diameter.y()
    assert not panel.recent[0].isVisible()
    pen.draw([(50, 80, 0.5), (300, 80, 0.5)])
    assert panel.recent[0].isVisible()
    panel.adjustSize()
    assert panel.diameter.y() == before
    panel.hide()


def test_size_opacity_and_flow_have_curves_of_their_own(paper: Paper) -> None:
    editor = paper.brush_panel.pen
    paper.commands["ink"].trigger()
    for pressed, least in (("opacity_by", 50), ("flow_by", 20)):
        editor.choice.setCurrentIndex(editor.choice.findData(pressed))
        editor.least.chosen.emit(least)
        assert editor.response.least == least / 100
    brush = paper.hand.brush
    assert brush.opacity_by.least == 0.5 and brush.flow_by.least == 0.2
    assert brush.size_by == INK.size_by
    editor.least.chosen.emit(100)
    assert not editor.view.isEnabled() and not editor.presets.isEnabled()
    paper.brush_panel.reset.click()
    assert paper.hand.brush == INK and not paper.brush_panel.reset.isEnabled()


def test_a_pencil_is_laid_flat_to_shade(paper: Paper, pen: Pen) -> None:
    paper.hand.set_brush(replace(PENCIL, size=6, grain=0))
    pen.draw([(50, 100, 0.8), (300, 100, 0.8)], tilt=(0, 10))
    pen.draw([(50, 250, 0.8), (300, 250, 0.8)], tilt=(0, 58))
    seen = opaque_pixels(paper.desk.sheet.flat)[:, 150, 0]
    written, shaded = seen[60:140], seen[200:300]
    assert (shaded < 250).sum() > 4 * (written < 250).sum()
    assert shaded.min() > written.min() + 40


def test_tilt_is_seen_from_the_paper_also_when_that_is_turned(paper: Paper, pen: Pen) -> None:
    paper.hand.set_brush(replace(PENCIL, size=6, grain=0))
    widths: list[int] = []
    for x, angle in ((150, 0), (450, 90)):  # turned, the screen's right is along the stroke
        paper.view.turn(angle)
        pen.draw([(x, 60, 0.8), (x, 300, 0.8)], tilt=(58, 0))
        seen = opaque_pixels(paper.desk.sheet.flat)[180, x - 100 : x + 100, 0]
        widths.append(int((seen < 250).sum()))
    assert widths[0] > 3 * widths[1] > 0


def settings_at(folder: Path) -> QSettings:
    return QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)


def test_the_hand_is_as_it_was_left(tmp_path: Path) -> None:
    hand, settings = Hand(), settings_at(tmp_path)
    memory = HandMemory(hand, settings)
    hand.take(ToolKind.MARKER)
    hand.set_brush(replace(hand.brush, size=55, size_by=replace(hand.brush.size_by, least=0.1)))
    hand.take(ToolKind.INK)
    curved = replace(
        INK,
        lean=Lean(3, 0.5),
        flow_by=replace(INK.flow_by, least=0.2, curve=Bezier(0, 0.5, 0.5, 1)),
    )
    hand.set_brush(curved)
    hand.set_colour((1, 2, 3))
    hand.used_colour()
    hand.set_filling(tolerance=9, gap=2.5)
    memory.keep()
    settings.sync()
    again = Hand()
    HandMemory(again, settings_at(tmp_path))
    assert again.tool is ToolKind.INK and again.brush == curved
    assert again.changed_brushes == hand.changed_brushes
    assert (again.colour, again.recent) == ((1, 2, 3), ((1, 2, 3),))
    assert (again.tolerance, again.gap) == (9, 2.5)
    again.reset_brush()
    assert again.brush == INK
    again.take(ToolKind.AIRBRUSH)
    assert again.brush == AIRBRUSH


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        '{"tool": "axe"}',
        '{"tool":"ink","colour":[1,2,3],"recent":[],"steadiness":0,"fills_shapes":false,"tolerance":1,"gap":1,"brushes":{"ink":{"size_by":{"curve":{"type":"bezier","x1":9,"y1":0,"x2":0,"y2":0}}}}}',
    ],
)
def test_settings_that_cannot_be_read_leave_the_hand_as_it_came(tmp_path: Path, kept: str) -> None:
    settings = settings_at(tmp_path)
    settings.setValue("drawing/hand", kept)
    hand = Hand()
    HandMemory(hand, settings)
    assert hand.tool is ToolKind.PENCIL and not hand.changed_brushes
