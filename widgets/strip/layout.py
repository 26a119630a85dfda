"""Where panels and frames lie along the strip. Numbers only.

A panel is as wide as it is long, but never narrower than what is legible; within a panel frames
are spread evenly. Time is therefore straight where nothing is too narrow, and monotonous always.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Scale:
    """How wide panels are: view units a frame, the least of a panel, and one width for all (0:
    each its own)."""

    per_frame: float
    least: float
    equal: float = 0.0


@dataclass(frozen=True, slots=True)
class StripLayout:
    """Panels side by side from x = 0."""

    durations: tuple[int, ...]
    scale: Scale
    starts: tuple[int, ...] = field(init=False)
    """The first frame of each panel, and the number of frames."""
    lefts: tuple[float, ...] = field(init=False)
    """Where each panel begins, and where the last one ends."""

    def __post_init__(self) -> None:
        scale = self.scale
        widths = [
            scale.equal or max(duration * scale.per_frame, scale.least)
            for duration in self.durations
        ]
        object.__setattr__(self, "starts", tuple(accumulate(self.durations, initial=0)))
        object.__setattr__(self, "lefts", tuple(accumulate(widths, initial=0.0)))

    @property
    def width(self) -> float:
        return self.lefts[-1]

    @property
    def length(self) -> int:
        """Frames in all."""
        return self.starts[-1]

    def x_of(self, frame: float) -> float:
        """Where a frame begins; beyond the end at the scale of time."""
        if not self.durations or frame >= self.length:
            return self.width + (frame - self.length) * self.scale.per_frame
        if frame < 0:
            return frame * self.scale.per_frame
        at = bisect_right(self.starts, frame) - 1
        share = (frame - self.starts[at]) / self.durations[at]
        return self.lefts[at] + share * (self.lefts[at + 1] - self.lefts[at])

    def frame_at(self, x: float) -> float:
        """The frame at a place, with its fraction; beyond the ends at the scale of time."""
        if not self.durations or x >= self.width:
            return self.length + (x - self.width) / self.scale.per_frame
        if x < 0:
            return x / self.scale.per_frame
        at = bisect_right(self.lefts, x) - 1
        share = (x - self.lefts[at]) / (self.lefts[at + 1] - self.lefts[at])
        return self.starts[at] + share * self.durations[at]

    def panel_at(self, x: float) -> int:
        """The place of the panel under x, or -1."""
        if not 0 <= x < self.width:
            return -1
        return bisect_right(self.lefts, x) - 1

    def panel_of(self, frame: int) -> int:
        """The place of the panel that a frame belongs to, or -1."""
        if not 0 <= frame < self.length:
            return -1
        return bisect_right(self.starts, frame) - 1

    def gap_at(self, x: float) -> int:
        """The gap between panels that is nearest: n is before panel n."""
        at = self.panel_at(x)
        if at < 0:
            return 0 if x < 0 else len(self.durations)
        middle = (self.lefts[at] + self.lefts[at + 1]) / 2
        return at if x < middle else at + 1

    def border_near(self, x: float, reach: float) -> int:
        """The panel whose right border is within reach, or -1."""
        at = bisect_right(self.lefts, x) - 1
        near = [
            place
            for place in (at, at + 1)
            if 1 <= place < len(self.lefts) and abs(self.lefts[place] - x) <= reach
        ]
        return min(near, key=lambda place: abs(self.lefts[place] - x)) - 1 if near else -1

    def visible(self, left: float, right: float) -> range:
        """The panels that touch [left, right]."""
        first = max(bisect_right(self.lefts, left) - 1, 0)
        last = min(bisect_right(self.lefts, right), len(self.durations))
        return range(first, last)
