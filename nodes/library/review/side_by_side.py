"""Node: films beside each other."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import InPixels, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.side_by_side import side_by_side as beside
from pipelines.values import Clip


@node(
    "review.side_by_side",
    icon="mdi6.view-grid-outline",
    kind=Kind.SEGMENT,
    title="Side by Side",
    shows=("names",),
    example=Example(
        {
            "film": "load.clip",
            "lines": "control.line",
            "gray": "control.gray",
            "both": ("review.side_by_side", {"names": "film, lines, gray"}),
        },
        "film > lines.image, film > gray.image, film > both.clips, lines > both.clips,"
        " gray > both.clips",
    ),
)
def side_by_side(
    *clips: Clip,
    work: Work,
    names: str = "",
    columns: Annotated[int, Slider(1, 6), Meta(ge=1, le=32)] = 2,
    width: Annotated[int, InPixels(), Slider(64, 960), Meta(ge=16, le=4096)] = 448,
) -> Clip:
    """Show films beside each other, each with its name below, to compare them frame by frame.

    Use it for takes, for a film and what became of it, or for the cases of an experiment. A film
    that ends sooner holds its last frame; the first one gives proportions, pace and sound. What
    comes out has 8 bits and no alpha.

    names: the names, with commas between; a number stands where there is none.
    columns: how many stand side by side.
    width: the width of each in pixels.

    Example: a film, its lines and its grays in three pictures, “film, lines, gray” below them.
    """
    shown = [clip for clip in clips if len(clip)]
    if not shown:
        raise MismatchError("There is nothing to compare.", mend="Connect two clips or more.")
    said = [name.strip() for name in names.split(",")] + [""] * len(shown)
    named = [said[at] or str(at + 1) for at in range(len(shown))]
    made = beside(shown, named, columns=columns, width=width)
    work.own(made.frames)
    return made
