"""The thread that works masks out: what goes wrong is told, and it goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from pipelines.masking.looking import NONE_FOLLOWED
from pipelines.masking.objects import MaskObject
from pipelines.painting.tiles import MemoryTiles
from pipelines.pointing import HandBox
from pipelines.segmentation.prompts import Prompt
from tests.masking.shapes import SIZE, box, painted
from widgets.masking.answers import AskOrder
from widgets.masking.hand import MaskView
from widgets.masking.shade import ShadeStyle
from widgets.masking.studio import LookOrder, MaskStudio

TILES = MemoryTiles()
BALL = painted(TILES, {0: box(10, 10, 30, 30)})
STYLE = ShadeStyle(MaskView.OVERLAY, 0.5, 2, fresh=(255, 0, 0))


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[MaskStudio]:
    made = MaskStudio(TILES)
    made.start()
    yield made
    made.close()


def look(serial: int, size: tuple[int, int] = SIZE) -> LookOrder:
    return LookOrder(serial, (BALL,), BALL.id, 0, size, STYLE, NONE_FOLLOWED)


def ask(size: tuple[int, int] = SIZE) -> AskOrder:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0xFF204060)
    prompt = Prompt(box=HandBox(0.2, 0.2, 0.8, 0.8))
    thing = MaskObject(id="thing")
    return AskOrder(prompt, image, (), thing, 0, size, "", NONE_FOLLOWED)


@pytest.mark.parametrize(
    ("fault", "words"),
    [(look(1, (10**9, 10**9)), "not enough memory"), (ask((0, 48)), "could not be worked out")],
)
def test_a_fault_is_told_and_the_next_is_done(
    studio: MaskStudio, qtbot: QtBot, fault: LookOrder | AskOrder, words: str
) -> None:
    failed, looked = QSignalSpy(studio.failed), QSignalSpy(studio.looked)
    if isinstance(fault, LookOrder):
        studio.look(fault)
    else:
        studio.ask(fault)
    qtbot.waitUntil(lambda: failed.count() == 1, timeout=5000)
    assert words in str(failed.at(0)[0]) and "unchanged" in str(failed.at(0)[0])
    studio.look(look(2))
    qtbot.waitUntil(lambda: looked.count() == 1, timeout=5000)
    assert looked.at(0)[0].shade.values[20, 20] == 255


def test_warming_up_says_nothing_and_keeps_nobody_waiting(studio: MaskStudio, qtbot: QtBot) -> None:
    spies = [QSignalSpy(one) for one in (studio.answered, studio.failed)]
    looked = QSignalSpy(studio.looked)
    studio.warm_up()
    studio.look(look(1))
    qtbot.waitUntil(lambda: looked.count() == 1, timeout=5000)
    studio.ask(ask())
    qtbot.waitUntil(lambda: spies[0].count() == 1, timeout=5000)
    assert [spy.count() for spy in spies] == [1, 0]
