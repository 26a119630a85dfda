"""Drawings that a worker reads where they are kept."""

from __future__ import annotations

from pathlib import Path
from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from app.workers.orders import Ending, RunOrder
from nodes.project_file import open_project
from nodes.serving.sent_snapshot import LoomTiles, SessionTiles, TilePlace
from nodes.snapshot import Snapshot
from nodes.working_store import open_for_work
from pipelines.errors import OutputError
from tests.app.projects import save_board
from tests.workers import kinds
from tests.workers.stage import Stage


def test_a_saved_board_is_played_from_its_file(calm: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, kinds.registry()) as project:
        shot = project.snapshot()
    ended = play(calm, qtbot, RunOrder(snapshot=shot, tiles=LoomTiles(str(path)), sinks=("board",)))
    assert ended is Ending.DONE


def test_a_board_at_work_is_played_from_its_session(
    calm: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = open_for_work(
        save_board(tmp_path / "board.loom", frames=4), tmp_path / "state", kinds.registry()
    )
    try:
        assert opened.store is not None
        opened.store.flush()
        shot = Snapshot(opened.document.graph, kinds.registry(), tiles=opened.tiles)
        tiles = SessionTiles(str(opened.store.database))
        assert play(calm, qtbot, RunOrder(snapshot=shot, tiles=tiles)) is Ending.DONE
    finally:
        opened.close()


def test_what_is_painted_is_written_before_its_run_and_not_by_who_orders_it(
    calm: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_project(save_board(tmp_path / "board.loom"), kinds.registry()) as project:
        shot = project.snapshot()
    threads: list[int] = []

    def write() -> None:
        threads.append(get_ident())

    place = LoomTiles(str(tmp_path / "board.loom"))
    assert play(calm, qtbot, RunOrder(snapshot=shot, tiles=place, write=write)) is Ending.DONE
    assert len(threads) == 1
    assert threads[0] != get_ident()


def test_a_drawing_that_cannot_be_written_ends_its_run_in_words(
    calm: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_project(save_board(tmp_path / "board.loom"), kinds.registry()) as project:
        shot = project.snapshot()

    def write() -> None:
        raise OutputError("The disk is full.", mend="Make room.")

    assert play(calm, qtbot, RunOrder(snapshot=shot, write=write)) is Ending.FAILED
    assert (calm.endings[-1].message, calm.endings[-1].mend) == ("The disk is full.", "Make room.")
    assert play(calm, qtbot, RunOrder(snapshot=shot, sinks=("words",))) is Ending.DONE


@pytest.mark.parametrize("place", [LoomTiles, SessionTiles])
def test_tiles_that_are_gone_are_told_in_words(
    calm: Stage, qtbot: QtBot, tmp_path: Path, place: type[LoomTiles | SessionTiles]
) -> None:
    with open_project(save_board(tmp_path / "board.loom"), kinds.registry()) as project:
        shot = project.snapshot()
    lost: TilePlace = place(str(tmp_path / "gone"))
    assert play(calm, qtbot, RunOrder(snapshot=shot, tiles=lost)) is Ending.FAILED
    assert calm.endings[-1].message
    assert "Error" not in calm.endings[-1].message


def play(stage: Stage, qtbot: QtBot, order: RunOrder) -> Ending:
    """Run it, and say how it ended."""
    with qtbot.waitSignal(stage.worker.run_ended, timeout=10_000):
        stage.worker.start_run(order)
    return stage.endings[-1].ending
