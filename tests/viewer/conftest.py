"""A viewer with a supply of frames in memory; a module may bring a richer one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.viewer.clocks import Recorder
from tests.viewer.supplies import GrayFrames
from widgets.viewer.viewer import Viewer


@pytest.fixture
def clock() -> Recorder:
    return Recorder()


@pytest.fixture
def supply() -> GrayFrames:
    return GrayFrames()


@pytest.fixture
def viewer(qtbot: QtBot, supply: GrayFrames, clock: Recorder) -> Iterator[Viewer]:
    made = Viewer(clock=clock)
    qtbot.addWidget(made)
    made.resize(660, 560)
    made.show()
    made.activateWindow()
    made.setFocus()
    made.set_supply(supply)
    qtbot.waitUntil(made.hasFocus)
    yield made
    made.playback.pause()
