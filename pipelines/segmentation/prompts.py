"""What a hand says of a thing on one frame: clicks, scribbles, a box, a shape. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.plain_defaults import PlainDefaults
from pipelines.pointing import Click, HandBox, Share
from pipelines.values import Mask


class Scribble(PlainDefaults, frozen=True, omit_defaults=True):
    """A line drawn through what is meant or, not `positive`, through what is not."""

    points: tuple[tuple[Share, Share], ...]
    positive: bool = True


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that is said of one thing on one frame; places in shares of the picture.

    `shape` is a mask that is nearly right, of the picture's size: a lasso, painted, or an answer
    that clicks are to mend.
    """

    clicks: tuple[Click, ...] = ()
    box: HandBox | None = None
    scribbles: tuple[Scribble, ...] = ()
    shape: Mask | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing says where the thing is."""
        marks = (*self.clicks, *self.scribbles)
        said = any(mark.positive for mark in marks) or self.box is not None
        return not said and (self.shape is None or not self.shape.pixels.any())
