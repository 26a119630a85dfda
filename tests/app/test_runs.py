"""Runs as a person meets them: the queue, the log, how long it takes, and what a crash leaves."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.farewell import farewell
from app.window.notes import Note, Tone
from app.window.notifier import Notifier
from app.window.run_desk import RunDesk
from app.window.run_log import spelled
from app.window.run_panel import RunPanel
from app.workers.orders import Ending, RunEnding
from nodes.evaluator import CacheState
from tests.app.run_stage import Heard, desk, ended, panel
from tests.workers.stage import chain, order, snapshot
from widgets.toast import Toasts

__all__ = ["desk", "panel"]


def test_a_killed_worker_is_said_and_the_run_is_offered_again(
    desk: RunDesk, panel: RunPanel, qtbot: QtBot
) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.steps", 4, 1.0, count=20, seconds=0.01), title="Run it"))
    qtbot.waitUntil(lambda: desk.working_on == "n2", timeout=20_000)
    os.kill(heard.pids[-1], signal.SIGKILL)
    qtbot.waitUntil(ended(heard), timeout=10_000)
    assert heard.endings[0].ending is Ending.DIED
    assert any("SIGKILL" in note.words and note.tone is Tone.FAILURE for note in heard.notes)
    assert panel.again.isVisible()
    assert "not finished" in panel.words.text()
    panel.again.click()
    qtbot.waitUntil(ended(heard, 2), timeout=20_000)
    assert heard.endings[1].ending is Ending.DONE
    assert not panel.strip.isVisible()


MOMENTS = (0.0, 0.05, 0.2, 0.35, 0.5, 0.8)
"""Seconds after the order, from before the worker is up to its last node."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_worker_killed_at_any_moment_loses_nothing_that_was_finished(
    desk: RunDesk, panel: RunPanel, qtbot: QtBot, moment: float
) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.steps", 8, 1.0, count=10, seconds=0.01), title="Run it"))
    killer = QTimer(singleShot=True, interval=round(moment * 1000))
    with qtbot.waitSignal(killer.timeout, timeout=5_000):
        killer.start()
    for worker in psutil.Process().children():
        if "spawn_main" in " ".join(worker.cmdline()):
            worker.kill()
    qtbot.waitUntil(ended(heard), timeout=20_000)
    finished = {path for path, state in desk.states.by_path.items() if state.seconds is not None}
    if heard.endings[0].ending is not Ending.DONE:
        assert heard.endings[0].message
        assert panel.again.isVisible()
        panel.again.click()
        qtbot.waitUntil(ended(heard, 2), timeout=20_000)
    assert heard.endings[-1].ending is Ending.DONE
    assert finished <= set(desk.states.by_path)
    assert desk.states.of("n8").error == ""


def test_a_line_of_the_log_orders_its_run_again_each_time_anew(
    desk: RunDesk, panel: RunPanel, qtbot: QtBot
) -> None:
    desk.pause()
    desk.queue.add(order(chain("test.add", 1, 1.0), title="Run it"))
    desk.stop()
    desk.queue.add(order(chain("test.add", 1, 2.0), title="other"))  # so that it stays paused
    panel.log.setCurrentRow(panel.log.count() - 1)
    assert panel.log.notes[-1].words == "Run it: stopped."
    panel.commands["run_again"].trigger()
    panel.commands["run_again"].trigger()
    ids = [one.id for one in desk.queue.waiting]
    assert len(set(ids)) == 3
    desk.forget()
    panel.log.setCurrentRow(0)
    assert not panel.commands["run_again"].isEnabled()


def test_previews_are_the_newest_of_each_node(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.pictures", 1, 2.0, count=30), title="Run it"))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    assert int(heard.previews[-1].picture.pixels[0, 0, 0]) == 30  # none comes behind the end
    assert len(heard.previews) < 31
    assert heard.previews[-1].path == "n1"


def test_the_log_is_filtered_copied_saved_and_bounded(
    desk: RunDesk, panel: RunPanel, tmp_path: Path
) -> None:
    log = panel.log
    log.add_note(Note("plain"))
    log.add_note(Note("odd", tone=Tone.WARNING))
    log.add_note(Note("bad", "Do this.", Tone.FAILURE, "board", details="Traceback"))
    panel.filter.setCurrentIndex(2)
    assert log.count() == 1
    assert log.item(0).text().endswith("bad Do this.")
    panel.filter.setCurrentIndex(0)
    log.commands["copy_log"].trigger()
    assert QGuiApplication.clipboard().text().splitlines() == [spelled(one) for one in log.notes]
    log.save_to(tmp_path / "log.txt")
    assert (tmp_path / "log.txt").read_text().endswith("bad Do this.\nTraceback\n")
    log.save_to(tmp_path / "nowhere" / "log.txt")
    assert log.notes[-1].tone is Tone.FAILURE
    asked: list[str] = []
    panel.node_asked.connect(asked.append)
    log.setCurrentRow(2)
    assert log.commands["show_details"].isEnabled()
    log.commands["go_to_node"].trigger()
    assert asked == ["board"]
    for number in range(1200):
        log.add_note(Note(str(number)))
    assert len(log.notes) == log.count() == 1000
    assert log.notes[-1].words == "1199"


def test_a_mistake_in_a_node_comes_with_its_traceback(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(snapshot({"n": "test.mistake"}), title="Run it"))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    failure = next(note for note in heard.notes if note.path == "n")
    assert "ZeroDivisionError" in failure.details
    assert "in mistake" in failure.details
    assert "ZeroDivisionError" in farewell(heard.endings[0]).words
    assert heard.endings[0].message.startswith("Mistake: ")
    assert failure.words == "Mistake: ZeroDivisionError: float division by zero"
    assert desk.states.of("n").words == "ZeroDivisionError: float division by zero"


def test_a_run_that_is_named_after_the_node_that_failed_names_it_once(
    desk: RunDesk, qtbot: QtBot
) -> None:
    heard = Heard(desk)
    desk.start(order(snapshot({"n": "test.mistake"}), title="Run Mistake"))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    words = farewell(heard.endings[0]).words
    assert words == "Run Mistake: ZeroDivisionError: float division by zero"


def test_an_edit_during_a_run_leaves_what_it_made_stale(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.steps", 1, 1.0, count=20, seconds=0.02), "n1"))
    qtbot.waitUntil(lambda: desk.working_on == "n1", timeout=20_000)
    desk.compare(chain("test.steps", 1, 1.0, count=21, seconds=0.02))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    qtbot.waitUntil(lambda: desk.states.of("n1").cache is CacheState.STALE, timeout=5_000)
    desk.compare(chain("test.steps", 1, 1.0, count=20, seconds=0.02))
    qtbot.waitUntil(lambda: desk.states.of("n1").cache is CacheState.FRESH, timeout=5_000)


def test_a_node_that_failed_shows_it_until_it_changes(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(snapshot({"n": "test.mistake", "other": "test.gray"})))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    with qtbot.waitSignal(desk.standing_found, timeout=5_000):
        desk.compare(snapshot({"n": "test.mistake", "other": ("test.gray", {"level": 9})}))
    assert desk.states.of("n").error
    with qtbot.waitSignal(desk.standing_found, timeout=5_000):
        desk.compare(snapshot({"n": ("test.gray", {"level": 9})}))
    assert not desk.states.of("n").error


def test_a_deaf_run_does_not_keep_the_window_waiting(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.deaf", 1, 1.0, seconds=3.0), title="Run it"))
    qtbot.waitUntil(lambda: desk.working_on == "n1", timeout=20_000)
    with qtbot.waitSignal(desk.closed, timeout=2_500):
        assert desk.request_close()
    assert heard.endings[-1].ending is Ending.STOPPED
    assert not desk.request_close()


def test_a_long_run_that_ends_calls_the_person_back(desk: RunDesk, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    toasts = Toasts(window)
    notifier = Notifier(window, desk, toasts)
    called: list[str] = []
    notifier.called.connect(called.append)
    done = order(chain("test.add", 1, 1.0), title="Run it")
    desk.run_ended.emit(RunEnding(order=done, ending=Ending.DONE, seconds=3.0))
    assert (called, toasts.shown) == ([], [])
    desk.run_ended.emit(RunEnding(order=done, ending=Ending.CANCELLED, seconds=99.0))
    assert (called, toasts.shown) == ([], [])
    desk.run_ended.emit(RunEnding(order=done, ending=Ending.DONE, seconds=21.0))
    assert called == ["Run it: done in 21.0 s."]
    desk.unfinished = done
    desk.run_ended.emit(RunEnding(order=done, ending=Ending.DIED, message="it died."))
    assert [button.text() for button in toasts.shown[-1].buttons] == ["Run Again"]
    desk.pause()
    desk.queue.add(done.anew())  # so that nothing starts
    toasts.shown[-1].buttons[0].click()
    assert len(desk.queue.waiting) == 2
    assert len(called) == 1
