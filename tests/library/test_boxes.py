"""Boxes become masks: rectangles, or silhouettes that are followed."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from msgspec.structs import replace

from nodes.document import Document
from nodes.flat_node import FlatRef
from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen
from pipelines.digest import digest_array
from pipelines.errors import UnreadableFileError
from pipelines.frames import PictureFrames
from pipelines.pointing import Boxes, HandBox
from pipelines.values import Clip, ClipFormat, Pixels8, Report
from tests.library.stage import Stage, clip_of, graph_of
from tests.segmentation.scenes import HEIGHT, RADIUS, WIDTH, Film, likeness

FILM = Film(9)
PICTURES = [FILM.read(at) for at in range(9)]
BALL_CLIP = Clip(
    ClipFormat(WIDTH, HEIGHT),
    PictureFrames(PICTURES, [digest_array(picture.pixels) for picture in PICTURES]),
)
BLANK = clip_of([10] * 5, size=(20, 10))
LEFT, RIGHT = Box(0.0, 0.0, 0.5, 0.5), Box(0.5, 0.0, 1.0, 0.5)


def ball(frame: int) -> Seen:
    x, y = FILM.place(frame)
    edges = (x - RADIUS) / WIDTH, (y - RADIUS) / HEIGHT, (x + RADIUS) / WIDTH, (y + RADIUS) / HEIGHT
    return Seen(frame, Box(*edges), 0.5)


def thing(name: str, *seen: Seen, **said: Any) -> FoundObject:
    return FoundObject(name, name.rpartition(" ")[0], seen, **said)


def found(*objects: FoundObject, length: int = 5) -> FoundObjects:
    return FoundObjects(length, (0, length - 1), objects)


MOVING = thing("cup 1", Seen(0, LEFT), Seen(4, RIGHT, 0.5))
STILL = thing("pot 1", Seen(2, Box(0.0, 0.5, 0.1, 1.0)), leads=False, trails=False)


def given(stage: Stage, made: Document, output: str = "mask") -> Any:
    results = stage.run(made, "it")
    assert not results.failures, results.failures
    return results.values[FlatRef("it", output)]


def rectangles(objects: FoundObjects, **parameters: Any) -> Document:
    return graph_of("mask.boxes", [BLANK, objects], {"shape": "rectangles", **parameters})


def test_rectangles_move_from_box_to_box(stage: Stage) -> None:
    masks = stage.pictures(given(stage, rectangles(found(MOVING))))
    edges = [np.flatnonzero(one.pixels[0]) for one in masks]
    assert [(one[0], one[-1] + 1) for one in edges] == [
        (0, 10),
        (2, 12),
        (5, 15),
        (8, 18),
        (10, 20),
    ]
    assert all(not one.pixels[5:].any() for one in masks)


def test_silhouettes_are_outlined_where_they_were_seen_and_followed_between(stage: Stage) -> None:
    told = found(thing("ball 1", ball(0), ball(8)), length=9)
    masks = stage.pictures(given(stage, graph_of("mask.boxes", [BALL_CLIP, told], {})))
    assert min(likeness(mask, FILM.truth(at)) for at, mask in enumerate(masks)) > 0.85
    boxed = graph_of("mask.boxes", [BALL_CLIP, told], {"shape": "rectangles"})
    square = stage.pictures(given(stage, boxed))
    assert max(likeness(mask, FILM.truth(at)) for at, mask in enumerate(square)) < 0.85


def test_a_thing_is_only_where_it_was_not_looked_for_in_vain(stage: Stage) -> None:
    masks = stage.pictures(given(stage, rectangles(found(STILL))))
    assert [bool(one.pixels.any()) for one in masks] == [False, False, True, False, False]
    seen = thing("ball 1", ball(2), ball(5), leads=False, trails=False)
    made = graph_of("mask.boxes", [BALL_CLIP, found(seen, length=9)], {})
    masks = stage.pictures(given(stage, made))
    assert [bool(mask.pixels.any()) for mask in masks] == [2 <= at <= 5 for at in range(9)]


def test_each_ticked_thing_has_an_output_and_all_of_them_the_mask(stage: Stage) -> None:
    both = found(MOVING, STILL)

    def middle(output: str, **parameters: Any) -> Pixels8:
        return stage.pictures(given(stage, rectangles(both, **parameters), output))[2].pixels

    joined, one, two = middle("mask"), middle("output_1"), middle("output_2")
    assert np.array_equal(joined, np.maximum(one, two))
    assert one.any() and two.any() and not middle("output_3").any()
    assert np.array_equal(middle("mask", ticks=("pot 1",)), two)
    assert np.array_equal(middle("output_1", ticks=("pot 1",)), two)
    assert not middle("output_2", ticks=("pot 1",)).any()


def test_what_was_not_ticked_before_does_not_come_here(stage: Stage) -> None:
    told = found(MOVING, replace(STILL, ticked=False))
    objects = given(stage, rectangles(told), "objects")
    assert [one.id for one in objects.objects] == ["cup 1"]
    given(stage, rectangles(told, ticks=("pot 1", "cup 1")))
    assert stage.warnings() == ["Ticked, but not among the objects: pot 1."]


def test_boxes_of_a_hand_need_no_model_and_no_wire(stage: Stage) -> None:
    hand = Boxes((HandBox(0.0, 0.0, 0.5, 0.5, frame=1), HandBox(0.5, 0.0, 1.0, 0.5, frame=3)))
    made = graph_of("mask.boxes", [BLANK], {"shape": "rectangles", "boxes": hand})
    masks = stage.pictures(given(stage, made))
    assert [int(np.flatnonzero(one.pixels[0])[0]) for one in masks] == [0, 0, 5, 10, 10]


def test_boxes_come_as_json_through_a_text_and_mistakes_are_named(stage: Stage) -> None:
    def asked(box: list[float]) -> Document:
        text = json.dumps({"objects": [{"label": "cup", "boxes": [{"frame": 0, "box": box}]}]})
        return graph_of("mask.boxes", [BLANK, text], {"shape": "rectangles"})

    masks = stage.pictures(given(stage, asked([0, 0, 0.25, 1])))
    assert [int(one.pixels.sum()) for one in masks] == [5 * 10 * 255] * 5
    failures = stage.run(asked([0, 0, 25, 1]), "it").failures
    assert any(isinstance(one.__cause__, UnreadableFileError) for one in failures.values())


def test_the_report_has_label_score_and_coverage_frame_by_frame(stage: Stage) -> None:
    report = given(stage, rectangles(found(MOVING, STILL)), "report")
    assert isinstance(report, Report)
    assert "| cup 1 | 1.00 | 25.0 % | 5 |" in report.markdown
    assert report.curves["cup 1: score"] == (1.0, 0.875, 0.75, 0.625, 0.5)
    assert report.curves["pot 1: coverage"] == (None, None, 5.0, None, None)
    assert report.axes["pot 1: coverage"].line == "pot 1"


def test_a_box_beyond_the_end_is_left_out_and_told(stage: Stage) -> None:
    late = thing("cup 1", Seen(1, LEFT), Seen(7, RIGHT))
    masks = given(stage, rectangles(FoundObjects(9, (1, 7), (late, thing("jar 1", Seen(8, LEFT))))))
    assert len(stage.pictures(masks)) == 5
    assert "cup 1, jar 1" in stage.warnings()[0]


def test_objects_flow_into_a_text_as_json(stage: Stage) -> None:
    told = given(stage, rectangles(found(MOVING, STILL)), "objects")
    made = graph_of("convert.objects_to_text", [told], {})
    assert json.loads(stage.value(made, "it"))["objects"][1]["id"] == "pot 1"
