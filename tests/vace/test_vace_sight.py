"""What VACE sees through a node, and the steps that mend it."""

from __future__ import annotations

import numpy as np
import pytest

from nodes.document import Document
from nodes.flat_node import FlatRef
from nodes.graph import Graph, Link, Node
from nodes.vace_sight import CONDITIONING, INFERENCE, upstream, vace_sight
from nodes.vace_sight import mended as mend
from pipelines.vace.advice import Advice, Mend, Noticed, advised
from pipelines.vace.source_mode import KEEPS, SourceMode
from tests.library.stage import REGISTRY, Stage, graph_of
from tests.vace.films import noise_clip, square_masks

LINKS = {
    "clip": (Link("a", "film"),),
    "masks": (Link("a", "thing", "mask"),),
    "references": (Link("a", "duck"), Link("b", "cup")),
}
SMALL = {"width": 64, "height": 64}


def wired(kind: str = CONDITIONING, **parameters: object) -> Document:
    """A film, a mask and two references, seen through a node of a kind."""
    inside = {"clip": (Link("a", "film"),)}
    nodes = [
        Node(id="film", type="load.clip"),
        Node(id="duck", type="load.image"),
        Node(id="cup", type="load.image"),
        Node(id="thing", type="mask.segment", inputs=inside),
        Node(id="it", type=kind, parameters={**SMALL, **parameters}, inputs=LINKS),
    ]
    return Document(REGISTRY, Graph({one.id: one for one in nodes}))


def mended_by(made: Document, kind: Mend, **more: int) -> Document:
    sight = vace_sight(made.graph, (), "it")
    assert sight is not None
    edit = mend(sight, made.graph, Advice("", "", kind, more.get("hold", 1)), (1,))
    assert edit is not None
    before = made.graph
    inverse = made.apply(edit)
    after = Document(REGISTRY, made.graph)
    made.apply(inverse)
    assert made.graph == before
    return after


def test_a_conditioning_is_looked_at_as_it_is_and_parts_through_one_that_stands_in() -> None:
    own = wired()
    sight = vace_sight(own.graph, (), "it")
    assert sight is not None and sight.graph is own.graph
    assert sight.mode is SourceMode.BOX
    assert [one.path for one in sight.references] == ["duck", "cup"]
    other = wired(INFERENCE, steps=4, source=SourceMode.GRAY)
    sight = vace_sight(other.graph, (), "it")
    assert sight is not None and sight.mode is SourceMode.GRAY
    stand_in = sight.graph.nodes["it"]
    assert stand_in.type == CONDITIONING and stand_in.inputs == LINKS
    assert stand_in.parameters == {**SMALL, "source": SourceMode.GRAY}
    assert other.graph.nodes["it"].type == INFERENCE


def test_through_an_inference_the_conditioning_before_it_is_seen() -> None:
    fed = {"conditioning": (Link("a", "it", "conditioning"),)}
    graph = wired().graph.put([Node(id="made", type=INFERENCE, inputs=fed)])
    sight = vace_sight(graph, (), "made")
    assert sight is not None and sight.path == "it" and sight.can_hold
    assert vace_sight(graph, (), "film") is None


def test_what_is_moved_is_seen_as_before_and_what_is_set_is_not() -> None:
    graph = wired().graph
    moved = graph.put([Node(id="film", type="load.clip", x=50.0)])
    assert upstream(moved, (), "it") == upstream(graph, (), "it")
    other = graph.put([Node(id="film", type="load.clip", parameters={"file": "a.mp4"})])
    assert upstream(other, (), "it") != upstream(graph, (), "it")


def test_colour_under_the_mask_is_filled_and_keys_are_held_in_one_step() -> None:
    filled = mended_by(wired(source=SourceMode.RECONSTRUCT), Mend.FILL).graph.nodes["it"]
    assert filled.parameters["source"] is SourceMode.AUTOMATIC
    held = mended_by(wired(), Mend.HOLD, hold=2).graph.nodes["it"]
    assert held.parameters["hold"] == 2


def test_an_inverted_mask_is_inverted_and_one_that_was_is_let_be() -> None:
    after = mended_by(wired(), Mend.INVERT)
    (link,) = after.graph.nodes["it"].inputs["masks"]
    assert after.graph.nodes[link.node].type == "mask.invert"
    again = mended_by(after, Mend.INVERT)
    assert again.graph.nodes["it"].inputs["masks"][0].node == "thing"


def test_a_busy_reference_is_cut_out_in_its_place() -> None:
    after = mended_by(wired(), Mend.CUT_OUT).graph
    first, second = after.nodes["it"].inputs["references"]
    assert first.node == "duck" and after.nodes[second.node].type == "image.blend"
    assert after.nodes[second.node].inputs["a"][0].node == "cup"


def test_where_no_step_mends_it_none_is_offered() -> None:
    sight = vace_sight(wired(INFERENCE).graph, (), "it")
    assert sight is not None
    for kind in (Mend.NONE, Mend.HOLD):
        assert mend(sight, wired(INFERENCE).graph, Advice("", "", kind), ()) is None
    assert mend(sight, wired(INFERENCE).graph, Advice("", "", Mend.CUT_OUT), ()) is None


def test_keys_that_no_latent_samples_are_to_be_held_until_one_does() -> None:
    masks = np.full((17, 4, 4), 255, np.uint8)
    masks[[0, 16]] = 0
    (found,) = advised(Noticed(SourceMode.GRAY, has_masks=False, generate=masks, count=17))
    assert found.mending is Mend.HOLD and found.hold == 2
    masks[:2], masks[15:] = 0, 0
    assert not advised(Noticed(SourceMode.GRAY, has_masks=False, generate=masks, count=17))


@pytest.mark.parametrize("mode", SourceMode)
def test_each_way_of_treating_the_source_says_what_it_keeps(mode: SourceMode) -> None:
    assert KEEPS[mode] in mode.explanation


def test_the_stand_in_runs(stage: Stage) -> None:
    film = {"clip": noise_clip(5), "masks": square_masks(5)}
    made = graph_of(INFERENCE, film, {"width": 32, "height": 32})
    sight = vace_sight(made.graph, (), "it")
    assert sight is not None
    shown = stage.run(Document(REGISTRY, sight.graph), "it").values[FlatRef("it", "mask")]
    assert len(shown) == 5
