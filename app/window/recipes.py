"""Graphs that a film is brought to: what they are made of, and where the hand begins in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.window.examples import in_columns
from nodes.document import Document
from nodes.edits import PutNodes, SetParameter
from nodes.example import Example
from nodes.examples import nodes_of
from nodes.registry import Registry


@dataclass(frozen=True, slots=True)
class Spot:
    """A parameter of a node at the top level."""

    node: str
    parameter: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """`film` is where the path of the film goes; `begins_at` has the tool that is taken in hand."""

    nodes: Example
    film: Spot
    begins_at: Spot


REMOVAL = Recipe(
    Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "room": ("mask.grow", {"distance": 6}),
            "gone": "mask.remove",
            "edge": ("mask.boundary_blend", {"width": 4, "lies": "inside"}),
            "done": "image.composite",
            "file": ("export.video", {"path": "exports/removed"}),
        },
        "film > thing.clip, thing.mask > room.mask, film > gone.clip, room > gone.masks,"
        " room > edge.mask, film > done.original, gone.clip > done.made, edge > done.mask,"
        " done > file.clip",
    ),
    Spot("film", "path"),
    Spot("thing", "boxes"),
)
"""A thing taken out of a shot, all of it built in."""


def prepared(recipe: Recipe, film: Path, registry: Registry) -> Document:
    """The graph of a recipe with a film in it."""
    document = Document(registry)
    document.apply(PutNodes(nodes=in_columns(nodes_of(recipe.nodes, registry))))
    place = recipe.film
    document.apply(SetParameter(node=place.node, name=place.parameter, value=str(film)))
    return document
