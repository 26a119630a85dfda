"""A mask as the tokens of a model."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.values import ClipFormat, Mask, MaskClip
from tests.library.stage import Stage


def dots(*places: tuple[int, int] | None) -> MaskClip:
    """One white pixel on each frame, or none, 20 x 12."""
    masks: list[Mask] = []
    for place in places:
        pixels = np.zeros((12, 20), np.uint8)
        if place is not None:
            pixels[place[1], place[0]] = 255
        masks.append(Mask(pixels))
    keys = [digest_array(mask.pixels) for mask in masks]
    return MaskClip(ClipFormat(20, 12, channels=1), PictureFrames(masks, keys))


def cells(mask: Mask) -> list[tuple[int, int]]:
    """The cells of 8 pixels that are white, (column, row), each wholly."""
    rows, columns = np.nonzero(mask.pixels[::8, ::8])
    found = [(int(x), int(y)) for y, x in zip(rows, columns, strict=True)]
    for x, y in found:
        assert (mask.pixels[8 * y : 8 * y + 8, 8 * x : 8 * x + 8] == 255).all()
    return found


def test_a_touched_cell_is_white_on_all_frames_of_its_group(stage: Stage) -> None:
    clip = dots((0, 0), (9, 1), None, None, None, (19, 11), None)
    masks = stage.pictures(stage.call("mask.latent_grid", clip, cell=8, frames=4))
    assert [cells(mask) for mask in masks] == [[(0, 0)], *[[(1, 0)]] * 4, *[[(2, 1)]] * 2]


@pytest.mark.parametrize(("threshold", "white"), [(0.0, 1), (1 / 65, 1), (1 / 63, 0)])
def test_a_cell_can_want_more_than_a_touch(stage: Stage, threshold: float, white: int) -> None:
    made = stage.call("mask.latent_grid", dots((3, 3)), cell=8, threshold=threshold)
    assert len(cells(stage.pictures(made)[0])) == white


def test_an_empty_mask_touches_nothing(stage: Stage) -> None:
    empty = stage.pictures(stage.call("mask.latent_grid", dots(None), cell=8))
    assert not empty[0].pixels.any()
