"""What every way of refining can do. The sampler knows this, and not who made the frames.

A backend works in a space of its own: pictures, or latents of a video model. Only in pictures can
it be held to given keys exactly; after a decode from latents the sampler puts them back, and
spreads what they were off by over the frames around them (`clamping`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from pipelines.progress import Progress
from pipelines.refiner.levels import Levels
from pipelines.values import Image, Mask

State = TypeVar("State")
"""Frames in the space of a backend."""


class Space(StrEnum):
    """What a backend works on."""

    RGB = "rgb"
    WAN = "wan latent"


class Task(NamedTuple):
    """What is asked of a backend at a level, beside the frames.

    `times` tell for each frame how far the film has come there, in frames: a film at an even pace
    has come to 5 at frame 5. `masks` say where frames may change (255), None for everywhere. `keys`
    are the pictures of the level's keys by frame, and `confidence` the trust in each, 1 for given
    ones. `wanted` are the frames that are looked at afterwards; others may stay as they are.
    `strength` 0..1 is how far it may go from what it is given; `seed` chooses among equally good
    answers.
    """

    levels: Levels
    level: int
    times: Sequence[float]
    keys: Mapping[int, Image]
    confidence: Mapping[int, float]
    masks: Sequence[Mask] | None
    wanted: frozenset[int]
    strength: float
    seed: int

    def share(self, frame: int) -> float:
        """How far a frame has come from the key before it to the one behind it, 0..1."""
        left, right = self.levels.around(self.level, frame)
        way = self.times[right] - self.times[left]
        return min(max((self.times[frame] - self.times[left]) / way, 0.0), 1.0) if way > 0 else 0.0


class Backend(Protocol[State]):
    """A way of refining frames. `identity` spells what its answers depend on: weights, version."""

    @property
    def space(self) -> Space: ...

    @property
    def identity(self) -> str: ...

    def encode(self, frames: Sequence[Image]) -> State:
        """The frames in its space."""
        ...

    def predict(self, state: State, task: Task, progress: Progress) -> State:
        """The film as it thinks that it is. Calls `progress` often enough for a cancel."""
        ...

    def decode(self, state: State) -> Sequence[Image]:
        """As many frames as were encoded, of their format."""
        ...
