"""A film through Work Region and back, in a graph."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from nodes.flat_node import FlatRef
from nodes.snapshot import Snapshot
from pipelines.errors import MismatchError
from pipelines.progress import LocalCancelToken
from pipelines.region.tracking import Bounds
from pipelines.values import Shot
from tests.library.stage import GIVEN, REGISTRY, Stage, clip_of, heard, linked, ramp_sound
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
def test_single_frames_can_be_looked_at_before_anything_was_run(stage: Stage) -> None:
    snapshot = Snapshot(around({}).graph, REGISTRY, tiles=stage.tiles, folder=stage.folder)
    look = stage.evaluator.look(snapshot, "back", LocalCancelToken())
    shown = look.footage(0)
    assert shown is not None
    before = stage.pictures(GIVEN["film"])[3]
    assert np.array_equal(look.frame(shown, 3).pixels, before.pixels)
    look.close()


@pytest.mark.usefixtures("film")
def test_a_draft_is_smaller_and_comes_back_as_it_was(stage: Stage) -> None:
    made = around({"width": 48, "height": 32, "margin": 4})
    results = stage.run(made, "part", "back", "film", scale=0.5)
    part, back, film = (
        results.values[FlatRef(path, name)]
        for path, name in (("part", "clip"), ("back", "clip"), ("film", "out"))
    )
    assert (part.format.width, part.format.height) == (32, 16)
    for after, before in zip(stage.pictures(back), stage.pictures(film), strict=True):
        assert after.pixels.shape == (30, 48, 3)
        assert np.array_equal(after.pixels, before.pixels)


@pytest.mark.usefixtures("film")
def test_grain_is_the_same_each_time_and_of_its_seed(stage: Stage) -> None:
    plain = clip_of([30_000] * 6, size=(64, 64), bits=16)

    def back(**parameters: Any) -> list[Any]:
        GIVEN["plain"] = plain
        nodes: dict[str, tuple[str, dict[str, Any]]] = {
            "film": ("given.clip", {"name": "film"}),
            "masks": ("given.mask_clip", {"name": "masks"}),
            "part": ("frame.work_region", {"width": 64, "height": 64, "margin": 12}),
            "made": ("given.clip", {"name": "plain"}),
            "back": ("frame.paste_back", parameters),
        }
        links = [link.replace("part.clip > back", "made > back") for link in CHAIN]
        stage.evaluator.memory.clear()
        return [one.pixels for one in stage.pictures(stage.value(linked(nodes, *links), "back"))]

    first, again, other, off = (back(**one) for one in ({}, {}, {"seed": 7}, {"grain": 0.0}))
    assert all(np.array_equal(*pair) for pair in zip(first, again, strict=True))
    assert not np.array_equal(first[2], other[2])
    assert (off[2][26, 24] == 30_000).all() and not (first[2][26, 24] == 30_000).all()


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
