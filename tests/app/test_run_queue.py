"""The queue of runs: ordered, emptied, and kept for after a kill."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.notifier import Notifier
from app.window.run_desk import RunDesk
from app.window.run_panel import RunPanel
from app.workers.orders import RunOrder
from app.workers.queue_journal import QueueJournal
from nodes.serving.sent_snapshot import SessionTiles
from tests.app.run_stage import Heard, desk, panel
from tests.workers import kinds
from tests.workers.stage import chain, order, setup_in
from widgets.toast import Toasts

__all__ = ["desk", "panel"]


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
