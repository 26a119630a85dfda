"""The reverse process: from the coarsest level of keys down to every frame.

At each level the film is predicted from what stands there, the given keys are put back bit by bit,
and what lies between the keys of the next level is interpolated anew. In one step the prediction at
the coarsest level is the answer. After Cold Diffusion (Bansal et al., 2022), whose two algorithms
are one where keys are clamped and nothing is random.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipelines.in_between import prepare, render
from pipelines.progress import Progress
from pipelines.refiner.backend import Backend, Space, Task
from pipelines.refiner.clamping import clamped
from pipelines.refiner.corruption import SIGMA, Noise, amplitude, chance_of, noised
from pipelines.refiner.levels import Levels, Stretch
from pipelines.refiner.steering import GIVEN, PROPOSED
from pipelines.values import Image, Mask

Show = Callable[[int, Sequence[Image]], None]
"""Told each level that is done, and the film as it stands then."""


class Mode(StrEnum):
    """How the levels are gone through."""

    ONE_STEP = "one step"
    LEVELS = "levels"


@dataclass(frozen=True, slots=True)
class Manner:
    """What a person chooses. `sigma` is the deviation of the noise, where there is any."""

    mode: Mode = Mode.ONE_STEP
    strength: float = 1.0
    noise: Noise = Noise.NONE
    sigma: float = SIGMA
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """Frames to be refined, with the given keys among them by frame.

    `times` are as in Task, and so are `masks`.
    """

    frames: Sequence[Image]
    levels: Levels
    keys: Mapping[int, Image]
    times: Sequence[float]
    masks: Sequence[Mask] | None = None


def refine(
    film: Film, backend: Backend[Any], manner: Manner, *, progress: Progress, show: Show
) -> list[Image]:
    """The film refined. `progress` is called between levels too, and a cancel lands there."""
    levels = film.levels
    spread = backend.space is not Space.RGB
    frames = clamped(film.frames, film.keys, spread=False)
    least = levels.top if manner.mode is Mode.ONE_STEP else 1
    for level in range(levels.top, least - 1, -1):
        progress(0, 0)
        is_last = level == least
        wanted = range(levels.frames) if is_last else levels.sets[level - 1]
        task = _task(film, frames, level, frozenset(wanted) - {*levels.sets[level]}, manner)
        state = backend.predict(backend.encode(frames), task, progress)
        frames = clamped(backend.decode(state), film.keys, spread=spread)
        if not is_last:
            frames = _between(film, frames, level - 1, manner)
        show(level, frames)
    return frames


def _task(
    film: Film, frames: Sequence[Image], level: int, wanted: frozenset[int], manner: Manner
) -> Task:
    keys = film.levels.sets[level]
    return Task(
        film.levels,
        level,
        film.times,
        {key: frames[key] for key in keys},
        {key: GIVEN if key in film.keys else PROPOSED for key in keys},
        film.masks,
        wanted,
        manner.strength,
        manner.seed,
    )


def _between(film: Film, frames: Sequence[Image], level: int, manner: Manner) -> list[Image]:
    """x_s = I(x[K_s]) + sigma A n. Where a made key is too blurred to be followed, x stays."""
    task = _task(film, frames, level, frozenset(), manner)
    made: list[Image] = []
    known: tuple[Stretch, Any] | None = None
    for frame, picture in enumerate(frames):
        stretch = film.levels.around(level, frame)
        if stretch.gap:
            ends = frames[stretch.left], frames[stretch.right]
            if known is None or known[0] != stretch:
                known = stretch, prepare(*ends)
            if not known[1].holds:
                picture = render(known[1], *ends, task.share(frame))
        deviation = manner.sigma * amplitude(manner.noise, film.levels, level, frame)
        made.append(noised(picture, deviation, chance_of(manner.seed, level, frame)))
    return made
