"""The backend that ships: the small network, gap by gap, in pictures. Torch comes with the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from math import ceil, log2
from pathlib import Path
from typing import Any, cast

import numpy as np

from pipelines.in_between import Gap, lay, prepare
from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.progress import Progress
from pipelines.refiner.backend import Space, Task
from pipelines.refiner.levels import Stretch
from pipelines.refiner.weights import identity
from pipelines.values import Image, Mask


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """Refines with the weights of a file."""

    weights: Path

    @property
    def space(self) -> Space:
        return Space.RGB

    @property
    def identity(self) -> str:
        return f"refiner {identity(self.weights)}"

    def encode(self, frames: Sequence[Image]) -> Sequence[Image]:
        return frames

    def predict(self, state: Sequence[Image], task: Task, progress: Progress) -> Sequence[Image]:
        """Each wanted frame mended. A gap whose keys are too unlike stays as it is."""
        mending: Any = import_module("pipelines.refiner.mending")
        mender = mending.mender(self.weights)
        made = list(state)
        known: tuple[Stretch, Gap] | None = None
        for done, frame in enumerate(sorted(task.wanted), 1):
            stretch = task.levels.around(task.level, frame)
            ends = task.keys[stretch.left], task.keys[stretch.right]
            if known is None or known[0] != stretch:
                known = stretch, prepare(*ends)
            t = task.share(frame)
            if 0 < t < 1 and not known[1].holds:
                laid = lay(known[1], *ends, t)
                trust = task.confidence[stretch.left], task.confidence[stretch.right]
                level = ceil(log2(stretch.gap))
                place = mending.Place(t, stretch.gap, level, trust)
                mended = mender.mend(state[frame], ends, laid, place, strength=task.strength)
                made[frame] = _within(task.masks, frame, state[frame], mended)
            progress(done, len(task.wanted))
        return made

    def decode(self, state: Sequence[Image]) -> Sequence[Image]:
        return state


def _within(masks: Sequence[Mask] | None, frame: int, before: Image, after: Image) -> Image:
    """What changed, only where the mask lets it."""
    if masks is None or after is before:
        return after
    share = masks[frame].pixels[..., None] / np.float32(255)
    below = premultiply(before)
    mixed = below + share * (premultiply(after) - below)
    return unpremultiply(cast(Floats, mixed), bits=before.bits)
