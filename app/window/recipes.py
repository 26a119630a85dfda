"""Graphs that a film is brought to: what they are made of, and where the hand begins in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import PutNodes, SetParameter
from nodes.example import Example
from nodes.examples import nodes_of
from nodes.graph import Node
from nodes.registry import Registry
from pipelines.errors import StoryloomError
from pipelines.media.probe import probe
from pipelines.vace.sizes import final_size
from widgets.words import noted, said

_COLUMN, _ROW = 300.0, 280.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A parameter of a node at the top level."""

    node: str
    parameter: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """`places` are columns and rows; `film` is where the path of the film goes, and `picture` that
    of a picture beside it; `begins_at` has the tool that is taken in hand. `titles` tell nodes of
    one kind apart, and those in `sized` take the proportions of the film."""

    nodes: Example
    places: Mapping[str, tuple[int, int]]
    film: Spot
    begins_at: Spot
    picture: Spot | None = None
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    sized: tuple[str, ...] = ()


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

_CASES = ("inpainting", "reference", "combined")
REPLACEMENT = Recipe(
    Example(
        {
            "film": "load.clip",
            "thing": "mask.segment",
            "room": ("mask.grow", {"distance": 6}),
            "product": "load.image",
            "inpainting": "generate.vace_inference",
            "reference": "generate.vace_inference",
            "combined": "generate.vace_inference",
            "beside": ("review.side_by_side", {"names": f"film, {', '.join(_CASES)}"}),
            "log": ("export.experiment_log", {"cases": ", ".join(_CASES)}),
        },
        "film > thing.clip, thing.mask > room.mask, film > inpainting.clip,"
        " room > inpainting.masks, product > reference.references, film > combined.clip,"
        " room > combined.masks,"
        " product > combined.references, film > beside.clips, inpainting > beside.clips,"
        " reference > beside.clips, combined > beside.clips, film > log.source,"
        " room > log.masks, product > log.reference, inpainting > log.results,"
        " reference > log.results, combined > log.results",
    ),
    {
        "film": (0, 0),
        "thing": (1, 0),
        "room": (2, 0),
        "product": (2, 2),
        "inpainting": (3, 0),
        "reference": (3, 1),
        "combined": (3, 2),
        "beside": (4, 0),
        "log": (4, 1),
    },
    Spot("film", "path"),
    Spot("thing", "boxes"),
    Spot("product", "path"),
    {
        "inpainting": noted("Inpainting: film and mask"),
        "reference": noted("Reference: picture alone"),
        "combined": noted("Combined: film, mask, picture"),
    },
    _CASES,
)
"""A thing of a shot replaced, in the three ways that are usual, and what came of them written down.
Without a model what is built in makes those that it can."""


def prepared(
    recipe: Recipe, film: Path, registry: Registry, picture: Path | None = None
) -> Document:
    """The graph of a recipe with a film in it, and a picture where there is one."""
    document = Document(registry)
    nodes = nodes_of(recipe.nodes, registry)
    document.apply(PutNodes(nodes=tuple(_placed(node, recipe) for node in nodes)))
    _set(document, recipe.film, str(film))
    if recipe.picture is not None and picture is not None:
        _set(document, recipe.picture, str(picture))
    size = _size_of(film) if recipe.sized else None
    if size is not None:
        for node in recipe.sized:
            _set(document, Spot(node, "width"), size[0])
            _set(document, Spot(node, "height"), size[1])
    return document


def _set(document: Document, spot: Spot, value: str | int) -> None:
    document.apply(SetParameter(node=spot.node, name=spot.parameter, value=value))


def _size_of(film: Path) -> tuple[int, int] | None:
    """The size that a model makes of a film like this; None where the film does not say."""
    try:
        facts = probe(film)
    except StoryloomError:
        return None
    return final_size(round(facts.width * facts.sample_aspect), facts.height)


def _placed(node: Node, recipe: Recipe) -> Node:
    column, row = recipe.places[node.id]
    title = said(recipe.titles.get(node.id, ""))
    return replace(node, title=title, x=column * _COLUMN, y=row * _ROW)
