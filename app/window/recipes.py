"""Graphs that a film is brought to: what they are made of, and where the hand begins in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import PutNodes, SetParameter
from nodes.example import Example
from nodes.examples import nodes_of
from nodes.graph import Node
from nodes.registry import Registry

_COLUMN, _ROW = 300.0, 280.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A parameter of a node at the top level."""

    node: str
    parameter: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """`places` are columns and rows; `film` is where the path of the film goes; `begins_at` has the
    tool that is taken in hand."""

    nodes: Example
    places: Mapping[str, tuple[int, int]]
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
    {
        "film": (0, 0),
        "thing": (1, 1),
        "room": (2, 1),
        "gone": (3, 0),
        "edge": (3, 1),
        "done": (4, 0),
        "file": (5, 0),
    },
    Spot("film", "path"),
    Spot("thing", "boxes"),
)
"""A thing taken out of a shot, all of it built in."""


def prepared(recipe: Recipe, film: Path, registry: Registry) -> Document:
    """The graph of a recipe with a film in it."""
    document = Document(registry)
    nodes = nodes_of(recipe.nodes, registry)
    document.apply(PutNodes(nodes=tuple(_placed(node, recipe) for node in nodes)))
    place = recipe.film
    document.apply(SetParameter(node=place.node, name=place.parameter, value=str(film)))
    return document


def _placed(node: Node, recipe: Recipe) -> Node:
    column, row = recipe.places[node.id]
    return replace(node, x=column * _COLUMN, y=row * _ROW)
