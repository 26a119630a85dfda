"""What a hand points at in a picture: clicks and boxes, in shares of its width and height.

Each keeps the frame and the digest of the picture that it was made on, so that it stays when what
lies before changes, and it can be said that it was made on another picture.
"""

from __future__ import annotations

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
