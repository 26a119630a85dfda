"""A thing removed from a clip in a graph."""

from __future__ import annotations

import numpy as np
import pytest

from nodes.flat_node import FlatRef
from pipelines.digest import digest_array
from pipelines.errors import MismatchError
from pipelines.frames import PictureFrames
from pipelines.values import Clip, ClipFormat, MaskClip
from tests.library.stage import Stage, clip_of, graph_of, mask_clip_of
from tests.plates.scenes import HEIGHT, WIDTH, Shot

LENGTH = 10
SHOT = Shot(LENGTH, pan=(2, 0), pace=8)


def film() -> tuple[Clip, MaskClip]:
    pictures, masks = zip(*(SHOT.read(at) for at in range(LENGTH)), strict=True)
    names = [[digest_array(one.pixels) for one in kind] for kind in (pictures, masks)]
    clip = Clip(ClipFormat(WIDTH, HEIGHT), PictureFrames(pictures, names[0]))
    return clip, MaskClip(ClipFormat(WIDTH, HEIGHT, channels=1), PictureFrames(masks, names[1]))


def test_the_thing_is_gone_and_the_plate_is_given(stage: Stage) -> None:
    results = stage.run(graph_of("mask.remove", film(), {}), "it")
    assert not results.failures
    frames = stage.pictures(results.values[FlatRef("it", "clip")])
    assert len(frames) == LENGTH
    for at, frame in enumerate(frames):
        inside = SHOT.inside(at)
        assert np.abs(frame.pixels[inside] - SHOT.behind(at)[inside]).mean() < 5
    assert results.values[FlatRef("it", "plate")].width > WIDTH


def test_a_mask_of_another_length_or_size_is_refused(stage: Stage) -> None:
    for masks in (mask_clip_of([0, 255]), mask_clip_of([0, 0, 255], size=(9, 6))):
        failure = stage.failure("mask.remove", clip_of([1, 2, 3]), masks)
        assert isinstance(failure.__cause__, MismatchError)


@pytest.mark.parametrize("level", [0, 255])
def test_with_nothing_or_all_masked_the_clip_stays(stage: Stage, level: int) -> None:
    made = stage.call("mask.remove", clip_of([40, 42, 44]), mask_clip_of([level] * 3))
    assert stage.levels(made) == [40, 42, 44]
