"""What models answer in words, read as boxes."""

from __future__ import annotations

import pytest

from pipelines.detection.found import Box
from pipelines.detection.reading import read_answer

PIXELS = (1000.0, 500.0)
ONE = '{"bbox_2d": [100, 50, 300, 250], "label": "Red  Teapot"}'


def boxes(words: str) -> list[tuple[str, Box]]:
    return [(one.label, one.box) for one in read_answer(words, PIXELS).sightings]


@pytest.mark.parametrize(
    "words",
    [
        f"[{ONE}]",
        f"```json\n[\n\t{ONE}\n]\n```",
        f"Here it is:\n{ONE},\nHope this helps {{}}!",
        f'{{"objects": [{ONE}]}}',
        f'[{ONE}, {{"bbox_2d": [400, 20, 4',
        '[{"name": "red teapot", "bbox": [300, 250, 100.0, 50]}]',
    ],
)
def test_a_box_is_read_however_it_is_wrapped(words: str) -> None:
    assert boxes(words) == [("red teapot", Box(0.1, 0.1, 0.3, 0.5))]
    assert read_answer(words, PIXELS).unread == ""


def test_edges_beyond_the_picture_are_taken_back_and_empty_boxes_left_out() -> None:
    beyond = '{"bbox_2d": [-20, 50, 1300, 250], "label": "bar"}'
    flat = '{"bbox_2d": [10, 10, 10, 90], "label": "line"}'
    assert boxes(f"[{beyond}, {flat}]") == [("bar", Box(0.0, 0.1, 1.0, 0.5))]


@pytest.mark.parametrize("edges", ["[1, 2, 3]", '["1", 2, 3, 4]', "[1, 2, 3, true]", "7", "null"])
def test_what_is_no_box_is_not_guessed_at(edges: str) -> None:
    answer = read_answer(f'[{{"bbox_2d": {edges}, "label": "cup"}}]', PIXELS)
    assert answer.sightings == ()
    assert "cup" in answer.unread


def test_none_is_an_answer_and_chatter_is_told() -> None:
    assert read_answer("```json\n[]\n```", PIXELS) == ((), "")
    assert read_answer("There is no\nteapot.", PIXELS).unread == "There is no teapot."
    assert read_answer("", PIXELS).unread
    assert len(read_answer("no " * 900, PIXELS).unread) <= 120


def test_a_thing_without_a_label_is_a_thing() -> None:
    assert boxes('[{"bbox_2d": [0, 0, 500, 500]}]') == [("thing", Box(0.0, 0.0, 0.5, 1.0))]
