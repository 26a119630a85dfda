"""What a hand points at in a picture: clicks, boxes, lines, in shares of its width and height.

Each keeps the frame and the digest of the picture that it was made on, so that it stays when what
lies before changes, and it can be said that it was made on another picture.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from pipelines.plain_defaults import PlainDefaults

Share = Annotated[float, Meta(ge=0, le=1)]
"""A place between the left (top) edge, 0, and the right (bottom) edge, 1."""


class Click(PlainDefaults, frozen=True, omit_defaults=True):
    """A point that belongs to what is meant or, not `positive`, does not."""

    x: Share
    y: Share
    positive: bool = True
    frame: int = 0
    picture: str = ""


class Clicks(PlainDefaults, frozen=True, omit_defaults=True):
    """Clicks in the order in which they were made."""

    clicks: tuple[Click, ...] = ()

    def on(self, frame: int) -> tuple[Click, ...]:
        """The clicks of a frame."""
        return tuple(click for click in self.clicks if click.frame == frame)


class HandBox(PlainDefaults, frozen=True, omit_defaults=True):
    """A box around something, its left (top) edge before its right (bottom) one."""

    left: Share
    top: Share
    right: Share
    bottom: Share
    frame: int = 0
    picture: str = ""


class Boxes(PlainDefaults, frozen=True, omit_defaults=True):
    """Boxes in the order in which they were drawn."""

    boxes: tuple[HandBox, ...] = ()

    def on(self, frame: int) -> tuple[HandBox, ...]:
        """The boxes of a frame."""
        return tuple(box for box in self.boxes if box.frame == frame)


class StrokeMeaning(StrEnum):
    """What a line says of the thing: it lies on it, beside it, or goes closely around it."""

    IT = "it"
    NOT_IT = "not it"
    AROUND = "around"


class Stroke(PlainDefaults, frozen=True, omit_defaults=True):
    """A line along something or around it; one around it leads back to its first point."""

    points: tuple[tuple[Share, Share], ...]
    means: StrokeMeaning = StrokeMeaning.IT
    frame: int = 0
    picture: str = ""


class Strokes(PlainDefaults, frozen=True, omit_defaults=True):
    """Lines in the order in which they were drawn."""

    strokes: tuple[Stroke, ...] = ()

    def on(self, frame: int) -> tuple[Stroke, ...]:
        """The lines of a frame."""
        return tuple(stroke for stroke in self.strokes if stroke.frame == frame)
