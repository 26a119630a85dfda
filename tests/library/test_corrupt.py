"""The forward process of the refiner as nodes."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.refiner.corruption import Noise
from pipelines.values import Clip, ClipFormat, Image
from tests.library.stage import Stage, clip_of


def passing(count: int) -> Clip:
    """A dark square that goes two pixels to the right a frame."""
    pictures: list[Image] = []
    for at in range(count):
        pixels = np.full((32, 48, 3), 220, np.uint8)
        pixels[10:20, 4 + 2 * at : 14 + 2 * at] = 30
        pictures.append(Image(pixels))
    keys = [digest_array(picture.pixels) for picture in pictures]
    return Clip(ClipFormat(48, 32), PictureFrames(pictures, keys))


def test_a_level_shows_its_keys_until_the_next(stage: Stage) -> None:
    clip = clip_of(range(9))
    shown = stage.call("motion.keyframe_levels", clip, every=8, level=1)
    assert stage.levels(shown) == [0, 0, 2, 2, 4, 4, 6, 6, 8]


def test_a_level_beyond_the_coarsest_is_the_coarsest(stage: Stage) -> None:
    shown = stage.call("motion.keyframe_levels", clip_of(range(6)), keys="1, 4", level=60)
    assert stage.levels(shown) == [1, 1, 1, 1, 4, 4]


def test_named_levels_take_the_place_of_halves(stage: Stage) -> None:
    options = {"keys": "0 8", "finer": "2; 5", "level": 2}
    shown = stage.call("motion.keyframe_levels", clip_of(range(9)), **options)
    assert stage.levels(shown) == [0, 0, 2, 2, 2, 2, 2, 2, 8]


def test_what_is_no_frame_is_refused(stage: Stage) -> None:
    failure = stage.failure("motion.keyframe_levels", clip_of(range(9)), keys="0 x")
    assert "“x” is no frame" in str(failure)


def test_level_0_is_the_film_itself(stage: Stage) -> None:
    clip = passing(5)
    made = stage.call("motion.corrupt", clip, level=0, noise=Noise.GAUSS)
    # every frame is a key there, those at the ends are given, and the rest are proposals
    assert made.frames.key(0) == clip.frames.key(0)
    plain = stage.call("motion.corrupt", clip, level=0)
    assert [plain.frames.key(at) for at in range(5)] == [clip.frames.key(at) for at in range(5)]


@pytest.mark.parametrize("noise", list(Noise))
def test_keys_are_exact_and_the_square_passes_between_them(stage: Stage, noise: Noise) -> None:
    clip = passing(9)
    made = stage.call("motion.corrupt", clip, every=4, level=9, noise=noise)
    truth, shown = stage.pictures(clip), stage.pictures(made)
    for key in (0, 4, 8):
        assert np.array_equal(shown[key].pixels, truth[key].pixels)
    for between in (1, 2, 3, 5):
        error = np.abs(shown[between].pixels.astype(int) - truth[between].pixels).mean()
        assert error < (2 if noise is Noise.NONE else 7)
        assert (shown[between].pixels[0] != 220).any() == (noise is not Noise.NONE)
