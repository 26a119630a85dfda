"""Nodes that hold a text or a number, and the note."""

from __future__ import annotations

import pytest

from nodes.edits import Connect, ExposeParameter
from nodes.graph import Link
from nodes.refusals import NoSuchParameterError
from tests.library.stage import Stage, clip_of, graph_of, linked


def test_a_prompt_hands_out_its_text(stage: Stage) -> None:
    assert stage.call("text.prompt", text="a fox in the snow") == "a fox in the snow"


def test_a_number_drives_a_parameter_that_was_turned_into_a_socket(stage: Stage) -> None:
    made = graph_of("time.retime", [clip_of([1, 2, 3, 4])], {})
    shared = linked({"n": ("number.value", {"value": 2.0})}).graph.nodes["n"]
    made.graph = made.graph.put([shared])
    made.apply(ExposeParameter(node="it", name="speed", exposed=True))
    made.apply(Connect(node="it", socket="speed", link=Link("n1", "n", "out")))
    assert stage.levels(stage.value(made, "it")) == [1, 3]


def test_a_whole_number_drives_a_count(stage: Stage) -> None:
    made = graph_of("time.trim", [clip_of([1, 2, 3, 4])], {})
    made.graph = made.graph.put([linked({"n": ("number.value", {"value": 3.0})}).graph.nodes["n"]])
    made.apply(ExposeParameter(node="it", name="first", exposed=True))
    made.apply(Connect(node="it", socket="first", link=Link("n1", "n", "out")))
    assert stage.levels(stage.value(made, "it")) == [4]


def test_a_file_is_chosen_by_a_person_and_never_wired(stage: Stage) -> None:
    made = linked({"i": ("load.image", {})})
    with pytest.raises(NoSuchParameterError):
        made.apply(ExposeParameter(node="i", name="path", exposed=True))


def test_a_note_does_nothing(stage: Stage) -> None:
    made = linked({"n": ("review.note", {"text": "Ask Ada about the fox"})})
    results = stage.run(made, "n")
    assert not results.failures and not results.values
