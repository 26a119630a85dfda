"""What equals a default is written as if it had never been touched."""

from __future__ import annotations

import pickle

import msgspec
import pytest
from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import AddNode, SetParameter
from nodes.graph import Node
from nodes.registry import library
from nodes.snapshot import Snapshot
from pipelines.easing import Easing, Points
from pipelines.masking.objects import MaskObject
from pipelines.panels import Layer, Panel

UNTOUCHED = [Layer(id="ink"), Panel(id="one"), MaskObject(id="ball"), Easing()]


@pytest.mark.parametrize("value", UNTOUCHED, ids=lambda value: type(value).__name__)
def test_a_copy_by_another_process_is_written_alike(value: msgspec.Struct) -> None:
    copy = pickle.loads(pickle.dumps(value))
    assert msgspec.json.encode(copy) == msgspec.json.encode(value)


def test_a_value_that_is_taken_back_is_left_out_again() -> None:
    layer = Layer(id="ink")
    half = replace(layer, opacity=0.5)
    back = replace(half, opacity=half.opacity * 2)
    assert msgspec.json.encode(half) != msgspec.json.encode(layer)
    assert msgspec.json.encode(back) == msgspec.json.encode(layer)
    assert msgspec.json.encode(Easing(curve=Points(()))) == msgspec.json.encode(Easing())


def test_a_layer_that_is_made_opaque_again_makes_nothing_run_again() -> None:
    document = Document(library())
    document.apply(AddNode(node=Node(id="board", type="story.storyboard")))
    keys: list[str] = []
    layer = Layer(id="ink")
    half = replace(layer, opacity=0.5)
    for now in (layer, half, replace(half, opacity=half.opacity * 2)):
        panels = (Panel(id="one", layers=(now,)),)
        document.apply(SetParameter(node="board", name="panels", value=panels))
        snapshot = Snapshot(document.graph, document.registry)
        keys.append(snapshot.keys(["board"])["board"])
    assert keys[0] == keys[2] != keys[1]
