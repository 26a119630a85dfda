"""A real frame server in its process: answers, the newest first, and another one when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.frames.client import FrameClient, ViewSupply
from app.frames.exchange import PROCESS_NAME
from nodes.edits import AddNode, Connect, SetParameter
from nodes.evaluator import Evaluator
from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState, Scene, scene_of
from nodes.graph import Graph, Link, Node
from nodes.project_file import open_project
from nodes.registry import library
from nodes.serving.sent_snapshot import LoomTiles
from nodes.store import ResultStore
from tests.app.projects import save_board

SIZE = (640, 480)


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FrameClient]:
    made = FrameClient(tmp_path / "store")
    yield made
    made.stop()
    assert servers() == []


def servers() -> list[BaseProcess]:
    return [child for child in active_children() if child.name == PROCESS_NAME]


def board_scene(tmp_path: Path) -> Scene:
    path = save_board(tmp_path / "board.loom", exports=1)
    with open_project(path, library()) as project:
        return scene_of(project.snapshot(), LoomTiles(str(path)))


class Asker:
    """A supply, and what it brought."""

    def __init__(self, qtbot: QtBot, client: FrameClient) -> None:
        self.qtbot = qtbot
        self.supply = ViewSupply(client, "viewer")
        self.arrived: list[ArrivedFrame] = []
        self.supply.frame_arrived.connect(self.arrived.append)

    def ask(self, frame: int) -> ArrivedFrame:
        """The answer to one request."""
        with self.qtbot.waitSignal(self.supply.frame_arrived, timeout=10_000):
            self.supply.request(frame, SIZE)
        return self.arrived[-1]


def test_a_server_answers_and_one_that_dies_is_replaced(
    qtbot: QtBot, tmp_path: Path, client: FrameClient
) -> None:
    asker = Asker(qtbot, client)
    client.show_scene(board_scene(tmp_path))
    asker.supply.look_at("board")
    first = asker.ask(0)
    assert first.answer.state is FrameState.SHOWN
    assert first.raster is not None
    assert (first.raster.width, first.raster.height, first.raster.pixels[0]) == (64, 48, 40)
    assert first.answer.strip is not None
    assert [shot.id for shot in first.answer.strip.shots] == ["a", "b"]

    asker.supply.look_at("export")
    assert asker.ask(7).answer.state is FrameState.SHOWN

    for frame in range(50):
        asker.supply.request(frame % 8, SIZE)
    with qtbot.waitSignal(
        asker.supply.frame_arrived,
        timeout=10_000,
        check_params_cb=is_frame_1,
    ):
        pass

    (server,) = servers()
    assert server.pid is not None
    with qtbot.waitSignal(client.server_died, timeout=30_000) as told:
        os.kill(server.pid, signal.SIGKILL)
        wait([server.sentinel])
    assert told.args is not None
    assert told.args[0].mend == "Nothing is lost."
    with qtbot.waitSignal(
        asker.supply.frame_arrived,
        timeout=30_000,
        check_params_cb=is_frame_0_shown,
    ):
        asker.supply.request(0, SIZE)  # lost where it went to the dead one, and asked for again


def test_what_waits_for_a_run_is_shown_as_it_was_by_another_server_too(
    qtbot: QtBot, tmp_path: Path, client: FrameClient
) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, library()) as project:
        project.document.apply(AddNode(node=Node(id="sheet", type="review.contact_sheet")))
        link = Connect(node="sheet", socket="clip", link=Link("l", "board"))
        project.document.apply(link)
        ran = project.snapshot()
        with ResultStore(tmp_path / "store") as store:
            Evaluator(store).run(ran, ["sheet"])
        project.document.apply(SetParameter(node="board", name="width", value=32))
        edited = project.snapshot()
    tiles = LoomTiles(str(path))
    asker = Asker(qtbot, client)
    asker.supply.look_at("sheet")
    client.show_scene(scene_of(ran, tiles))
    shown = asker.ask(0)
    assert shown.answer.state is FrameState.SHOWN
    client.show_scene(scene_of(edited, tiles))
    assert asker.ask(0).answer.state is FrameState.STALE
    (server,) = servers()
    with qtbot.waitSignal(client.server_died, timeout=30_000):
        server.kill()
    again = asker.ask(0)
    assert again.answer.state is FrameState.STALE
    assert again.raster == shown.raster


def test_a_view_asks_again_once_when_the_server_dies_over_a_frame(client: FrameClient) -> None:
    supply = ViewSupply(client, "viewer")
    taken: list[ArrivedFrame] = []
    supply.frame_arrived.connect(taken.append)
    supply.request(0, SIZE)
    for serial in (1, 2):  # the second is what the view asked by itself
        answer = FrameAnswer("viewer", serial, FrameState.LOST)
        client.frame_arrived.emit(ArrivedFrame(answer))
    assert [one.answer.state for one in taken] == [FrameState.LOST, FrameState.FAILED]
    assert client.request("other", "a", "", 0, SIZE) == 3


def test_a_view_takes_each_answer_once_and_none_of_an_output_it_left(client: FrameClient) -> None:
    supply = ViewSupply(client, "viewer")
    taken: list[ArrivedFrame] = []
    supply.frame_arrived.connect(taken.append)

    def arrive(view: str, serial: int, state: FrameState = FrameState.SHOWN) -> None:
        client.frame_arrived.emit(ArrivedFrame(FrameAnswer(view, serial, state)))

    supply.look_at("a")
    for frame in range(3):
        supply.request(frame, SIZE)  # serials 1, 2 and 3
    arrive("viewer", 1)
    arrive("other", 2)
    arrive("viewer", 2, FrameState.OVERTAKEN)
    arrive("viewer", 1)
    supply.look_at("b")
    arrive("viewer", 3)
    supply.request(0, SIZE)
    arrive("viewer", 4)
    assert [arrived.answer.serial for arrived in taken] == [1, 4]


def test_a_server_that_hangs_does_not_keep_the_window_from_closing(
    qtbot: QtBot, client: FrameClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.frames.client.STOP_MS", 300)
    Asker(qtbot, client).ask(0)
    (server,) = servers()
    assert server.pid is not None
    os.kill(server.pid, signal.SIGSTOP)
    client.show_scene(Scene(Graph(), overrides={"words": "more than a pipe holds" * 10_000}))
    client.stop()
    assert servers() == []


def test_a_store_that_cannot_be_used_is_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("in the way")
    client = FrameClient(tmp_path / "store")
    asker = Asker(qtbot, client)
    answer = asker.ask(0).answer
    assert answer.state is FrameState.FAILED
    assert "store" in answer.words
    client.stop()


def is_frame_0_shown(arrived: ArrivedFrame) -> bool:
    return arrived.answer.frame == 0 and arrived.answer.state is FrameState.SHOWN


def is_frame_1(arrived: ArrivedFrame) -> bool:
    return arrived.answer.frame == 1


def test_the_server_loads_neither_torch_nor_qt_and_the_window_no_torch() -> None:
    for module, barred in (
        ("nodes.frame_server", ("torch", "diffusers", "transformers", "PySide6")),
        ("app.frames.client", ("torch", "diffusers", "transformers")),
    ):
        look = f"import sys, {module}; print([name for name in {barred} if name in sys.modules])"
        told = subprocess.run(
            [sys.executable, "-c", look], capture_output=True, text=True, check=True
        )
        assert told.stdout.strip() == "[]"
