"""Found things as JSON: what is written is read, and mistakes are named."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.detection.boxes_json import parsed, written
from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen
from pipelines.errors import UnreadableFileError

EDGES = st.lists(st.integers(0, 1000), min_size=2, max_size=2, unique=True).map(sorted)
LABELS = st.sampled_from(["teapot", "red cup", "壺", 'a "b"'])


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    across, down = draw(EDGES), draw(EDGES)
    return Box(across[0] / 1000, down[0] / 1000, across[1] / 1000, down[1] / 1000)


@st.composite
def things(draw: st.DrawFn) -> FoundObjects:
    length = draw(st.integers(1, 9))
    objects: list[FoundObject] = []
    for number in range(draw(st.integers(0, 3))):
        frames = draw(st.sets(st.integers(0, length - 1), min_size=1))
        score = draw(st.integers(0, 100)) / 100
        seen = tuple(Seen(frame, draw(boxes()), score) for frame in sorted(frames))
        flags = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
        objects.append(FoundObject(f"it {number}", draw(LABELS), seen, *flags))
    looked = {seen.frame for one in objects for seen in one.seen} | {0}
    return FoundObjects(length, tuple(sorted(looked)), tuple(objects))


def text(*objects: dict[str, Any], **more: Any) -> str:
    return json.dumps({"objects": objects, **more})


def thing(label: str = "cup", *, frame: int = 0, box: Any = (0.1, 0.2, 0.5, 0.6)) -> dict[str, Any]:
    return {"label": label, "boxes": [{"frame": frame, "box": list(box)}]}


@given(things())
def test_what_is_written_is_read_as_it_was(found: FoundObjects) -> None:
    assert parsed(written(found)) == found


def test_boxes_in_pixels_are_shares_of_the_size_that_is_given() -> None:
    found = parsed(text(thing(box=(10, 20, 30, 40)), size=[100, 50], frames=3))
    assert found.length == 3
    assert found.objects[0].seen[0].box == Box(0.1, 0.4, 0.3, 0.8)


def test_things_without_an_id_are_numbered_by_their_label() -> None:
    named = thing("cup", frame=4) | {"id": "cup 1"}
    found = parsed(text(thing("cup"), thing("pot"), named, thing("cup")))
    assert [one.id for one in found.objects] == ["cup 2", "pot 1", "cup 1", "cup 3"]
    assert found.length == 5


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        (text({"label": "cup"}), "boxes"),
        (text(thing() | {"colour": "red"}), "colour"),
        (text(thing(box=(0.1, 0.2, 0.5))), "$.objects[0].boxes[0].box"),
        (text(thing(box=(10, 20, 30, 40))), "reaches out of the picture"),
        (text(thing(box=(10, 20, 300, 40)), size=[100, 50]), "reaches out of the picture"),
        (text(thing(box=(0.5, 0.2, 0.1, 0.6))), "is empty"),
        (text(thing(frame=9), frames=9), "Frame 9 is named, but there are 9"),
        (text(thing() | {"id": "a"}, thing() | {"id": "a"}), "the id “a”"),
        (text({"label": "cup", "boxes": thing()["boxes"] * 2}), "two boxes on frame 0"),
    ],
)
def test_a_mistake_is_named_with_its_mend(wrong: str, words: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        parsed(wrong)
    assert words in refused.value.message
    assert refused.value.mend
