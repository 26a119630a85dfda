"""Motion Path and Timing Curve: layers that travel as a hand has drawn, in the time it has set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from nodes import moves
from nodes.document import Document
from pipelines.easing import PRESETS, Preset
from pipelines.layered.choosing import gap_of_panels
from pipelines.layered.gap import LayeredGap
from pipelines.motion_paths import MotionPath, PathPoint
from pipelines.panels import LayerMotion, Panel
from tests.library.stage import Stage, linked
from tests.library.test_layered_in_between import (
    BLUE,
    RED,
    SIZE,
    drawn,
    flag,
    frames,
    poses,
)

ARC = MotionPath((PathPoint(0.2, 0.5, after=(0.1, 0.4)), PathPoint(0.8, 0.5, before=(-0.1, 0.4))))
"""Down by 0.3 of the height half way."""


def at(shown: NDArray[np.int16], colour: tuple[int, int, int]) -> tuple[float, float]:
    """The middle (x, y) of what has a colour."""
    rows, columns = np.nonzero(np.abs(shown - np.array(colour)).max(axis=2) < 60)
    return float(columns.mean()), float(rows.mean())


def film(panels: tuple[Panel, ...], *arcs: dict[str, Any], **between: Any) -> Document:
    """A storyboard whose moves follow a chain of paths."""
    size = {"width": SIZE[0], "height": SIZE[1]}
    nodes: dict[str, tuple[str, dict[str, Any]]] = {
        "board": ("story.storyboard", {"panels": panels, **size}),
        "between": ("motion.in_between", between),
    }
    links = ["board > between.storyboard"]
    for number, arc in enumerate(arcs):
        nodes[f"arc{number}"] = ("motion.path", arc)
        links.append(f"board > arc{number}.storyboard")
        onward = f"arc{number + 1}.paths" if number < len(arcs) - 1 else "between.paths"
        links.append(f"arc{number} > {onward}")
    return linked(nodes, *links)


def test_a_layer_travels_along_its_path_and_others_go_straight(stage: Stage) -> None:
    first = (flag(stage, "low", (20, 36)), flag(stage, "high", (62, 32), colour=BLUE))
    second = (flag(stage, "low", (48, 36)), flag(stage, "high", (74, 32), colour=BLUE))
    shown = frames(stage, film(poses(first, second), {"layer": "low", "path": ARC}))
    straight = frames(stage, film(poses(first, second)))
    assert at(shown[2], RED)[1] - at(straight[2], RED)[1] == pytest.approx(0.3 * 64, abs=1)
    assert at(shown[2], RED)[0] == pytest.approx(at(straight[2], RED)[0], abs=1)
    assert at(shown[2], BLUE) == pytest.approx(at(straight[2], BLUE), abs=0.5)


def test_drawings_stay_as_they_are_drawn_wherever_the_path_ends(stage: Stage) -> None:
    first, second = flag(stage, "low", (20, 40)), flag(stage, "low", (60, 44), turn=20)
    shown = frames(stage, film(poses((first,), (second,)), {"layer": "low", "path": ARC}))
    assert (shown[0] == drawn(stage, first)).all()
    assert (shown[4] == drawn(stage, second)).all()


def test_a_path_of_the_whole_drawing_leads_each_layer_once(stage: Stage) -> None:
    first = (
        flag(stage, "arm", (30, 36), parent="body"),
        flag(stage, "body", (20, 36), colour=BLUE),
    )
    second = (
        flag(stage, "arm", (70, 36), parent="body"),
        flag(stage, "body", (60, 36), colour=BLUE),
    )
    shown = frames(stage, film(poses(first, second), {"path": ARC}))
    straight = frames(stage, film(poses(first, second)))
    for colour in (RED, BLUE):
        assert at(shown[2], colour)[1] - at(straight[2], colour)[1] == pytest.approx(19.2, abs=1.5)


def test_a_motion_set_by_hand_turns_while_it_follows_the_path(stage: Stage) -> None:
    first, second = flag(stage, "low", (20, 36)), flag(stage, "low", (60, 36), turn=90)
    motion = LayerMotion(layer="low", onto="b", pivot=(20.0, 36.0), move=(40.0, 0.0), turn=90.0)
    panels = poses((first,), (second,), motions=(motion,))
    shown = frames(stage, film(panels, {"layer": "low", "path": ARC}))
    straight = frames(stage, film(panels))
    assert at(shown[2], RED)[1] - at(straight[2], RED)[1] == pytest.approx(19.2, abs=1)


def test_paths_of_several_layers_flow_into_each_other(stage: Stage) -> None:
    first = (flag(stage, "low", (20, 36)), flag(stage, "high", (60, 32), colour=BLUE))
    second = (flag(stage, "low", (60, 36)), flag(stage, "high", (20, 32), colour=BLUE))
    both = film(poses(first, second), {"layer": "low", "path": ARC}, {"layer": "high", "path": ARC})
    shown, straight = frames(stage, both), frames(stage, film(poses(first, second)))
    for colour in (RED, BLUE):
        assert at(shown[2], colour)[1] - at(straight[2], colour)[1] == pytest.approx(19.2, abs=1)


def test_a_path_finds_nothing_out_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[LayeredGap] = []

    def counted(*given: Any) -> LayeredGap:
        found.append(gap_of_panels(*given))
        return found[-1]

    monkeypatch.setattr(moves, "gap_of_panels", counted)
    panels = poses((flag(stage, "low", (20, 36)),), (flag(stage, "low", (60, 36)),))
    frames(stage, film(panels))
    frames(stage, film(panels, {"path": ARC}))
    assert len(found) == 1
    assert stage.made("between") == 3


def test_a_path_whose_move_is_gone_says_so(stage: Stage) -> None:
    first, second = flag(stage, "low", (20, 36)), flag(stage, "low", (60, 36))
    frames(stage, film(poses((first,), (second,)), {"move": "lost", "path": ARC}))
    assert any("The move of this path is gone" in words for words in stage.warnings())


def timed(panels: tuple[Panel, ...], *curves: dict[str, Any], **between: Any) -> Document:
    """A storyboard whose moves are timed by a chain of curves."""
    size = {"width": SIZE[0], "height": SIZE[1]}
    nodes: dict[str, tuple[str, dict[str, Any]]] = {
        "board": ("story.storyboard", {"panels": panels, **size}),
        "between": ("motion.in_between", between),
    }
    links = ["board > between.storyboard"]
    for number, curve in enumerate(curves):
        nodes[f"curve{number}"] = ("motion.timing", curve)
        onward = f"curve{number + 1}.timings" if number < len(curves) - 1 else "between.timings"
        links.append(f"curve{number} > {onward}")
    return linked(nodes, *links)


def across(stage: Stage, made: Document) -> list[float]:
    return [at(shown, RED)[0] for shown in frames(stage, made)]


def moving(stage: Stage) -> tuple[Panel, ...]:
    first, second = flag(stage, "low", (20, 36)), flag(stage, "low", (60, 36))
    return poses((first,), (second,))


def test_a_wired_curve_is_the_curve_that_is_set_on_in_between(stage: Stage) -> None:
    slow = PRESETS[Preset.EASE_IN]
    panels = moving(stage)
    wired = across(stage, timed(panels, {"easing": slow}))
    assert wired == across(stage, timed(panels, easing=slow))
    assert wired == across(stage, timed(panels, {"easing": slow, "move": "a"}))
    assert wired != across(stage, timed(panels))


def test_a_curve_of_one_move_goes_before_that_of_all(stage: Stage) -> None:
    slow, fast = PRESETS[Preset.EASE_IN], PRESETS[Preset.EASE_OUT]
    panels = moving(stage)
    own = {"easing": slow, "move": "a"}
    wired = across(stage, timed(panels, own, {"easing": fast}, gap_easing=(("a", fast),)))
    assert wired == across(stage, timed(panels, easing=slow))
    lost = across(stage, timed(panels, {"easing": slow, "move": "other"}, easing=fast))
    assert lost == across(stage, timed(panels, easing=fast))


def test_an_overshoot_follows_the_path_beyond_its_end(stage: Stage) -> None:
    easing = {"easing": PRESETS[Preset.OVERSHOOT]}
    line = MotionPath((PathPoint(0.2, 0.5), PathPoint(0.6, 0.5)))
    panels = moving(stage)
    swung = [at(one, RED)[0] for one in frames(stage, film(panels, {"path": line}, **easing))]
    assert max(swung) > swung[-1] + 0.5
