"""What a hand says of a thing on one frame: clicks, scribbles, a box, a lasso, a shape. Values
only."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.plain_defaults import PlainDefaults
from pipelines.pointing import Click, HandBox, Share
from pipelines.values import Mask


class Scribble(PlainDefaults, frozen=True, omit_defaults=True):
    """A line drawn through what is meant or, not `positive`, through what is not."""

    points: tuple[tuple[Share, Share], ...]
    positive: bool = True


class Lasso(PlainDefaults, frozen=True, omit_defaults=True):
    """A line drawn closely around what is meant; its last point leads back to its first."""

    points: tuple[tuple[Share, Share], ...]

    @property
    def bounds(self) -> HandBox:
        """The least box that it lies in."""
        across, down = zip(*self.points, strict=True)
        return HandBox(min(across), min(down), max(across), max(down))


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that is said of one thing on one frame; places in shares of the picture.

    `shape` is a mask that is nearly right, of the picture's size: painted, or an answer that clicks
    are to mend. Nothing beyond a `lasso` is meant.
    """

    clicks: tuple[Click, ...] = ()
    box: HandBox | None = None
    scribbles: tuple[Scribble, ...] = ()
    shape: Mask | None = None
    lasso: Lasso | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing says where the thing is."""
        marks = (*self.clicks, *self.scribbles)
        said = any(mark.positive for mark in marks) or self.bounds is not None
        return not said and (self.shape is None or not self.shape.pixels.any())

    @property
    def bounds(self) -> HandBox | None:
        """The box, or the one that the lasso lies in."""
        return self.lasso.bounds if self.lasso is not None else self.box
