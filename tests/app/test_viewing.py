"""What the viewer looks at in the window: locked or following, live, and compared with before."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.frames.exchange import PROCESS_NAME
from app.window.allowances import Allowances
from app.window.compared import Comparisons, outputs_of, title_of
from app.window.opened_work import opened_work
from app.window.project_in_hand import ProjectInHand
from app.window.viewing import Viewing
from app.workers.orders import Ending, RunEnding, RunOrder, RunPreview
from nodes.edits import AddNode, Connect, GroupNodes, SetParameter
from nodes.frame_serving.messages import ArrivedFrame, FrameState
from nodes.graph import Link, Node
from nodes.registry import library
from nodes.serving.messages import Consents
from pipelines.values import Image
from tests.app.projects import save_board
from widgets.viewer.compare_mode import CompareMode


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectInHand]:
    path = save_board(tmp_path / "board.loom", exports=1)
    made = ProjectInHand(opened_work(path, tmp_path / "state", library()))
    yield made
    made.store.finish()


@pytest.fixture
def viewing(qtbot: QtBot, tmp_path: Path, project: ProjectInHand) -> Iterator[Viewing]:
    made = Viewing(tmp_path / "store")
    qtbot.addWidget(made.viewer)
    made.viewer.resize(500, 400)
    made.viewer.show()
    made.begin(project)
    qtbot.waitUntil(lambda: made.viewer.picture.state is FrameState.SHOWN, timeout=20_000)
    yield made
    made.forget()
    made.close()


def test_a_locked_viewer_stays_with_its_node(viewing: Viewing) -> None:
    viewing.look_at("board")
    name = viewing.viewer.source.name.whole
    viewing.viewer.commands["lock"].setChecked(True)
    viewing.look_at("export")
    assert viewing.viewer.source.name.whole == name
    viewing.viewer.commands["lock"].setChecked(False)
    assert viewing.viewer.source.name.whole != name


def test_a_viewer_whose_node_is_gone_shows_the_film_again(
    viewing: Viewing, project: ProjectInHand
) -> None:
    film = viewing.viewer.source.name.text()
    project.model.do(AddNode(node=Node(id="late", type="text.prompt")), "Add")
    viewing.follow(project)
    viewing.look_at("late")
    project.model.undo_stack.undo()
    viewing.follow(project)
    viewing.offer()
    assert viewing.viewer.source.name.text() == film


def test_a_group_is_called_as_on_the_canvas(project: ProjectInHand) -> None:
    project.model.do(GroupNodes(nodes=("words",), group="group_1"), "Group")
    assert title_of(project.snapshot(), "group_1") == "Group"
    assert title_of(project.snapshot(), "group_1/words") == "Prompt"


def test_what_is_being_made_is_shown_where_it_is_looked_at(
    viewing: Viewing, project: ProjectInHand
) -> None:
    viewing.look_at("board")
    picture = Image(np.full((4, 4, 3), 99, np.uint8))
    viewing.show_preview(RunPreview("r", "export", picture))
    assert not viewing.viewer.picture.shows_preview
    viewing.show_preview(RunPreview("r", "board", picture))
    assert viewing.viewer.picture.shows_preview
    order = RunOrder(snapshot=project.snapshot())
    viewing.end_run(RunEnding(order=order, ending=Ending.DONE))
    assert not viewing.viewer.picture.shows_preview


def test_an_earlier_result_stays_to_be_compared_with(
    qtbot: QtBot, viewing: Viewing, project: ProjectInHand
) -> None:
    viewing.look_at("board")
    project.store.flush()
    order = RunOrder(snapshot=project.snapshot(), tiles=project.tiles)
    viewing.end_run(RunEnding(order=order, ending=Ending.DONE))
    offered = [value for value in keys(viewing) if value.startswith("run:")]
    assert offered == []  # it is what is looked at
    project.model.do(SetParameter(node="board", name="width", value=32), "smaller")
    qtbot.waitUntil(lambda: any(value.startswith("run:") for value in keys(viewing)))
    viewing.viewer.source.source.choose(f"run:{order.id}")
    assert viewing.viewer.picture.compare is CompareMode.WIPE
    qtbot.waitUntil(lambda: viewing.viewer.picture.compared_size.width() == 64, timeout=20_000)
    qtbot.waitUntil(lambda: viewing.viewer.picture.picture_size.width() == 32, timeout=20_000)


def test_an_earlier_result_comes_back_where_the_frame_server_is_killed(
    qtbot: QtBot, viewing: Viewing, project: ProjectInHand
) -> None:
    viewing.look_at("board")
    project.store.flush()
    order = RunOrder(snapshot=project.snapshot(), tiles=project.tiles)
    viewing.end_run(RunEnding(order=order, ending=Ending.DONE))
    project.model.do(SetParameter(node="board", name="width", value=32), "smaller")
    qtbot.waitUntil(lambda: any(value.startswith("run:") for value in keys(viewing)))
    viewing.viewer.source.source.choose(f"run:{order.id}")
    picture, client = viewing.viewer.picture, viewing.client
    qtbot.waitUntil(lambda: picture.compared_size.width() == 64, timeout=20_000)
    assert client is not None
    arrived: list[ArrivedFrame] = []
    client.frame_arrived.connect(arrived.append)
    (server,) = (one for one in active_children() if one.name == PROCESS_NAME)
    with qtbot.waitSignal(client.server_died, timeout=20_000):
        server.kill()
    viewing.viewer.refresh()

    def is_back() -> bool:
        shown = [one.answer for one in arrived if one.answer.state is FrameState.SHOWN]
        return {one.view for one in shown} >= {"viewer", "compared"}

    qtbot.waitUntil(is_back, timeout=20_000)
    assert (picture.compared_size.width(), picture.picture_size.width()) == (64, 32)


def test_run_asks_for_what_is_looked_at(qtbot: QtBot, viewing: Viewing) -> None:
    viewing.look_at("board")
    with qtbot.waitSignal(viewing.run_wanted) as told:
        viewing.viewer.commands["run"].trigger()
    assert told.args == ["board"]


def test_a_file_outside_that_was_allowed_for_good_is_seen_without_a_run(
    qtbot: QtBot, viewing: Viewing, project: ProjectInHand, tmp_path: Path
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}_outside.png"
    QImage(20, 10, QImage.Format.Format_RGB32).save(str(outside))
    allowances = Allowances(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    viewing.heed(allowances)
    still = Node(id="still", type="load.image", parameters={"path": str(outside)})
    project.model.do(AddNode(node=still), "a still")
    viewing.look_at("still")
    picture = viewing.viewer.picture
    qtbot.waitUntil(lambda: picture.state is FrameState.FAILED, timeout=20_000)
    assert project.path is not None
    allowances.allow(project.path, Consents(reads=(str(outside),)))
    qtbot.waitUntil(lambda: picture.picture_size.width() == 20, timeout=20_000)


def test_only_nodes_with_a_picture_are_offered(project: ProjectInHand) -> None:
    snapshot = project.snapshot()
    assert outputs_of(snapshot, "nothing") == []
    for source in Comparisons().offered(snapshot, "export"):
        assert outputs_of(snapshot, source.key.removeprefix("node:"))


def keys(viewing: Viewing) -> list[str]:
    """What is offered to compare with."""
    viewing.viewer.source.sources_asked.emit()
    return viewing.viewer.source.source.values


def test_nodes_are_offered_from_the_nearest_on_and_told_apart(
    viewing: Viewing, project: ProjectInHand
) -> None:
    for number in range(40):
        node = Node(id=f"still{number}", type="load.image")
        project.model.do(AddNode(node=node), "a still")
    project.model.do(
        Connect(node="export", socket="clip", link=Link("m", "still39")), "another film"
    )
    viewing.follow(project)
    viewing.look_at("export")
    offered = keys(viewing)
    assert offered[1] == "node:still39"
    assert len(offered) == 31
    viewing.viewer.source.source.choose("node:still39")
    assert viewing.viewer.source.source.label == "Load Image (still39)"
    viewing.look_at("words")
    assert "node:still39" in keys(viewing)
