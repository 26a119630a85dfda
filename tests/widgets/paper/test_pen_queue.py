"""Pen events wait for the next frame and are painted once; the brush's outline does not wait."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from pipelines.painting.brush import INK, MARKER, Response
from tests.widgets.paper.conftest import Dot, Pen
from widgets.paper.hand import ToolKind
from widgets.paper.paper import Paper
from widgets.pictures import opaque_pixels

WAY: list[Dot] = [(100.0 + 10 * step, 150.0, 1.0) for step in range(30)]


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def darkness(paper: Paper) -> int:
    return int((opaque_pixels(paper.desk.sheet.flat)[..., 0] < 128).sum())


def test_many_events_are_drawn_by_the_next_frame_and_painted_once(
    paper: Paper, pen: Pen, qtbot: QtBot
) -> None:
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=8, size_by=Response()))
    pen.draw(WAY[:1], lifts=False)
    paper.view.repaint()
    paints, redraws = Paints(), [0]
    paper.view.installEventFilter(paints)

    def count(area: object) -> None:
        redraws[0] += 1

    paper.desk.redrawn.connect(count)
    before = darkness(paper)
    pen.move(WAY[1:])
    assert darkness(paper) == before and redraws[0] == 0
    paper.view._on_frame_due()  # type: ignore[reportPrivateUsage] - the frame that is due
    assert darkness(paper) > before and redraws[0] == 1
    qtbot.waitUntil(lambda: paints.count > 0)
    assert paints.count == 1
    pen.lift((390, 150))


def test_no_event_of_a_pen_is_lost_between_two_frames(paper: Paper, pen: Pen) -> None:
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=4, size_by=Response()))
    zigzag: list[Dot] = [(100.0 + 8 * at, 100.0 + 60 * (at % 2), 1.0) for at in range(40)]
    pen.draw(zigzag)
    dark = opaque_pixels(paper.desk.sheet.flat)[..., 0] < 128
    for x, y, _ in zigzag:
        row, column = round(y), round(x)
        assert dark[row - 3 : row + 4, column - 3 : column + 4].any()


def test_the_outline_of_a_large_brush_is_where_the_newest_event_was(paper: Paper, pen: Pen) -> None:
    paper.hand.take(ToolKind.MARKER)
    paper.hand.set_brush(replace(MARKER, size=200))
    pen.draw(WAY[:1], lifts=False)
    pen.move(WAY[1:])  # no frame has come: nothing of the stroke is drawn
    seen = opaque_pixels(paper.view.grab().toImage())[..., 0]
    at, radius = pen.in_view(WAY[-1]), 100 * paper.view.framing.zoom
    for across, down in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        row, column = round(at.y() + radius * down), round(at.x() + radius * across)
        assert seen[row - 2 : row + 3, column - 2 : column + 3].min() < 128
    pen.lift((390, 150))


def test_an_eraser_that_leaves_the_paper_takes_away_only_what_it_crossed(
    paper: Paper, pen: Pen
) -> None:
    paper.hand.take(ToolKind.INK)
    paper.hand.set_brush(replace(INK, size=8, size_by=Response()))
    pen.draw([(560, 100, 1.0), (760, 100, 1.0)])
    pen.draw([(560, 250, 1.0), (760, 250, 1.0)])
    before = opaque_pixels(paper.desk.sheet.flat)
    pen.draw([(600, 60, 1.0), (900, 100, 1.0), (900, 300, 1.0), (700, 340, 1.0)], tail=True)
    after = opaque_pixels(paper.desk.sheet.flat)
    assert (before[240:260] == after[240:260]).all()
    layer = paper.board.layer
    assert layer is not None and {tile.x for tile in layer.tiles} == {2}
