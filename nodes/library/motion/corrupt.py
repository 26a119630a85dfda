"""Node: the forward process of the refiner, to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from msgspec import Meta

from nodes.between_keys import interpolated, levels_of, require_level
from nodes.example import Example
from nodes.node import node
from nodes.parameters import Seed, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.refiner.corruption import SIGMA, Noise, amplitude, chance_of, noised
from pipelines.refiner.levels import Levels
from pipelines.values import Clip, Image


@node(
    "motion.corrupt",
    icon="mdi6.blur-linear",
    kind=Kind.SEGMENT,
    title="Corrupt",
    shows=("level", "noise"),
    example=Example(
        {"film": "load.clip", "worse": ("motion.corrupt", {"level": 3, "noise": "dist"})},
        "film > worse.clip",
    ),
)
def corrupt(
    clip: Clip,
    work: Work,
    *,
    level: Annotated[int, Slider(0, 6), Meta(ge=0)] = 4,
    every: Annotated[int, Slider(2, 48), Meta(ge=1)] = 16,
    keys: str = "",
    finer: str = "",
    noise: Noise = Noise.NONE,
    sigma: Annotated[float, Slider(0, 0.2, 0.005), Meta(ge=0, le=1)] = SIGMA,
    seed: Seed = 0,
) -> Clip:
    """Show a film as the refiner is given it at a level: keys, and what is made between them.

    Research. This is the forward process that the refiner learns to undo, where other diffusion
    models add noise alone. Beside the film itself it shows what a gap costs; Keyframe Levels shows
    which frames are keys. Given keys are never touched.

    level: 0 has every frame for a key; a number beyond the coarsest level gives that.
    every: the distance of given keys, where none are named; the last frame is one too.
    keys: the given keys by their frames, as 0 12 30.
    finer: levels of one's own in place of halves, from coarse to fine, parted by semicolons.
    noise: none, more of it far from keys (dist), or on all frames alike (gauss).
    sigma: the deviation of the noise, of 0 to 1. Keys that are not given get a quarter.
    seed: a number that chooses the noise.

    Example: every 16 and level 4: what optical flow alone makes of two thirds of a second.
    """
    if not len(clip):
        raise MismatchError("The clip has no frames.", mend="Connect a clip with a frame at least.")
    levels = levels_of(len(clip), every, keys, finer)
    at = require_level(levels, level)
    frames = interpolated(clip, levels, at, work)
    if noise is not Noise.NONE and sigma:
        frames = NoisyFrames(frames, levels, at, noise, sigma, seed)
        work.own(frames)
    return Clip(clip.format, frames, clip.audio, clip.marks, clip.shots)


class NoisyFrames(FrameSource):
    """Frames of another source with the noise of a level; those that get none are the very same."""

    def __init__(
        self,
        source: FrameSource,
        levels: Levels,
        level: int,
        noise: Noise,
        sigma: float,
        seed: int,
    ) -> None:
        self._source = source
        self._level, self._seed = level, seed
        self._deviations = [
            sigma * amplitude(noise, levels, level, frame) for frame in range(levels.frames)
        ]

    def __len__(self) -> int:
        return len(self._deviations)

    def resolve(self, index: int) -> FrameRef:
        if self._deviations[index]:
            return FrameRef(self, index)
        return self._source.resolve(index)

    def key(self, index: int) -> Digest:
        ref = self.resolve(index)
        if ref.source is not self:
            return ref.source.key(ref.at)
        said = f"{self._deviations[index]!r} {self._seed} {self._level} {index}"
        return derived_key("noise", "1", said, self._source.key(index))

    def needs(self, index: int) -> tuple[FrameRef, ...]:
        return (FrameRef(self._source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        if not self._deviations[index]:
            return inputs[0]
        chance = chance_of(self._seed, self._level, index)
        return noised(inputs[0], self._deviations[index], chance)
