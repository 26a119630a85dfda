"""The frames between drawn panels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.library.motion.in_between import Method, in_between
from pipelines.easing import Bezier, Easing, Points
from pipelines.panels import Panel
from pipelines.rates import FrameRate
from pipelines.values import JointMode, Shot
from tests.library.stage import Stage, linked

MOVE: dict[str, Any] = {"joint": JointMode.IN_BETWEEN, "duration": 4, "move": 3}


def board(panels: Sequence[Panel], **parameters: Any) -> Document:
    size = {"width": 64, "height": 48, "fps": FrameRate.FPS_12}
    return linked(
        {
            "board": ("story.storyboard", {"panels": tuple(panels), **size}),
            "between": ("motion.in_between", parameters),
        },
        "board > between.storyboard",
    )


def walk(stage: Stage, *places: int, **joint: Any) -> list[Panel]:
    """Panels of a square at these places, each moving to the next."""
    return [stage.panel(f"p{at}", x, **{**MOVE, **joint}) for at, x in enumerate(places)]


def left_sides(stage: Stage, document: Document) -> list[float]:
    """Where the dark square of each frame begins, by its weight."""
    clip = stage.value(document, "between")
    sides: list[float] = []
    for picture in stage.pictures(clip):
        dark = (255 - picture.pixels[..., 0].astype(float)).sum(axis=0)
        sides.append(float(dark @ np.arange(len(dark)) / dark.sum()) - 7.5)
    return sides


def test_drawings_are_exact_and_the_move_lies_between(stage: Stage) -> None:
    made = board(walk(stage, 8, 16))
    sides = left_sides(stage, made)
    assert sides[0] == 8 and sides[4:] == [16] * 4
    assert sides[1:4] == pytest.approx([10, 12, 14], abs=0.7)
    clip = stage.value(made, "between")
    assert clip.format.fps == 12
    assert clip.shots == (Shot("p0", "Shot 1", 0, 8),)


@pytest.mark.parametrize(
    ("joint", "sides"),
    [(JointMode.CUT, [8, 8, 8, 8]), (JointMode.HOLD, [8, 8, 8, 8]), (JointMode.FADE, None)],
)
def test_each_joint_becomes_the_next_panel_in_its_way(
    stage: Stage, joint: JointMode, sides: list[float] | None
) -> None:
    made = board(walk(stage, 8, 40, joint=joint))
    if sides is not None:
        assert left_sides(stage, made)[:4] == sides
        return
    picture = stage.pictures(stage.value(made, "between"))[2]
    assert picture.pixels[20, 10, 0] == picture.pixels[20, 44, 0] == 128


def test_hold_switches_in_the_middle(stage: Stage) -> None:
    assert left_sides(stage, board(walk(stage, 8, 16), method=Method.HOLD))[:4] == [8, 8, 16, 16]


def test_a_fade_mixes_the_drawings(stage: Stage) -> None:
    made = board(walk(stage, 8, 40), method=Method.FADE)
    levels = [picture.pixels[20, 10, 0] for picture in stage.pictures(stage.value(made, "between"))]
    assert levels[:5] == [0, 64, 128, 191, 255]


def test_a_curve_sets_the_pace_and_a_single_move_may_have_its_own(stage: Stage) -> None:
    late = Easing(Points(((0.99, 0.0),)))
    panels = walk(stage, 8, 40, 8)
    made = board(panels, method=Method.HOLD, gap_easing=(("p1", late),))
    assert left_sides(stage, made)[:8] == [8, 8, 40, 40, 40, 40, 40, 40]


def test_where_a_curve_swings_past_its_ends_layers_do_and_whole_pictures_stay(
    stage: Stage,
) -> None:
    swing = Easing(Bezier(0.4, -2.0, 0.6, 3.0))
    panels = walk(stage, 20, 28)
    sides = left_sides(stage, board(panels, easing=swing))
    assert sides[1] < 18 and sides[3] > 30 and (sides[0], sides[4]) == (20, 28)
    sides = left_sides(stage, board(panels, easing=swing, method=Method.WHOLE))
    assert sides[1] == 20 and sides[3] == 28


def test_a_changed_panel_remakes_only_the_moves_at_its_sides(stage: Stage) -> None:
    made = board(walk(stage, 8, 12, 16, 20, 24))
    stage.run(made, "between")
    assert stage.made("between") == 4 * 3
    changed = walk(stage, 8, 13, 16, 20, 24)
    made.apply(SetParameter(node="board", name="panels", value=tuple(changed)))
    stage.run(made, "between")
    assert stage.made("between") == 2 * 3
    assert stage.made("board") == 2  # the panel, and its layer alone


@pytest.mark.parametrize("method", [Method.LAYERED, Method.WHOLE])
def test_a_change_of_easing_prepares_no_gap_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, method: Method
) -> None:
    from pipelines import flow
    from pipelines.layered import gap

    made = board(walk(stage, 8, 12), method=method)
    stage.run(made, "between")

    def fail(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("motion was sought again")

    monkeypatch.setattr(flow, "estimate", fail)
    monkeypatch.setattr(gap, "align", fail)
    ease = Easing(Bezier(0.42, 0.0, 0.58, 1.0))
    made.apply(SetParameter(node="between", name="easing", value=ease))
    assert not stage.run(made, "between").failures
    assert stage.made("between") == 2


def test_a_move_between_unlike_pictures_holds_and_says_so(stage: Stage) -> None:
    made = board(walk(stage, 4, 4, 44), min_confidence=1.0, method=Method.WHOLE)
    sides = left_sides(stage, made)
    assert sides[4:8] == [4, 4, 44, 44]
    (warning,) = stage.warnings()
    assert "panels 2 and 3 (p1, p2)" in warning and "holds" in warning


def test_a_draft_moves_at_half_the_size(stage: Stage) -> None:
    clip = stage.value(board(walk(stage, 8, 16)), "between", scale=0.5)
    assert (clip.format.width, clip.format.height) == (32, 24)
    assert len(clip) == 8


@pytest.mark.parametrize(("before", "now"), [("flow", "whole"), ("cross-fade", "fade")])
def test_the_methods_of_older_projects_are_still_known(before: str, now: str) -> None:
    spec = in_between.spec  # type: ignore[attr-defined] - set by @node
    assert spec.migrate(1, {"method": before}) == {"method": now}
    assert spec.migrate(1, {"easing": 3}) == {"easing": 3}
