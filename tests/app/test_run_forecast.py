"""What a run will make and how long it takes, said before it is ordered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.run_desk import RunDesk
from app.window.run_estimate import NodeTimes
from app.window.run_forecast import Forecast, forecast, spoken_forecast
from app.window.run_queue_view import RunQueueView
from nodes.evaluator import CacheState
from tests.app.projects import save_board
from tests.workers.stage import chain, order, setup_in


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RunDesk]:
    made = RunDesk(setup_in(tmp_path))
    yield made
    made.close()


def test_what_is_not_there_is_made_down_to_what_is_there() -> None:
    shot, times = chain("test.steps", 4, 1.0), NodeTimes()
    assert forecast(shot, (), {}, times) == Forecast(5, 0)
    times.learn("n4", "test.steps", 40.0)
    caches = {"n1": CacheState.ON_DISK, "n2": CacheState.PINNED}
    assert forecast(shot, (), caches, times) == Forecast(2, 1, 40.0)
    assert forecast(shot, ("n1",), caches, times) == Forecast(0, 1, 0.0)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Forecast(3, 12, 41.0), "3 nodes to make, about 40 s; 12 from the cache"),
        (Forecast(1, 0), "1 node to make"),
        (Forecast(0, 4, 0.0), "All of it is made already."),
    ],
)
def test_a_forecast_is_as_sure_as_it_is(found: Forecast, words: str) -> None:
    assert spoken_forecast(found) == words


def test_a_desk_foresees_the_project_in_hand_and_what_waits(desk: RunDesk, qtbot: QtBot) -> None:
    view = RunQueueView(desk)
    qtbot.addWidget(view)
    shot = chain("test.steps", 2, 1.0)
    desk.compare(shot)
    qtbot.waitUntil(lambda: desk.forecast == Forecast(3, 0), timeout=5_000)
    desk.start(order(shot))
    desk.start(order(chain("test.steps", 3, 1.0), title="Later"))
    desk.pause()
    qtbot.waitUntil(lambda: not desk.queue.running, timeout=20_000)
    qtbot.waitUntil(lambda: desk.forecast == Forecast(0, 1, 0.0), timeout=5_000)
    waiting = desk.queue.waiting[0]
    qtbot.waitUntil(lambda: desk.forecast_of(waiting) is not None, timeout=5_000)
    desk.queue.resume()
    desk.forget()
    assert desk.forecast is None


def test_the_button_says_what_it_will_make(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(save_board(tmp_path / "board.loom", exports=1))
    button = window.top_bar.export
    qtbot.waitUntil(lambda: "to make" in button.toolTip(), timeout=10_000)
    assert button.toolTip().endswith("2 nodes to make")
    assert window.top_bar.words.whole == ""
    long = Forecast(2, 1, 50.0)
    window.desk._on_forecast_made("", long)  # pyright: ignore[reportPrivateUsage] - as the looker says
    assert window.top_bar.words.width() > 100
    assert window.top_bar.words.whole == spoken_forecast(long)
