"""Node: pictures taken out of the frame that Resize put them in."""

from __future__ import annotations

from nodes.example import Example
from nodes.node import node
from pipelines.framing import Anchor, Filter, Fit, plan, unplace
from pipelines.values import Image


@node(
    "frame.restore",
    icon="mdi6.arrow-collapse-horizontal",
    example=Example(
        {"film": "load.clip", "small": "frame.resize", "whole": "frame.restore"},
        "film > small.image, small > whole.image, film > whole.original",
    ),
)
def restore(
    image: Image,
    original: Image,
    *,
    fit: Fit = Fit.FIT,
    anchor: Anchor = Anchor.CENTRE,
    filter: Filter = Filter.BEST,
) -> Image:
    """Undo Resize: take the picture out of its frame and bring it back to its own size.

    Use it after a model that worked at another size. Wire what came before Resize to original and
    choose the same fit and anchor; what Resize had cut off is taken from there.

    fit: as in Resize.
    anchor: as in Resize.
    filter: how new pixels are made; best is right for nearly everything.

    Example: film, Resize, a model, Restore; the film again wired to original. What comes out has
    the size of the film.
    """
    canvas = (image.width, image.height)
    placement = plan(original.width, original.height, canvas=canvas, fit=fit, anchor=anchor)
    whole = placement.box.width <= image.width and placement.box.height <= image.height
    return unplace(image, placement, over=None if whole else original, how=filter)
