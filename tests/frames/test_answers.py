"""How a request is answered: pixels in the slot, or words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nodes.edits import Disconnect, GroupNodes, RenameNode, SetParameter
from nodes.frame_serving.fitted_frames import fitted_into
from nodes.frame_serving.messages import (
    FrameState,
    ReadAhead,
    Scene,
    scene_of,
)
from nodes.project_file import open_project
from nodes.registry import library
from nodes.serving.messages import Consents
from nodes.serving.sent_snapshot import LoomTiles
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.media.pictures import write_picture
from pipelines.panels import Panel
from pipelines.values import Image, JointMode, Mask
from tests.app.projects import save_board
from tests.fakes import CALLS, document, registry
from tests.frames.conftest import Desk, chain


def test_a_frame_is_put_into_its_slot(desk: Desk) -> None:
    desk.show(chain())
    answer = desk.ask("ramp", 3)
    assert (answer.state, answer.frame, answer.shape) == (FrameState.SHOWN, 3, (8, 8, 3))
    assert answer.strip is not None
    assert answer.strip.length == 5
    assert desk.level() == 30


def test_a_scene_is_laid_out_once(desk: Desk) -> None:
    desk.show(chain())
    desk.ask("ramp", 0)
    desk.ask("ramp", 1)
    assert CALLS == []


def test_a_frame_beyond_the_end_is_the_last(desk: Desk) -> None:
    desk.show(chain())
    assert desk.ask("ramp", 99).frame == 4


def test_what_only_a_run_may_start_is_said_not_to_have_run(desk: Desk) -> None:
    desk.show(chain())
    answer = desk.ask("bright")
    assert answer.state is FrameState.NOT_RUN
    assert answer.words == "“Stream” has not run yet."
    assert answer.mend
    assert "stream" not in CALLS


def test_what_has_run_is_shown_and_stays_when_it_is_stale(desk: Desk) -> None:
    made = chain()
    desk.show(made)
    desk.run("whole")
    assert desk.ask("bright", 2).state is FrameState.SHOWN
    assert desk.level() == 121
    made.apply(SetParameter(node="ramp", name="first", value=5))
    desk.show(made)
    stale = desk.ask("bright", 1)
    assert stale.state is FrameState.STALE
    assert desk.level() == 111
    desk.run("whole")
    assert desk.ask("bright", 1).state is FrameState.SHOWN
    assert desk.level() == 116


def test_a_node_that_writes_shows_what_it_is_given(desk: Desk) -> None:
    made = chain()
    desk.show(made)
    assert desk.ask("write", 1).state is FrameState.SHOWN
    assert desk.level() == 10
    made.apply(Disconnect(node="write", socket="clip", link="l2"))
    desk.show(made)
    assert desk.ask("write").state is FrameState.FAILED


def test_a_group_shows_what_it_ends_in(desk: Desk) -> None:
    made = document(
        {"ramp": "test.ramp", "bright": "test.brighten", "out": "test.brighten"},
        ["ramp > bright.image", "bright > out.image"],
    )
    made.apply(GroupNodes(nodes=("ramp", "bright"), group="scene"))
    desk.show(made)
    assert desk.ask("scene", 2).state is FrameState.SHOWN
    assert desk.level() == 21


def test_what_has_no_picture_is_empty(desk: Desk) -> None:
    desk.show(chain())
    assert desk.ask("number").state is FrameState.EMPTY
    assert desk.ask("nobody").state is FrameState.EMPTY


def test_what_has_no_picture_is_named_as_the_person_named_it(desk: Desk) -> None:
    scene = chain()
    kind = registry().specs[scene.graph.nodes["number"].type].title
    desk.show(scene)
    assert desk.ask("number").words.startswith(f"“{kind}” gives ")
    scene.apply(RenameNode(node="number", title="How many"))
    desk.show(scene)
    assert desk.ask("number").words.startswith("“How many” gives ")


def test_what_a_view_shows_stays_until_it_looks_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nodes.frame_serving.laid_nodes._MOST_LOOKS", 1)
    desk.show(chain())
    desk.run("whole")
    desk.store.flush()
    desk.evaluator.memory.clear()
    assert desk.ask("whole", 0).state is FrameState.SHOWN
    for number in range(3):  # thumbnails of other nodes
        desk.ask("ramp" if number % 2 else "bright", patient=True)
    with ResultStore(tmp_path / "store") as other:
        assert other.evict(0) == 0
        assert desk.ask("whole", 3).state is FrameState.SHOWN
        desk.server.leave("viewer")
        desk.ask("ramp", patient=True)
        assert other.evict(0) > 0


def test_a_failure_comes_as_words_and_the_next_frame_is_shown(desk: Desk) -> None:
    made = document(
        {"ramp": ("test.ramp", {"first": 3}), "bright": "test.brighten"}, ["ramp > bright.image"]
    )
    desk.show(made)
    answer = desk.ask("bright", 1)
    assert answer.state is FrameState.FAILED
    assert answer.words == "Unlucky."
    assert answer.node == "Brighten"
    assert desk.ask("bright", 2).state is FrameState.SHOWN


def test_painted_tiles_are_read_where_they_lie_and_let_go_of(desk: Desk, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, library()) as project:
        desk.scene = scene_of(project.snapshot(), LoomTiles(str(path)))
    desk.number += 1
    assert desk.ask("board", 5, size=(16, 16)).state is FrameState.SHOWN
    assert desk.level() == 200
    desk.show(chain())
    assert desk.ask("ramp").state is FrameState.SHOWN
    desk.scene = Scene(desk.document.graph, LoomTiles(str(tmp_path / "gone.loom")))
    desk.number += 1
    gone = desk.ask("ramp")
    assert gone.state is FrameState.FAILED
    assert "cannot be opened" in gone.words


def test_a_panel_is_shown_wherever_it_lies(desk: Desk, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, library()) as project:
        desk.scene = scene_of(project.snapshot(), LoomTiles(str(path)))
    desk.number += 1
    for panel, level, frame in (("a", 40, 0), ("b", 200, 4)):
        answer = desk.ask("board", size=(16, 16), panel=panel)
        assert (answer.state, answer.frame) == (FrameState.SHOWN, frame)
        assert desk.level() == level
    gone = desk.ask("board", size=(16, 16), panel="c")
    assert gone.state is FrameState.EMPTY
    assert "“c”" in gone.words


def test_the_panel_behind_which_a_move_holds_is_named(desk: Desk, tmp_path: Path) -> None:
    noise = np.random.default_rng(1)
    for name in ("a", "b", "c"):
        pixels = noise.integers(0, 255, (96, 128, 3), np.uint8)
        write_picture(tmp_path / f"{name}.png", Image(pixels))
    moving = JointMode.IN_BETWEEN
    panels = tuple(
        Panel(id=name, picture=str(tmp_path / f"{name}.png"), duration=6, joint=moving, move=4)
        for name in ("a", "b", "c")
    )
    board = {"panels": panels, "width": 128, "height": 96}
    kinds = {"board": ("story.storyboard", board), "move": "motion.in_between"}
    desk.show(document(kinds, ["board > move.storyboard"]))
    assert desk.ask("move", 0).doubtful == ()
    assert desk.ask("move", 3).doubtful == ("a",)
    assert desk.ask("move", 9).doubtful == ("a", "b")
    assert desk.ask("board", 0).doubtful == ()


def test_a_file_outside_the_folder_is_read_with_consent_only(desk: Desk, tmp_path: Path) -> None:
    made = document({"load": ("load.image", {"path": str(tmp_path / "outside.png")})})
    write_picture(tmp_path / "outside.png", Image(np.full((4, 4, 3), 77, np.uint8)))
    folder = tmp_path / "inside"
    folder.mkdir()
    snapshot = Snapshot(made.graph, registry(), folder=folder)
    desk.number, desk.scene = 1, scene_of(snapshot)
    assert desk.ask("load").state is FrameState.FAILED
    allowed = Consents(reads=(str(tmp_path / "outside.png"),))
    desk.number, desk.scene = 2, scene_of(snapshot, consents=allowed)
    assert desk.ask("load").state is FrameState.SHOWN
    assert desk.level() == 77


def test_a_live_frame_is_made_as_a_draft_and_one_at_hand_is_shown_in_full(desk: Desk) -> None:
    desk.show(document({"ramp": "test.ramp", "bright": "test.brighten"}, ["ramp > bright.image"]))
    draft = desk.ask("bright", 2, scale=0.5)
    assert (draft.scale, draft.shape) == (0.5, (4, 4, 3))
    assert draft.strip is not None
    assert draft.strip.format.width == 8
    full = desk.ask("bright", 2)
    assert (full.scale, full.shape) == (1.0, (8, 8, 3))
    assert desk.ask("bright", 2, scale=0.5).scale == 1.0
    assert CALLS == []


def test_what_has_run_in_full_only_is_no_draft(desk: Desk) -> None:
    desk.show(chain())
    desk.run("whole")
    answer = desk.ask("bright", 1, scale=0.5)
    assert (answer.state, answer.scale) == (FrameState.SHOWN, 1.0)


def test_a_frame_that_was_read_ahead_is_not_made_when_it_is_asked_for(desk: Desk) -> None:
    desk.show(document({"ramp": "test.ramp", "bright": "test.brighten"}, ["ramp > bright.image"]))
    ahead = ReadAhead("viewer", "bright", "", (3,), (64, 64))
    desk.server.read_ahead(ahead, (desk.number, desk.scene))
    assert "brighten 30" in CALLS
    assert desk.ask("bright", 3).state is FrameState.SHOWN
    assert desk.level() == 31
    assert CALLS == []
    desk.show(chain())
    desk.server.read_ahead(replace(ahead, path="whole"), (desk.number, desk.scene))
    assert "stream" not in CALLS


def test_work_that_nobody_wants_is_left(desk: Desk) -> None:
    desk.show(chain())
    desk.token.cancel()
    assert desk.ask("ramp").state is FrameState.OVERTAKEN


def test_a_picture_fits_its_size_and_is_never_enlarged() -> None:
    tall = Mask(np.zeros((40, 20), np.uint8))
    assert fitted_into(tall, (10, 10)).pixels.shape == (10, 5)
    assert fitted_into(tall, (400, 400)) is tall
    deep = Image(np.full((8, 8, 4), 65535, np.uint16))
    small = fitted_into(deep, (4, 4))
    assert small.pixels.shape == (4, 4, 4)
    assert small.pixels.dtype == np.uint8
    assert (small.pixels == 255).all()
