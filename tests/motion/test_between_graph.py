"""What the paper shows and keeps of a move is what the In-Between makes of it: along its paths, in
its time, after the layers that others hang on."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from nodes.between_graph import between_graph, in_betweens_of, layer_alone, way_of
from nodes.document import Document
from nodes.edits import Batch, SetParameter
from nodes.halved_moves import shared_out
from nodes.snapshot import Snapshot
from nodes.wired_motion import easing_of, timed_move, wired_paths
from pipelines.breakdowns import Moment, drawn_between, inserted, moving_layers
from pipelines.easing import PRESETS, Preset, eased_times
from pipelines.panels import Panel
from pipelines.values import JointMode
from tests.library.stage import REGISTRY, Stage, linked
from tests.library.test_layered_in_between import BLUE, RED, SIZE, flag
from tests.library.test_motion_path import ARC, at, frames

SLOW = PRESETS[Preset.EASE_IN]
MOVE: dict[str, Any] = {"joint": JointMode.IN_BETWEEN, "duration": 8, "move": 7}


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def wired_film(panels: tuple[Panel, ...], **timing: Any) -> Document:
    """A storyboard whose In-Between has a path and a curve on wires."""
    look = {"panels": panels, "width": SIZE[0], "height": SIZE[1]}
    return linked(
        {
            "board": ("story.storyboard", look),
            "arc": ("motion.path", {"layer": "low", "path": ARC}),
            "curve": ("motion.timing", {"easing": SLOW, **timing}),
            "between": ("motion.in_between", {}),
        },
        "board > arc.storyboard",
        "board > between.storyboard",
        "arc > between.paths",
        "curve > between.timings",
    )


def moving(stage: Stage) -> tuple[Panel, Panel]:
    return (
        Panel(id="a", layers=(flag(stage, "low", (20, 36)),), **MOVE),
        Panel(id="b", layers=(flag(stage, "low", (60, 36)),), duration=1),
    )


def test_the_graph_for_one_moment_draws_what_the_node_draws(stage: Stage) -> None:
    made = wired_film(moving(stage))
    shown = frames(stage, made)
    way = way_of(made.graph, in_betweens_of(made.graph, "board")[0], "a")
    panels = moving(stage)
    graph = between_graph(made.graph.nodes["board"], way, Moment(0, 4, 7), [panels])
    snapshot = Snapshot(graph, REGISTRY, tiles=stage.tiles, folder=stage.folder)
    results = stage.evaluator.run(snapshot, ("between0",), stage.events.append)
    assert not results.failures
    clip = next(value for ref, value in results.values.items() if ref.path == "between0")
    alone = stage.pictures(clip)[4].pixels.astype(np.float32)
    on_paper = 255 + (alone[..., :3] - 255) * (alone[..., 3:] / 255)
    assert np.abs(on_paper - shown[4]).max() <= 2


def test_a_layer_alone_still_follows_the_one_that_it_hangs_on(stage: Stage) -> None:
    def pose(x: float, turn: float) -> tuple[Any, ...]:
        tip = (x + 28 * sin(radians(turn)), 50 - 28 * cos(radians(turn)))
        pole = flag(stage, "pole", (x, 50), turn=turn, pivot=(x, 50.0))
        return pole, flag(
            stage, "top", tip, turn=turn, colour=BLUE, pivot=tip, parent="pole", opacity=0.5
        )

    first = Panel(id="a", layers=pose(40, -50), **MOVE)
    second = Panel(id="b", layers=pose(48, 50), duration=1)
    pair = next(one for one in moving_layers(first, second) if one[0].id == "top")
    alone = layer_alone(first, second, pair)
    full = [opaque(panel) for panel in (first, second)]
    both = frames(stage, wired_film((full[0], full[1])))
    only = frames(stage, wired_film(alone))
    assert at(only[4], BLUE) == pytest.approx(at(both[4], BLUE), abs=1)
    assert not (np.abs(only[4] - np.array(RED)).max(axis=2) < 60).any()


def opaque(panel: Panel) -> Panel:
    return replace(panel, layers=tuple(replace(one, opacity=1.0) for one in panel.layers))


@pytest.mark.parametrize("timing", [{}, {"move": "a"}])
def test_a_panel_put_into_a_move_leaves_every_frame_where_it_was(
    stage: Stage, timing: dict[str, Any]
) -> None:
    panels = moving(stage)
    made = wired_film(panels, **timing)
    shown = frames(stage, made)
    moment = Moment(0, 3, 7)
    progress = eased_times(SLOW, 7)[2]
    x, y = at(shown[3], RED)
    start = at(shown[0], RED)
    middle = flag(stage, "low", (20 + x - start[0], 36 + y - start[1])).tiles
    between = drawn_between(*panels, progress, "new", made={"low": middle})
    after = inserted(panels, moment, between, progress=progress)
    found = in_betweens_of(made.graph, "board")[0]
    edits = shared_out(made.graph, found, "a", "new", moment, SIZE[0] / SIZE[1])
    inverse = made.apply(
        Batch(edits=(SetParameter(node="board", name="panels", value=after), *edits))
    )
    again = frames(stage, made)
    assert len(again) == len(shown)
    for old, new in zip(shown, again, strict=True):
        assert at(new, RED) == pytest.approx(at(old, RED), abs=1)
    assert [one.layer for one in wired_paths(made.graph, "between").of("new")] == ["low"]
    made.apply(inverse)
    assert set(made.graph.nodes) == {"board", "arc", "curve", "between"}


def test_a_node_that_is_passed_by_and_one_that_is_not_wired_say_nothing(stage: Stage) -> None:
    made = wired_film(moving(stage))
    found = in_betweens_of(made.graph, "board")[0]
    assert easing_of(made.graph, found, "a") == SLOW
    assert easing_of(made.graph, None, "a") == PRESETS[Preset.LINEAR]
    assert wired_paths(made.graph, "curve").paths == ()


def test_the_move_of_a_path_is_timed_by_the_in_between_that_it_leads_to(stage: Stage) -> None:
    made = wired_film(moving(stage))
    move = timed_move(made.graph, "arc")
    assert move is not None
    assert (move.panel, move.start, move.times) == ("a", 1, eased_times(SLOW, 7))
    made.apply(SetParameter(node="arc", name="move", value="lost"))
    assert timed_move(made.graph, "arc") is None
