"""Runs as a person meets them: the queue, the log, how long it takes, and what a crash leaves."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.farewell import farewell
from app.window.notes import Note, Tone
from app.window.notifier import Notifier
from app.window.run_desk import RunDesk
from app.window.run_estimate import NodeTimes, RunEstimate, spoken_time_left
from app.window.run_log import spelled
from app.window.run_panel import RunPanel
from app.workers.orders import Ending, RunEnding, RunOrder, RunPreview, WorkerReady
from app.workers.queue_journal import QueueJournal
from nodes.evaluator import CacheState
from nodes.serving.sent_snapshot import SessionTiles
from tests.workers import kinds
from tests.workers.stage import chain, order, setup_in, snapshot
from widgets.toast import Toasts


class Heard(QObject):
    """What a desk told."""

    def __init__(self, desk: RunDesk) -> None:
        super().__init__()
        self.desk = desk
        self.endings: list[RunEnding] = []
        self.notes: list[Note] = []
        self.previews: list[RunPreview] = []
        self.pids: list[int] = []
        desk.run_ended.connect(self._on_run_ended)
        desk.noted.connect(self._on_noted)
        desk.preview_arrived.connect(self._on_preview_arrived)
        desk.worker.became_ready.connect(self._on_ready)

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        self.endings.append(ending)

    @Slot(object)
    def _on_noted(self, note: Note) -> None:
        self.notes.append(note)

    @Slot(object)
    def _on_preview_arrived(self, preview: RunPreview) -> None:
        self.previews.append(preview)

    @Slot(object)
    def _on_ready(self, ready: WorkerReady) -> None:
        self.pids.append(ready.pid)


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RunDesk]:
    """A desk whose worker obeys within half a second, or is ended."""
    made = RunDesk(setup_in(tmp_path), QueueJournal(tmp_path / "queue"), obey_seconds=0.5)
    yield made
    made.close()


@pytest.fixture
def panel(desk: RunDesk, qtbot: QtBot) -> RunPanel:
    made = RunPanel(desk)
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def ended(heard: Heard, count: int = 1) -> Callable[[], bool]:
    """Whether so many runs have ended."""

    def check() -> bool:
        return len(heard.endings) >= count

    return check


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


def test_the_queue_is_ordered_by_keyboard_and_mouse_and_emptied(
    desk: RunDesk, panel: RunPanel, qtbot: QtBot
) -> None:
    desk.pause()
    for name in "abc":
        desk.queue.add(order(chain("test.add", 1, 1.0), title=name))

    def shown() -> list[str]:
        return [panel.queue.item(row).text().partition(":")[0] for row in range(3)]

    assert shown() == ["a", "b", "c"]
    assert panel.queue.item(0).text() == "a: paused"
    assert panel.tabs.tabText(1) == "Queue (3)"
    panel.tabs.setCurrentIndex(1)
    panel.queue.setCurrentRow(2)
    panel.queue.setFocus()
    panel.queue.commands["move_run_up"].trigger()
    assert shown() == ["a", "c", "b"]
    assert panel.queue.currentItem().text().startswith("c")
    model = panel.queue.model()
    assert model.moveRow(model.index(0, 0).parent(), 0, model.index(0, 0).parent(), 3)
    assert shown() == ["c", "b", "a"]
    assert [one.title for one in desk.queue.waiting] == ["c", "b", "a"]
    panel.queue.setCurrentRow(1)
    panel.queue.commands["remove_run"].trigger()
    assert [one.title for one in desk.queue.waiting] == ["c", "a"]
    assert panel.pause.text() == "Resume"


def test_a_queue_outlives_a_killed_program_and_waits(tmp_path: Path, qtbot: QtBot) -> None:
    journal = QueueJournal(tmp_path)
    given = [order(chain("test.add", 1, 1.0), "n1", title=name) for name in "ab"]
    journal.write(given)
    journal.flush()
    later = QueueJournal(tmp_path)
    read: list[RunOrder] = []
    later.recover(kinds.registry(), read.extend)
    later.flush()
    assert read == []  # the first program is still there
    journal.release()
    desk = RunDesk(setup_in(tmp_path), later)
    heard = Heard(desk)
    desk.recover(kinds.registry())
    qtbot.waitUntil(lambda: bool(desk.queue.waiting), timeout=5_000)
    assert [(one.title, one.sinks) for one in desk.queue.waiting] == [
        ("a", ("n1",)),
        ("b", ("n1",)),
    ]
    assert desk.queue.is_paused
    assert desk.queue.running == ()
    assert "a, b" in heard.notes[0].words
    desk.stop()
    desk.close()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".queue"] == []


def test_a_run_whose_project_was_put_away_does_not_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    killed = QueueJournal(tmp_path)
    gone = SessionTiles(str(tmp_path / "work.sqlite"))
    shot = chain("test.add", 1, 1.0)
    killed.write([RunOrder(snapshot=shot, tiles=gone, title="a"), order(shot, title="b")])
    killed.flush()
    killed.release()
    later, read = QueueJournal(tmp_path), list[RunOrder]()
    later.recover(kinds.registry(), read.extend)
    later.flush()
    assert [one.title for one in read] == ["b"]
    later.close()


def test_what_a_killed_program_left_is_said_with_what_can_be_done_about_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    killed = QueueJournal(tmp_path)
    killed.write([order(chain("test.add", 1, 1.0), title=name) for name in "ab"])
    killed.flush()
    killed.release()
    desk, window = RunDesk(setup_in(tmp_path), QueueJournal(tmp_path)), QWidget()
    qtbot.addWidget(window)
    window.resize(800, 400)
    toasts = Toasts(window)
    notifier = Notifier(window, desk, toasts)
    desk.recover(kinds.registry())
    qtbot.waitUntil(lambda: bool(toasts.shown), timeout=5_000)
    assert toasts.shown[0].words == "Runs that had not ended wait in the paused queue: a, b."
    assert [button.text() for button in toasts.shown[0].buttons] == ["Run", "Remove"]
    desk.start(order(chain("test.add", 1, 1.0), title="c"))
    assert toasts.shown[-1].words == "c waits: the queue is paused."
    assert [button.text() for button in toasts.shown[-1].buttons] == ["Resume"]
    notifier.remove.trigger()
    assert [one.title for one in desk.queue.waiting] == ["c"]
    desk.close()


def test_what_was_recovered_outlives_another_project_and_an_orderly_end(
    qtbot: QtBot, tmp_path: Path
) -> None:
    killed = QueueJournal(tmp_path)
    killed.write([order(chain("test.add", 1, 1.0), title="a")])
    killed.flush()
    killed.release()
    desk = RunDesk(setup_in(tmp_path), QueueJournal(tmp_path))
    desk.recover(kinds.registry())
    qtbot.waitUntil(lambda: bool(desk.queue.waiting), timeout=5_000)
    desk.forget()
    assert [one.title for one in desk.queue.waiting] == ["a"]
    desk.close()
    later = RunDesk(setup_in(tmp_path), QueueJournal(tmp_path))
    later.recover(kinds.registry())
    qtbot.waitUntil(lambda: bool(later.queue.waiting), timeout=5_000)
    assert [one.title for one in later.queue.waiting] == ["a"]
    assert later.queue.is_paused
    later.stop()
    later.close()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".queue"] == []


def test_previews_are_the_newest_of_each_node(desk: RunDesk, qtbot: QtBot) -> None:
    heard = Heard(desk)
    desk.start(order(chain("test.pictures", 1, 2.0, count=30), title="Run it"))
    qtbot.waitUntil(ended(heard), timeout=20_000)
    qtbot.waitUntil(
        lambda: bool(heard.previews) and int(heard.previews[-1].picture.pixels[0, 0, 0]) == 30,
        timeout=5_000,
    )
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
    assert failure.words == "Mistake: ZeroDivisionError: float division by zero"
    assert desk.states.of("n").words == "ZeroDivisionError: float division by zero"


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


def test_what_is_left_is_unknown_then_known_from_earlier_runs(tmp_path: Path) -> None:
    shot = chain("test.add", 2, 1.0)
    times = NodeTimes()
    first = RunEstimate(shot, (), times, now=0.0)
    assert first.remaining(0.0) is None
    assert first.counts("n2")
    assert not first.counts("n1")
    first.started("n2", 0.0)
    first.progressed("n2", 0.25)
    assert first.remaining(10.0) == pytest.approx(30.0)
    first.settled("n2", 40.0)
    assert first.remaining(40.0) == 0.0
    times.write(tmp_path / "times.json")
    again = RunEstimate(shot, (), NodeTimes.read(tmp_path / "times.json"), now=0.0)
    assert again.forecast() == (1, 40.0)
    again.started("n2", 0.0)
    assert again.remaining(15.0) == pytest.approx(25.0)
    again.settled("n2")  # it was there already
    assert again.remaining(15.0) == 0.0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "time left unknown"),
        (3, "a few seconds left"),
        (21, "about 20 s left"),
        (118, "about 2 min left"),
        (4800, "about 1 h 20 min left"),
    ],
)
def test_time_left_is_said_as_surely_as_it_is_known(seconds: float | None, words: str) -> None:
    assert spoken_time_left(seconds) == words


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
