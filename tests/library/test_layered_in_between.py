"""Layers that move by themselves between drawn panels."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Any

import cv2
import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from nodes.document import Document
from pipelines.digest import digest_array
from pipelines.frames import PictureFrames, read
from pipelines.layered.gap import prepare_layers, render_layers
from pipelines.layered.plan import planned
from pipelines.layered.storing import gap_arrays, gap_from
from pipelines.painting.composite import composite
from pipelines.painting.tiles import cut
from pipelines.panels import BlendMode, Layer, LayerMotion, Panel
from pipelines.progress import LocalCancelToken
from pipelines.values import Clip, ClipFormat, Image, JointMode, Mask, MaskClip
from tests.library.stage import Stage, graph_of, linked

SIZE = (96, 64)
RED, BLUE, GREEN = (220, 40, 30), (30, 60, 220), (20, 160, 60)


def board(*panels: Panel, **parameters: Any) -> Document:
    size = {"width": SIZE[0], "height": SIZE[1]}
    return linked(
        {
            "board": ("story.storyboard", {"panels": panels, **size}),
            "between": ("motion.in_between", parameters),
        },
        "board > between.storyboard",
    )


def poses(first: Sequence[Layer], second: Sequence[Layer], **ends: Any) -> tuple[Panel, Panel]:
    """Two panels, three frames apart."""
    moves: dict[str, Any] = {"joint": JointMode.IN_BETWEEN, "duration": 4, "move": 3}
    return (
        Panel(id="a", layers=tuple(first), **moves, **ends),
        Panel(id="b", layers=tuple(second), duration=1),
    )


def flag(
    stage: Stage,
    name: str,
    at: tuple[float, float],
    *,
    turn: float = 0.0,
    colour: tuple[int, int, int] = RED,
    **attributes: Any,
) -> Layer:
    """A layer with a flag of 24 x 12 pixels and a pole, its foot at a point, turned about that."""
    x, y = at
    c, s = cos(radians(turn)), sin(radians(turn))
    shape = np.array([[-2, 0], [-2, -28], [20, -28], [14, -22], [20, -16], [2, -16], [2, 0]])
    points = shape @ np.array([[c, s], [-s, c]]) + np.array([x + 64, y + 64]) - 0.5
    pixels = np.zeros((SIZE[1] + 128, SIZE[0] + 128, 4), np.uint8)
    pixels[..., :3] = colour
    corners = np.rint(points * 16).astype(np.int32)
    alpha = np.zeros(pixels.shape[:2], np.uint8)
    cv2.fillPoly(alpha, [corners], 255, cv2.LINE_AA, 4)
    pixels[..., 3] = alpha
    pixels[alpha == 0] = 0
    return Layer(id=name, tiles=cut(Image(pixels), stage.tiles, at=(-64, -64)), **attributes)


def frames(stage: Stage, made: Document) -> list[NDArray[np.int16]]:
    pictures = stage.pictures(stage.value(made, "between"))
    return [picture.pixels.astype(np.int16) for picture in pictures]


def drawn(stage: Stage, *layers: Layer) -> NDArray[np.int16]:
    """These layers on one panel."""
    document = linked(
        {
            "board": (
                "story.storyboard",
                {"panels": (Panel(id="p", layers=layers),), "width": SIZE[0], "height": SIZE[1]},
            )
        }
    )
    return stage.value(document, "board").pictures.make(0, ()).pixels.astype(np.int16)


def apart(one: NDArray[np.int16], other: NDArray[np.int16]) -> float:
    return float(np.abs(one - other).mean())


def test_each_layer_moves_by_itself_and_the_keys_are_exact(stage: Stage) -> None:
    def pose(red: float, blue: float) -> list[Layer]:
        return [
            flag(stage, "red", (red, 40)),
            flag(stage, "blue", (blue, 60), colour=BLUE),
            flag(stage, "still", (70, 30), colour=GREEN),
        ]

    made = frames(stage, board(*poses(pose(12, 60), pose(52, 20))))
    assert np.array_equal(made[0], drawn(stage, *pose(12, 60)))
    assert np.array_equal(made[4], drawn(stage, *pose(52, 20)))
    for at, (red, blue) in enumerate(((22, 50), (32, 40), (42, 30)), 1):
        assert apart(made[at], drawn(stage, *pose(red, blue))) < 0.5


def test_a_layer_turns_about_its_pivot(stage: Stage) -> None:
    def pose(turn: float) -> list[Layer]:
        return [flag(stage, "arm", (48, 40), turn=turn, pivot=(48.0, 40.0))]

    made = frames(stage, board(*poses(pose(-60), pose(60))))
    assert apart(made[2], drawn(stage, *pose(0))) < 1.5


def test_a_layer_stays_on_the_one_that_it_hangs_on(stage: Stage) -> None:
    def pose(x: float, turn: float) -> list[Layer]:
        tip = (x + 28 * sin(radians(turn)), 50 - 28 * cos(radians(turn)))
        return [
            flag(stage, "pole", (x, 50), turn=turn, pivot=(x, 50.0)),
            flag(stage, "top", tip, turn=turn, colour=BLUE, pivot=tip, parent="pole"),
        ]

    made = frames(stage, board(*poses(pose(40, -50), pose(48, 50))))
    assert apart(made[2], drawn(stage, *pose(44, 0))) < 1.5


def test_a_motion_that_a_hand_has_set_is_kept_to(stage: Stage) -> None:
    first = flag(stage, "flag", (48, 40))
    whole = LayerMotion(layer="flag", onto="b", pivot=(48, 40), move=(0, 2), turn=360)
    made = frames(stage, board(*poses([first], [flag(stage, "flag", (48, 42))], motions=(whole,))))
    assert apart(made[2], drawn(stage, flag(stage, "flag", (48, 41), turn=180))) < 1.5


def test_where_a_hand_has_laid_the_next_key_wins_over_what_is_found(stage: Stage) -> None:
    first = flag(stage, "disc", (48, 40))
    second = replace(
        flag(stage, "disc", (48, 40), turn=180), pose=(-1.0, 0.0, 0.0, -1.0, 96.0, 80.0)
    )
    first = replace(first, pivot=(48.0, 40.0))
    half = frames(stage, board(*poses([first], [second])))[2]
    turned = [drawn(stage, flag(stage, "disc", (48, 40), turn=turn)) for turn in (90, -90)]
    assert min(apart(half, one) for one in turned) < 1.5


def test_a_layer_of_one_key_comes_or_goes_in_the_middle(stage: Stage) -> None:
    flying = flag(stage, "flag", (40, 40))
    made = frames(stage, board(*poses([flying], [flying, flag(stage, "sign", (70, 60))])))
    assert np.array_equal(made[1], made[0]) and np.array_equal(made[2], made[4])


def test_blends_and_opacities_are_those_of_the_paper(stage: Stage) -> None:
    def pose(x: float, opacity: float) -> list[Layer]:
        return [
            flag(stage, "under", (48, 40), colour=GREEN),
            flag(stage, "over", (x, 44), blend=BlendMode.MULTIPLY, opacity=opacity),
        ]

    made = frames(stage, board(*poses(pose(40, 1.0), pose(56, 0.5))))
    assert apart(made[2], drawn(stage, *pose(48, 0.75))) < 0.5


def test_nothing_is_there_twice_where_two_drawings_are_unlike(stage: Stage) -> None:
    first, second = flag(stage, "flag", (20, 60)), flag(stage, "flag", (80, 60))
    dots = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    for at in range(9):
        cv2.circle(dots, (10 + 9 * at, 8 + (at * 37) % 48), 2, (0, 0, 0, 255), -1)
    unlike = replace(second, tiles=cut(Image(dots), stage.tiles))
    made = frames(stage, board(*poses([first], [unlike])))
    assert np.array_equal(made[1], made[0]) and np.array_equal(made[3], made[4])
    (warning,) = stage.warnings()
    assert "panels 1 and 2 (a, b)" in warning and "too unlike" in warning


def test_forwards_and_backwards_the_frames_are_the_same(stage: Stage) -> None:
    one = [flag(stage, "flag", (20, 50), turn=-20)]
    other = [flag(stage, "flag", (60, 56), turn=30)]
    there, back = (frames(stage, board(*poses(*way))) for way in ((one, other), (other, one)))
    for at in range(5):
        assert apart(there[at], back[4 - at]) < 0.4


def test_what_does_not_move_is_not_touched(stage: Stage) -> None:
    still = [flag(stage, "flag", (20, 50)), flag(stage, "sign", (60, 56), opacity=0.4)]
    made = frames(stage, board(*poses(still, still)))
    assert all(np.array_equal(one, made[0]) for one in made)


def test_a_gap_from_the_store_makes_the_same_frames(stage: Stage) -> None:
    first = [flag(stage, "flag", (20, 50)), flag(stage, "sign", (60, 56))]
    second = [flag(stage, "flag", (50, 44), turn=40), flag(stage, "sign", (60, 56))]
    sheets = stage.value(board(*poses(first, second)), "board").sheets
    found = planned(sheets, 0)
    pieces = [read(ref.source, ref.at) for ref in found.pictures]
    paper = Image(np.full((SIZE[1], SIZE[0], 3), 255, np.uint8))
    gap = prepare_layers(found.plan, (paper, paper), pieces)
    again = gap_from(*gap_arrays(gap))
    for t in (0.25, 0.5, 1.2):
        one, other = (render_layers(kept, paper, paper, t) for kept in (gap, again))
        assert np.array_equal(one.pixels, other.pixels)


def test_the_search_can_be_stopped(stage: Stage) -> None:
    token = LocalCancelToken()
    token.cancel()
    made = board(*poses([flag(stage, "f", (20, 50))], [flag(stage, "f", (50, 50))]))
    results = stage.run(made, "between", cancel=token)
    assert results.outcome.name == "CANCELLED"


@pytest.mark.parametrize("scale", [0.5])
def test_a_draft_goes_the_same_way(stage: Stage, scale: float) -> None:
    motion = LayerMotion(layer="f", onto="b", pivot=(48, 40), turn=180)
    ends = poses([flag(stage, "f", (48, 40))], [flag(stage, "f", (48, 40), turn=180)])
    made = board(replace(ends[0], motions=(motion,)), ends[1])
    clip = stage.value(made, "between", scale=scale)
    half = stage.pictures(clip)[2].pixels
    truth = drawn(stage, flag(stage, "f", (48, 40), turn=90)).astype(np.uint8)
    small = cv2.resize(truth, (48, 32), interpolation=cv2.INTER_AREA)
    assert apart(half.astype(np.int16), small.astype(np.int16)) < 1.5


def test_masks_cut_things_out_of_a_drawing_on_one_layer(stage: Stage) -> None:
    def pose(red: float, blue: float) -> list[Layer]:
        both = drawn_flat(stage, flag(stage, "r", (red, 40)), flag(stage, "b", (blue, 60)))
        return [Layer(id="all", tiles=cut(both, stage.tiles))]

    def masks(*xs: float) -> MaskClip:
        found = [
            Mask(
                255
                - drawn(stage, flag(stage, "m", (x, 40), colour=(0, 0, 0)))[..., 0].astype(np.uint8)
            )
            for x in xs
        ]
        keys = [digest_array(mask.pixels) for mask in found]
        return MaskClip(ClipFormat(*SIZE, channels=1), PictureFrames(found, keys))

    panels = poses(pose(12, 70), pose(52, 70))
    document = board(*panels)
    board_value = stage.value(document, "board")

    def cut_out(*xs: float) -> Clip:
        inputs = {"storyboard": board_value, "masks": masks(*xs)}
        return stage.value(graph_of("motion.in_between", inputs, {}), "it")

    clip = cut_out(12, 52)
    middle = stage.pictures(clip)[2].pixels.astype(np.int16)
    truth = drawn(stage, flag(stage, "r", (32, 40)), flag(stage, "b", (70, 60)))
    assert apart(middle, truth) < 0.6
    cut_out(12, 52, 60)
    assert any("3 frames" in one and "held" in one for one in stage.warnings())


def drawn_flat(stage: Stage, *layers: Layer) -> Image:
    """These layers as one picture with nothing below."""
    return composite(layers, SIZE, stage.tiles)
