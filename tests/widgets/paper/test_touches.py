"""Two fingers move and zoom the paper; a hand that rests beside the pen does nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.widgets.paper.conftest import Pen
from widgets.document_model import DocumentModel
from widgets.paper.paper import Paper

Spot = tuple[float, float]
_STATES = {
    QEvent.Type.TouchBegin: QEventPoint.State.Pressed,
    QEvent.Type.TouchUpdate: QEventPoint.State.Updated,
    QEvent.Type.TouchEnd: QEventPoint.State.Released,
}
SPREAD = ([(300, 300), (400, 300)], [(280, 310), (440, 310)], [(260, 320), (480, 320)])


class Fingers:
    """Fingers on a paper."""

    def __init__(self, paper: Paper, application: QApplication) -> None:
        self._view = paper.view
        self._application = application
        self._device = QTest.createTouchDevice()

    def pull(self, ways: Sequence[Sequence[Spot]], *, at: int) -> None:
        """Put fingers down, move them, and lift them; `at` is in milliseconds."""
        kinds = [QEvent.Type.TouchBegin, *[QEvent.Type.TouchUpdate] * (len(ways) - 1)]
        for step, (kind, spots) in enumerate(zip(kinds, ways, strict=True)):
            self.send(kind, spots, at=at + 10 * step)
        self.send(QEvent.Type.TouchEnd, ways[-1], at=at + 10 * len(ways))

    def send(self, kind: QEvent.Type, spots: Sequence[Spot], *, at: int) -> None:
        points: list[QEventPoint] = []
        for number, place in enumerate(QPointF(*spot) for spot in spots):
            over = self._view.mapToGlobal(place)
            points.append(QEventPoint(number, _STATES[kind], place, over))
        event = QTouchEvent(kind, self._device, touchPoints=points)
        event.setTimestamp(at)
        self._application.sendEvent(self._view, event)


@pytest.fixture
def fingers(paper: Paper, qapp: QApplication) -> Fingers:
    """Fingers on that paper."""
    return Fingers(paper, qapp)


def test_two_fingers_move_and_zoom_the_paper_under_them(paper: Paper, fingers: Fingers) -> None:
    view, size = paper.view, paper.view.size().toSizeF()
    zoom = view.framing.zoom
    held = view.framing.to_canvas(size).map(QPointF(300, 300))
    fingers.pull(SPREAD, at=10_000)
    assert view.framing.zoom == pytest.approx(zoom * 2.2)
    now = view.framing.to_view(size).map(held)
    assert (now - QPointF(260, 320)).manhattanLength() < 2


@pytest.mark.parametrize(
    "spots", [([(100, 100)], [(300, 200)]), ([(100, 100), (300, 100), (200, 300)],) * 2]
)
def test_other_numbers_of_fingers_neither_move_nor_draw(
    paper: Paper, fingers: Fingers, model: DocumentModel, spots: Sequence[Sequence[Spot]]
) -> None:
    before = paper.view.framing.zoom, paper.view.framing.centre
    fingers.pull(spots, at=10_000)
    assert (paper.view.framing.zoom, paper.view.framing.centre) == before
    assert model.undo_stack.count() == 1


@pytest.mark.parametrize(("later", "moves"), [(100, False), (450, False), (700, True)])
def test_a_touch_soon_after_the_pen_is_a_palm(
    paper: Paper, pen: Pen, fingers: Fingers, later: int, moves: bool
) -> None:
    zoom = paper.view.framing.zoom
    pen.draw([(100, 100, 1.0), (200, 100, 1.0)])
    fingers.pull(SPREAD, at=pen.now + later)
    assert (paper.view.framing.zoom != zoom) is moves


def test_a_palm_stays_one_until_the_hand_is_lifted(
    paper: Paper, pen: Pen, fingers: Fingers
) -> None:
    zoom = paper.view.framing.zoom
    fingers.send(QEvent.Type.TouchBegin, SPREAD[0], at=pen.now + 2000)
    pen.draw([(100, 100, 1.0), (200, 100, 1.0)])
    fingers.send(QEvent.Type.TouchUpdate, SPREAD[1], at=pen.now + 4000)
    assert paper.view.framing.zoom == zoom
    fingers.send(QEvent.Type.TouchEnd, SPREAD[1], at=pen.now + 4010)
    fingers.pull(SPREAD, at=pen.now + 5000)
    assert paper.view.framing.zoom != zoom


def test_while_the_driver_says_that_the_pen_is_near_fingers_rest(
    paper: Paper, fingers: Fingers
) -> None:
    zoom = paper.view.framing.zoom
    paper.view.set_pen_near(True)
    fingers.pull(SPREAD, at=60_000)
    assert paper.view.framing.zoom == zoom
    paper.view.set_pen_near(False)
    fingers.pull(SPREAD, at=61_000)
    assert paper.view.framing.zoom != zoom
