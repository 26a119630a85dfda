"""Control extractors that are built in: lines, gray, flow, layout."""

from __future__ import annotations

import numpy as np
import pytest

from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen
from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.values import Clip, ClipFormat, Image, Mask, MaskClip
from tests.library.stage import Stage, clip_of, flat, graph_of

WHITE = 255


def film(pictures: list[Image]) -> Clip:
    keys = [digest_array(one.pixels) for one in pictures]
    size = pictures[0].width, pictures[0].height
    return Clip(ClipFormat(*size), PictureFrames(pictures, keys))


def noise_moving(step: int, count: int = 3) -> Clip:
    """Smooth noise that moves so many pixels to the right with each frame."""
    import cv2

    ground = np.random.default_rng(3).integers(0, 256, (48, 96, 3), np.uint8)
    smooth = np.asarray(cv2.GaussianBlur(ground, (0, 0), 2), np.uint8)
    return film([Image(np.roll(smooth, at * step, axis=1)[:, 16:80].copy()) for at in range(count)])


def square_mask(left: int, right: int) -> Mask:
    pixels = np.zeros((40, 60), np.uint8)
    pixels[10:30, left:right] = 255
    return Mask(pixels)


def test_a_dark_stroke_is_a_line_and_plain_paper_is_none(stage: Stage) -> None:
    pixels = np.full((40, 60, 3), 230, np.uint8)
    pixels[:, 30:32] = 20
    lines = stage.call("control.line", Image(pixels)).pixels
    assert lines[20, 30:32].max() < 40
    assert (lines[:, :24] == WHITE).all() and (lines[:, 40:] == WHITE).all()


def test_colours_of_one_brightness_have_a_line_between_them(stage: Stage) -> None:
    pixels = np.full((40, 60, 3), (0, 128, 0), np.uint8)
    pixels[:, 30:] = (218, 64, 0)  # as bright as that green, to within a level
    grays = stage.call("control.gray", Image(pixels)).pixels
    assert abs(int(grays[5, 5, 0]) - int(grays[5, 55, 0])) <= 1
    lines = stage.call("control.line", Image(pixels)).pixels
    assert lines[20, 26:34].min() < 128 and (lines[:, :15] == WHITE).all()


def test_more_detail_leaves_more_ink(stage: Stage) -> None:
    picture = noise_moving(0, 1)
    inks = [
        255 - stage.pictures(stage.call("control.line", picture, detail=detail))[0].pixels.mean()
        for detail in (0.0, 0.5, 1.0)
    ]
    assert inks[0] < inks[1] < inks[2]


def test_gray_has_the_brightness_of_each_colour(stage: Stage) -> None:
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 255
    assert np.unique(stage.call("control.gray", Image(red)).pixels) == 54


def test_what_is_transparent_is_paper(stage: Stage) -> None:
    clear = Image(np.zeros((20, 20, 4), np.uint8))
    for node in ("control.gray", "control.line"):
        assert (stage.call(node, clear).pixels == WHITE).all()


@pytest.mark.parametrize(("step", "most", "least"), [(3, 0, 1), (-3, 1, 0)])
def test_the_way_that_a_frame_came_has_a_colour_of_its_own(
    stage: Stage, step: int, most: int, least: int
) -> None:
    shown = stage.pictures(stage.call("control.flow", noise_moving(step)))
    middle = shown[2].pixels[16:32, 16:48].mean(axis=(0, 1))
    assert middle[most] > 180 > 120 > middle[least]  # red to the right, cyan to the left
    assert np.array_equal(shown[0].pixels, shown[1].pixels)  # the first is shown as it is left


def test_what_stands_still_is_white(stage: Stage) -> None:
    shown = stage.pictures(stage.call("control.flow", noise_moving(0)))
    assert min(int(one.pixels.min()) for one in shown) > 250
    assert (stage.call("control.flow", flat(90, size=(32, 32))).pixels > 250).all()


def test_a_found_thing_is_a_box_that_moves_with_it(stage: Stage) -> None:
    seen = (Seen(0, Box(0.1, 0.25, 0.3, 0.75)), Seen(2, Box(0.5, 0.25, 0.7, 0.75)))
    things = FoundObjects(3, (0, 2), (FoundObject("dog", "dog", seen),))
    made = stage.call("control.layout", clip_of([0, 0, 0], size=(60, 40)), things)
    for at, left in enumerate((6, 18, 30)):
        picture = stage.pictures(made)[at].pixels
        dark = np.argwhere((picture == 0).all(axis=2))
        assert abs(int(dark[:, 1].min()) - left) <= 1
        assert (picture[20, left + 4 : left + 9] == WHITE).all()  # an outline, not a patch


@pytest.mark.parametrize("shape", ["boxes", "outlines"])
def test_masks_are_laid_out_too(stage: Stage, shape: str) -> None:
    masks = [square_mask(10, 30), square_mask(25, 45)]
    keys = [digest_array(one.pixels) for one in masks]
    moving = MaskClip(ClipFormat(60, 40, channels=1), PictureFrames(masks, keys))
    given = {"clip": clip_of([0, 0], size=(60, 40)), "masks": moving}
    pictures = stage.pictures(
        stage.value(graph_of("control.layout", given, {"shape": shape}), "it")
    )
    for picture, (left, right) in zip(pictures, ((10, 30), (25, 45)), strict=True):
        across = np.flatnonzero((picture.pixels[20] == 0).all(axis=1))
        assert abs(int(across.min()) - left) <= 2 and abs(int(across.max()) - right) <= 2


def test_nothing_to_lay_out_is_said(stage: Stage) -> None:
    failure = stage.failure("control.layout", clip_of([0, 0]))
    assert "nothing to lay out" in str(failure) and "found objects" in failure.mend
