"""A film through Work Region and back, in a graph."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nodes.flat_node import FlatRef
from pipelines.errors import MismatchError
from pipelines.region.tracking import Bounds
from pipelines.values import Shot
from tests.library.stage import GIVEN, Stage, heard, linked, ramp_sound
from tests.region.films import masked, noisy_film, wandering

SIZE = (97, 61)
CHAIN = (
    "film > part.clip",
    "masks > part.masks",
    "part.clip > back.made",
    "part.region > back.region",
)


def around(parameters: dict[str, Any], *, masks: str = "masks") -> Any:
    """A film whose region is pasted back as it is."""
    return linked(
        {
            "film": ("given.clip", {"name": "film"}),
            "masks": ("given.mask_clip", {"name": masks}),
            "part": ("frame.work_region", parameters),
            "back": ("frame.paste_back", {"grain": 0.0}),
        },
        *CHAIN,
    )


@pytest.fixture
def film() -> None:
    shots = (Shot("a", "A", 0, 4), Shot("b", "B", 4, 6))
    sound = ramp_sound(6, fps=30, rate=3000)
    GIVEN["film"] = noisy_film(6, SIZE, bits=16, audio=sound, shots=shots)
    GIVEN["masks"] = masked([*wandering(5), None], SIZE)


@pytest.mark.usefixtures("film")
def test_the_film_comes_back_with_all_that_it_has(stage: Stage) -> None:
    given = GIVEN["film"]
    made = stage.value(around({}), "back")
    assert made.format == given.format
    assert made.shots == given.shots
    assert heard(made.audio, fps=30) == heard(given.audio, fps=30)
    for after, before in zip(stage.pictures(made), stage.pictures(given), strict=True):
        assert np.array_equal(after.pixels, before.pixels)


@pytest.mark.usefixtures("film")
def test_the_part_has_one_size_and_the_sound_of_the_film(stage: Stage) -> None:
    results = stage.run(around({"width": 40, "height": 30}), "part")
    clip, mask = (results.values[FlatRef("part", name)] for name in ("clip", "mask"))
    assert (clip.format.width, clip.format.height) == (48, 32)
    assert (mask.format.width, mask.format.height) == (48, 32)
    assert clip.format.bits == 16 and clip.audio is not None and len(clip.shots) == 2
    assert {picture.pixels.shape for picture in stage.pictures(clip)} == {(32, 48, 3)}
    assert all(one.pixels.any() for one in stage.pictures(mask)[:5])
    assert not stage.pictures(mask)[5].pixels.any()


@pytest.mark.usefixtures("film")
def test_one_other_mask_makes_one_other_frame(stage: Stage) -> None:
    stage.run(around({}), "back")
    assert stage.made("back") == 2 * 6, "a picture and its matte"
    bounds = wandering(5)
    bounds[2] = Bounds(17, 21, 31, 31)
    GIVEN["others"] = masked([*bounds, None], SIZE)
    stage.run(around({}, masks="others"), "back")
    assert stage.made("back") == 2


@pytest.mark.usefixtures("film")
def test_masks_that_do_not_fit_or_are_not_there_are_warned_of(stage: Stage) -> None:
    GIVEN["masks"] = masked([None] * 5 + [Bounds(0, 0, 97, 5)], SIZE)
    stage.run(around({"width": 48, "height": 32}), "part")
    assert "on 1 frames (5)" in stage.warnings()[0]
    GIVEN["others"] = masked([None] * 6, SIZE)
    stage.run(around({}, masks="others"), "part")
    assert "empty" in stage.warnings()[0]


@pytest.mark.usefixtures("film")
def test_masks_of_another_length_are_refused(stage: Stage) -> None:
    GIVEN["masks"] = masked([None] * 5, SIZE)
    failure = stage.run(around({}), "part").failures["part"]
    assert isinstance(failure.__cause__, MismatchError)
