"""Other seeds: every one that is not locked, as far up as the nodes depend on it."""

from __future__ import annotations

from itertools import count
from typing import Any

import msgspec
import pytest

from nodes.codec import decode_document, encode_document
from nodes.document import Document
from nodes.edits import (
    AddNode,
    Batch,
    Connect,
    ExposePort,
    GroupNodes,
    Pin,
    PutNodes,
    Reroll,
    SetParameter,
)
from nodes.graph import Link, Node, Port
from nodes.node import node
from nodes.parameters import Seed
from nodes.registry import Registry
from nodes.seeds import locked_seeds, thrown, with_lock
from nodes.snapshot import Snapshot


@node("chance.dream", icon="i")
def dream(before: float = 0, *, seed: Seed = 0) -> float:
    """A number by chance."""
    return before + seed


@node("chance.luck", icon="i", deterministic=False)
def luck(before: float = 0) -> float:
    """Another number each time."""
    return before


KINDS = Registry([dream.spec, luck.spec])  # type: ignore[attr-defined] - set by @node


def chain(*types: str) -> Document:
    """Nodes n0, n1 ... each fed by the one before."""
    made = Document(KINDS)
    for at, kind in enumerate(types):
        made.apply(AddNode(node=Node(id=f"n{at}", type=f"chance.{kind}")))
        if at:
            made.apply(Connect(node=f"n{at}", socket="before", link=Link("l", f"n{at - 1}")))
    return made


def edits_of(made: Document, *goals: str) -> list[Any]:
    return thrown(Snapshot(made.graph, KINDS), goals, count(100).__next__)


def test_every_seed_upstream_is_thrown_and_none_downstream() -> None:
    made = chain("dream", "dream", "dream")
    edits = edits_of(made, "n1")
    assert {(one.node, one.name) for one in edits} == {("n0", "seed"), ("n1", "seed")}
    assert len({one.value for one in edits}) == 2
    before = made.graph
    inverse = made.apply(Batch(edits=tuple(edits)))
    assert made.graph.nodes["n1"].parameters["seed"] in (100, 101)
    made.apply(inverse)
    assert made.graph == before


def test_a_locked_seed_stays_also_after_saving_and_in_a_group() -> None:
    made = chain("dream", "dream")
    made.apply(PutNodes(nodes=(with_lock(made.graph.nodes["n0"], "seed", locked=True),)))
    made = decode_document(msgspec.json.decode(encode_document(made)), KINDS)
    assert locked_seeds(made.graph.nodes["n0"]) == ("seed",)
    assert [one.node for one in edits_of(made, "n1")] == ["n1"]
    made.apply(GroupNodes(nodes=("n0", "n1"), group="g"))
    assert [(one.at, one.node) for one in edits_of(made, "g/n1")] == [(("g",), "n1")]
    inside = made.graph_at(("g",)).nodes["n0"]
    made.apply(PutNodes(at=("g",), nodes=(with_lock(inside, "seed", locked=False),)))
    assert len(edits_of(made, "g/n1")) == 2


def test_a_node_without_a_seed_that_is_left_to_chance_is_rolled_again() -> None:
    made = chain("luck", "dream")
    edits = edits_of(made, "n1")
    assert Reroll(node="n0", number=1) in edits
    made.apply(Batch(edits=tuple(edits)))
    assert Reroll(node="n0", number=2) in edits_of(made, "n1")


def test_a_pinned_node_keeps_its_result() -> None:
    made = chain("dream", "luck")
    made.apply(Pin(node="n1", key="k"))
    assert [one.node for one in edits_of(made, "n1")] == ["n0"]


@pytest.mark.parametrize("is_set", [False, True])
def test_a_seed_that_a_group_gives_is_thrown_where_it_counts(is_set: bool) -> None:
    made = chain("dream")
    made.apply(GroupNodes(nodes=("n0",), group="g"))
    made.apply(ExposePort(group="g", port=Port("luck", "n0", "seed")))
    if is_set:
        made.apply(SetParameter(node="g", name="luck", value=5))
    (edit,) = edits_of(made, "g/n0")
    made.apply(edit)
    flat = Snapshot(made.graph, KINDS).flat["g/n0"]
    assert flat.parameters["seed"] == 100
