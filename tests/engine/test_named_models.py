"""Which models a node asks for."""

from __future__ import annotations

from typing import Annotated

from nodes.graph import Node
from nodes.named_models import families_used, named_models
from nodes.node import node
from nodes.parameters import NamesModel
from nodes.registry import Registry, library
from nodes.spec import NodeSpec
from nodes.work import Work
from pipelines.values import Image


def naming() -> NodeSpec:
    """A kind of node that works with a model."""

    @node("mask.point_at", icon="mdi6.target", title="Point At")
    def point_at(
        image: Image, *, model: Annotated[str, NamesModel(("sam2",))] = "sam2-tiny"
    ) -> Image:
        """Point at something."""
        return image

    return point_at.spec  # type: ignore[attr-defined] - the decorator attaches it


def test_a_node_asks_for_the_model_that_it_is_set_to() -> None:
    registry = Registry([naming()])
    assert named_models(Node(id="a", type="mask.point_at"), registry) == ("sam2-tiny",)
    other = Node(id="a", type="mask.point_at", parameters={"model": "sam2-large"})
    assert named_models(other, registry) == ("sam2-large",)
    built_in = Node(id="a", type="mask.point_at", parameters={"model": ""})
    assert named_models(built_in, registry) == ()


def test_nodes_without_models_and_unknown_ones_ask_for_none() -> None:
    assert named_models(Node(id="a", type="mask.feather"), library()) == ()
    assert named_models(Node(id="a", type="no.such"), library()) == ()


def test_it_is_known_which_nodes_work_with_a_family() -> None:
    found = families_used([naming(), *library().specs.values()])
    assert found["sam2"][0] == "Point At"
    assert {"Segment", "Boxes to Mask"} <= {*found["sam2"]}
    assert {"Segment", "Detect Objects"} == {*found["grounding-dino"]}


def test_a_node_that_always_needs_a_model_is_among_them() -> None:
    @node("mask.always", icon="mdi6.target", title="Always", models=("dinov2-base",))
    def always(image: Image, work: Work) -> Image:
        """Always."""
        return image

    spec: NodeSpec = always.spec  # type: ignore[attr-defined] - the decorator attaches it
    assert families_used([spec]) == {"dinov2-base": ("Always",)}
    assert named_models(Node(id="a", type="mask.always"), Registry([spec])) == ("dinov2-base",)
