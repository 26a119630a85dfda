"""Masks painted by hand over a clip."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import PaintMask
from nodes.evaluator import Results
from nodes.flat_node import FlatRef
from pipelines.masking.objects import Between, MaskKey, MaskObject, with_keys
from pipelines.panels import Tile
from pipelines.values import MaskClip
from tests.library.stage import Stage, clip_of, graph_of
from tests.masking.shapes import SIZE, box, disc, painted

LENGTH = 13


def painter(*objects: MaskObject, length: int = LENGTH, **parameters: Any) -> Document:
    """Objects painted over a clip of SIZE."""
    clip = clip_of(range(length), size=SIZE)
    return graph_of("mask.paint", [clip], {"objects": objects, "size": SIZE, **parameters})


def given(stage: Stage, made: Document, output: str = "mask", **options: Any) -> MaskClip:
    results: Results = stage.run(made, "it", **options)
    assert not results.failures, results.failures
    return results.values[FlatRef("it", output)]


def keys(clip: MaskClip) -> list[str]:
    return [clip.frames.key(index) for index in range(len(clip))]


def at_x(stage: Stage, clip: MaskClip, x: int, y: int = 32) -> list[int]:
    return [int(mask.pixels[y, x]) for mask in stage.pictures(clip)]


def test_nothing_painted_is_an_empty_mask(stage: Stage) -> None:
    clip = given(stage, painter(size=(0, 0)))
    assert len(clip) == LENGTH and clip.format.channels == 1
    assert (clip.format.width, clip.format.height) == SIZE
    assert not any(mask.pixels.any() for mask in stage.pictures(clip))


def test_a_key_comes_out_as_it_was_painted_and_holds_outward(stage: Stage) -> None:
    soft = disc(40, 30, 12, soft=8)
    clip = given(stage, painter(painted(stage.tiles, {4: soft})))
    assert all(np.array_equal(mask.pixels, soft) for mask in stage.pictures(clip))
    assert len(set(keys(clip))) == 1


def test_before_the_first_key_and_behind_the_last_there_may_be_nothing(stage: Stage) -> None:
    ball = painted(stage.tiles, {4: box(0, 0, 96, 64), 8: box(0, 0, 96, 64)})
    shown = at_x(stage, given(stage, painter(ball)), 5)
    assert shown == [255] * LENGTH
    shy = painted(
        stage.tiles,
        {4: box(0, 0, 96, 64), 8: box(0, 0, 96, 64)},
        leads=False,
        trails=False,
    )
    assert at_x(stage, given(stage, painter(shy)), 5) == [0] * 4 + [255] * 5 + [0] * 4


def test_between_keys_the_outline_moves(stage: Stage) -> None:
    ball = painted(stage.tiles, {0: disc(20, 32, 8), 12: disc(68, 32, 8)})
    masks = stage.pictures(given(stage, painter(ball)))
    for frame, mask in enumerate(masks):
        rows, columns = np.nonzero(mask.pixels > 127)
        assert columns.mean() + 0.5 == pytest.approx(20 + 4 * frame, abs=0.6)
        assert rows.mean() + 0.5 == pytest.approx(32, abs=0.6)


def test_keys_may_hold_as_a_whole_or_in_one_gap(stage: Stage) -> None:
    shown = {0: box(10, 20, 20, 40), 6: box(40, 20, 50, 40), 12: box(70, 20, 80, 40)}
    held = painted(stage.tiles, shown, between=Between.HOLD)
    assert at_x(stage, given(stage, painter(held)), 15) == [255] * 6 + [0] * 7
    ball = painted(stage.tiles, shown)
    first = MaskKey(frame=0, tiles=ball.keys[0].tiles, after=Between.HOLD)
    clip = given(stage, painter(with_keys(ball, [first])))
    assert at_x(stage, clip, 15) == [255] * 6 + [0] * 7
    assert at_x(stage, clip, 60)[9] == 255


def test_a_stroke_makes_again_only_the_frames_up_to_the_neighbouring_keys(stage: Stage) -> None:
    shown = {frame: disc(20 + 4 * frame, 32, 8) for frame in (0, 4, 8, 12)}
    made = painter(painted(stage.tiles, shown))
    before = keys(given(stage, made))
    assert stage.made("it") >= LENGTH
    (tile,) = painted(stage.tiles, {8: disc(52, 40, 10)}).keys[0].tiles
    made.apply(PaintMask(node="it", object="ball", frame=8, tiles=((tile.x, tile.y, tile.digest),)))
    after = keys(given(stage, made))
    changed = [frame for frame in range(LENGTH) if before[frame] != after[frame]]
    assert changed == [5, 6, 7, 8, 9, 10, 11]


def test_a_stroke_between_keys_leaves_what_lies_beyond_them(stage: Stage) -> None:
    made = painter(painted(stage.tiles, {0: disc(20, 32, 8), 6: disc(40, 32, 8)}))
    before = keys(given(stage, made))
    (tile,) = painted(stage.tiles, {3: disc(30, 20, 8)}).keys[0].tiles
    made.apply(PaintMask(node="it", object="ball", frame=3, tiles=((tile.x, tile.y, tile.digest),)))
    after = keys(given(stage, made))
    assert [f for f in range(LENGTH) if before[f] != after[f]] == [1, 2, 3, 4, 5]


def test_another_picture_below_makes_no_mask_again(stage: Stage) -> None:
    ball = painted(stage.tiles, {0: disc(20, 32, 8), 12: disc(68, 32, 8)})
    before = keys(given(stage, painter(ball)))
    other = clip_of([9] * LENGTH, size=SIZE)
    made = graph_of("mask.paint", [other], {"objects": (ball,), "size": SIZE})
    assert keys(given(stage, made)) == before
    assert stage.made("it") == 0


def test_objects_are_joined_and_come_apart_at_outputs_of_their_own(stage: Stage) -> None:
    girl = painted(stage.tiles, {0: box(0, 0, 10, 64)}, name="girl", output=2)
    ball = painted(stage.tiles, {0: box(20, 0, 30, 64)}, name="ball", joined=False, output=1)
    hat = painted(stage.tiles, {0: box(40, 0, 50, 64)}, name="hat")
    made = painter(girl, ball, hat)
    shown = {
        output: [
            int(stage.pictures(given(stage, made, output))[0].pixels[5, x]) for x in (5, 25, 45)
        ]
        for output in ("mask", "output_1", "output_2", "output_3")
    }
    assert shown == {
        "mask": [255, 0, 255],
        "output_1": [0, 255, 0],
        "output_2": [255, 0, 0],
        "output_3": [0, 0, 0],
    }


@pytest.mark.parametrize(
    "attributes", [{"name": "x", "visible": False}, {"name": "x", "protected": True}]
)
def test_how_an_object_is_shown_does_not_change_its_frames(
    stage: Stage, attributes: dict[str, Any]
) -> None:
    shown = {0: disc(20, 32, 8)}
    before = keys(given(stage, painter(painted(stage.tiles, shown, name="x"))))
    assert keys(given(stage, painter(painted(stage.tiles, shown, **attributes)))) == before


def test_what_is_painted_up_to_a_protected_object_joins_it_without_a_seam(stage: Stage) -> None:
    edge = disc(40, 32, 14, soft=8)
    ball = painted(stage.tiles, {0: edge}, name="ball", protected=True)
    rest = painted(stage.tiles, {0: 255 - edge}, name="rest")
    clip = given(stage, painter(ball, rest))
    assert (stage.pictures(clip)[0].pixels == 255).all()
    open_ball = painted(stage.tiles, {0: edge}, name="ball")
    seamed = given(stage, painter(open_ball, rest))
    assert stage.pictures(seamed)[0].pixels.min() < 200
    assert set(keys(clip)).isdisjoint(keys(seamed))


def test_a_draft_has_small_masks(stage: Stage) -> None:
    made = painter(painted(stage.tiles, {0: box(40, 20, 60, 40)}))
    clip = given(stage, made, scale=0.25)
    assert (clip.format.width, clip.format.height) == (24, 16)
    mask = stage.pictures(clip)[0].pixels
    assert mask[7, 12] == 255 and mask[7, 8] == 0 and mask.shape == (16, 24)


def test_a_clip_that_changed_its_size_gets_the_masks_fitted(stage: Stage) -> None:
    ball = painted(stage.tiles, {0: box(24, 16, 48, 32)})
    larger = clip_of([0], size=(192, 128))
    made = graph_of("mask.paint", [larger], {"objects": (ball,), "size": SIZE})
    mask = stage.pictures(given(stage, made))[0].pixels
    assert mask.shape == (128, 192) and mask[40, 60] == 255 and mask[20, 60] == 0
    assert not stage.warnings()
    square = clip_of([0], size=(64, 64))
    made = graph_of("mask.paint", [square], {"objects": (ball,), "size": SIZE})
    given(stage, made)
    assert "96x64" in stage.warnings()[0] and "stretched" in stage.warnings()[0]


def test_keys_without_the_size_that_they_were_painted_on_are_refused(stage: Stage) -> None:
    made = painter(painted(stage.tiles, {0: box(0, 0, 9, 9)}), size=(0, 0))
    failure = stage.run(made, "it").failures["it"]
    assert "how large the picture was" in str(failure) and "Set size" in failure.mend


def test_a_lost_tile_names_the_node_and_the_frame(stage: Stage) -> None:
    lost = MaskObject(id="ball", keys=(MaskKey(frame=0, tiles=(Tile(0, 0, "0" * 40),)),))
    failure = stage.run(painter(lost), "it").failures["it"]
    assert "“it” at frame 0" in str(failure) and "backup" in failure.mend


def test_keys_behind_the_end_of_the_clip_are_kept_and_still_lead_there(stage: Stage) -> None:
    ball = painted(stage.tiles, {0: disc(20, 32, 8), 24: disc(68, 32, 8)})
    mask = stage.pictures(given(stage, painter(ball)))[12]
    assert mask.pixels[32, 44] == 255 and mask.pixels[32, 25] == 0


def test_keys_in_any_order_are_the_same_masks(stage: Stage) -> None:
    ball = painted(stage.tiles, {0: disc(20, 32, 8), 6: disc(44, 32, 8), 12: disc(68, 32, 8)})
    before = keys(given(stage, painter(ball)))
    turned = MaskObject(id="ball", keys=ball.keys[::-1])
    assert keys(given(stage, painter(turned))) == before
