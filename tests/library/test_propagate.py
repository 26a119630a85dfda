"""Masks painted on some frames, and pointed at, followed through a clip."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from nodes.document import Document
from nodes.flat_node import FlatRef
from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.masking.objects import Between, MaskObject, with_keys
from pipelines.pointing import (
    Boxes,
    Click,
    Clicks,
    HandBox,
    Stroke,
    StrokeMeaning,
    Strokes,
)
from pipelines.values import Clip, ClipFormat, MaskClip
from tests.library.stage import Stage, graph_of
from tests.masking.shapes import painted
from tests.segmentation.scenes import HEIGHT, RADIUS, WIDTH, Film, likeness

SIZE = (WIDTH, HEIGHT)
LENGTH = 9
FILM = Film(LENGTH)


def clip() -> Clip:
    frames = [FILM.read(at) for at in range(LENGTH)]
    keys = [digest_array(frame.pixels) for frame in frames]
    return Clip(ClipFormat(*SIZE), PictureFrames(frames, keys))


CLIP = clip()


def followed(*objects: MaskObject) -> Document:
    return graph_of("mask.propagate", [CLIP], {"objects": objects, "size": SIZE})


def ball(stage: Stage, *frames: int, name: str = "ball", **attributes: Any) -> MaskObject:
    keys = {at: FILM.truth(at).pixels for at in frames}
    return painted(stage.tiles, keys, name=name, **attributes)


def given(stage: Stage, made: Document, output: str = "mask") -> MaskClip:
    results = stage.run(made, "it")
    assert not results.failures, results.failures
    return results.values[FlatRef("it", output)]


def test_one_painted_frame_follows_the_ball_to_both_ends(stage: Stage) -> None:
    masks = stage.pictures(given(stage, followed(ball(stage, 4))))
    assert np.array_equal(masks[4].pixels, FILM.truth(4).pixels)
    assert min(likeness(mask, FILM.truth(at)) for at, mask in enumerate(masks)) > 0.9


def test_a_correction_makes_again_only_what_lies_up_to_its_neighbours(stage: Stage) -> None:
    before = given(stage, followed(ball(stage, 0, 4, 8)))
    keys = {at: FILM.truth(at).pixels for at in (0, 4, 8)}
    keys[6] = np.zeros((HEIGHT, WIDTH), np.uint8)
    after = given(stage, followed(painted(stage.tiles, keys)))
    kept = [at for at in range(LENGTH) if before.frames.key(at) == after.frames.key(at)]
    assert kept == [0, 1, 2, 3, 4, 8]


def test_what_is_not_to_lead_or_trail_is_only_between_its_keys(stage: Stage) -> None:
    shy = ball(stage, 2, 5, leads=False, trails=False)
    masks = stage.pictures(given(stage, followed(shy)))
    assert [bool(mask.pixels.any()) for mask in masks] == [2 <= at <= 5 for at in range(LENGTH)]


@pytest.mark.parametrize("between", [Between.HOLD, Between.SHAPE])
def test_a_key_that_holds_is_not_followed_up_to_the_next_one(
    stage: Stage, between: Between
) -> None:
    thing = ball(stage, 0, 4, 8, between=between)
    if between is Between.SHAPE:
        thing = with_keys(thing, [replace(thing.keys[0], after=Between.HOLD)])
    masks = [mask.pixels for mask in stage.pictures(given(stage, followed(thing)))]
    assert all(np.array_equal(masks[at], FILM.truth(0).pixels) for at in range(4))
    is_held = np.array_equal(masks[6], FILM.truth(4).pixels)
    assert is_held is (between is Between.HOLD)


def test_objects_are_followed_apart_and_joined(stage: Stage) -> None:
    half = FILM.truth(0).pixels.copy()
    half[: HEIGHT // 2] = 0
    lower = painted(stage.tiles, {0: half}, name="lower", output=2)
    alone = ball(stage, 0, name="aside", joined=False, output=1)
    made = followed(lower, alone)
    masks = {name: stage.pictures(given(stage, made, name)) for name in ("mask", "output_1")}
    assert np.array_equal(masks["mask"][0].pixels, half)
    assert np.array_equal(masks["output_1"][0].pixels, FILM.truth(0).pixels)
    both = followed(lower, ball(stage, 0, name="aside"))
    assert np.array_equal(stage.pictures(given(stage, both))[0].pixels, FILM.truth(0).pixels)


def test_what_follows_up_to_a_protected_object_joins_it_without_a_seam(stage: Stage) -> None:
    edge = np.clip(FILM.truth(4).pixels // 2 + 20, 0, 255).astype(np.uint8)
    keys = dict.fromkeys(range(LENGTH), edge)
    rest = painted(stage.tiles, dict.fromkeys(range(LENGTH), 255 - edge), name="rest")
    made = followed(painted(stage.tiles, keys, name="ball", protected=True), rest)
    assert all((mask.pixels == 255).all() for mask in stage.pictures(given(stage, made)))


def test_nothing_painted_is_an_empty_mask(stage: Stage) -> None:
    masks = stage.pictures(given(stage, graph_of("mask.propagate", [CLIP], {})))
    assert len(masks) == LENGTH and not any(mask.pixels.any() for mask in masks)


def test_the_report_names_the_frames_to_look_at(stage: Stage) -> None:
    results = stage.run(followed(ball(stage, 0, name="ball")), "it")
    report = results.values[FlatRef("it", "confidence")].markdown
    assert "ball" in report and "| frame | confidence |" in report


def test_a_box_and_a_click_are_followed(stage: Stage) -> None:
    x, y = FILM.place(3)
    box = HandBox(
        (x - RADIUS) / WIDTH,
        (y - RADIUS) / HEIGHT,
        (x + RADIUS) / WIDTH,
        (y + RADIUS) / HEIGHT,
        frame=3,
    )
    parameters = {
        "boxes": Boxes((box,)),
        "clicks": Clicks((Click(x / WIDTH, y / HEIGHT, frame=3),)),
    }
    masks = stage.pictures(given(stage, graph_of("mask.segment", [CLIP], parameters)))
    assert min(likeness(mask, FILM.truth(at)) for at, mask in enumerate(masks)) > 0.85


def test_a_line_around_the_ball_and_one_along_it_are_followed(stage: Stage) -> None:
    x, y = FILM.place(3)
    turns = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    places = [(x + 20 * np.cos(turn), y + 20 * np.sin(turn)) for turn in turns]
    around = tuple((float(x / WIDTH), float(y / HEIGHT)) for x, y in places)
    along = (((x - 9) / WIDTH, y / HEIGHT), ((x + 9) / WIDTH, y / HEIGHT))
    lines = (Stroke(around, StrokeMeaning.AROUND, 3), Stroke(along, StrokeMeaning.IT, 3))
    made = graph_of("mask.segment", [CLIP], {"strokes": Strokes(lines)})
    masks = stage.pictures(given(stage, made))
    assert min(likeness(mask, FILM.truth(at)) for at, mask in enumerate(masks)) > 0.85


def test_a_line_along_what_is_not_meant_takes_it_out(stage: Stage) -> None:
    x, y = FILM.place(0)
    click = Clicks((Click(x / WIDTH, y / HEIGHT),))
    aside = Stroke(
        ((x / WIDTH, (y + 6) / HEIGHT), (x / WIDTH, (y + 9) / HEIGHT)), StrokeMeaning.NOT_IT
    )
    parameters = {"clicks": click, "strokes": Strokes((aside,))}
    masks = stage.pictures(given(stage, graph_of("mask.segment", [CLIP], parameters)))
    assert masks[0].pixels[round(y) + 8, round(x)] == 0
    alone = graph_of("mask.segment", [CLIP], {"strokes": Strokes((aside,))})
    assert not any(mask.pixels.any() for mask in stage.pictures(given(stage, alone)))


def test_a_click_that_moves_changes_only_its_own_neighbourhood(stage: Stage) -> None:
    def pointed(*frames: int, aside: float = 0.0) -> Document:
        points = [(at, *FILM.place(at)) for at in frames]
        boxes = Boxes(
            tuple(
                HandBox(
                    (x - RADIUS) / WIDTH,
                    (y - RADIUS - (aside if at == 8 else 0)) / HEIGHT,
                    (x + RADIUS) / WIDTH,
                    (y + RADIUS) / HEIGHT,
                    frame=at,
                )
                for at, x, y in points
            )
        )
        return graph_of("mask.segment", [CLIP], {"boxes": boxes})

    before, after = given(stage, pointed(0, 4, 8)), given(stage, pointed(0, 4, 8, aside=6))
    kept = [at for at in range(LENGTH) if before.frames.key(at) == after.frames.key(at)]
    assert kept == [0, 1, 2, 3, 4]
