"""Samples for training: two keys, what an interpolator makes between them, and the truth."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, log2
from typing import NamedTuple, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.in_between import lay, prepare
from pipelines.premultiplied import Floats
from pipelines.refiner.steering import GIVEN, PROPOSED
from pipelines.refiner.training.rendering import Rendered, rendered
from pipelines.refiner.training.scenes import Scene, Style, random_scene
from pipelines.values import Image, Pixels8

GAPS = {2: 0.05, 4: 0.15, 8: 0.35, 12: 0.1, 16: 0.35}
"""Frames between the keys, and how often."""
OF_SCENE = 3
"""Frames that are taken from one scene."""
_PROPOSED = 0.25
"""How often a key is a made one: half of the gaps below the coarsest level have one, p = 0.5."""
_STRAIGHT = 0.3
"""How often the guess is what layers moved straight would give, in place of the flow's."""
_SOFT, _GRAINY = 0.3, 0.5


class Sample(NamedTuple):
    """A frame between two keys.

    Pictures are (S, S, 3) uint8; `field`, `to_a` and `to_b` (S, S, 2) and `share` (S, S) float16,
    as in the network's Asked and Mended; `known` (S, S, 2) uint8 is 1 where the steps into a and
    into b lead to the same point. `numbers` are t, the gap, the level, the trust in a and in b.
    """

    a: Pixels8
    b: Pixels8
    guess: Pixels8
    truth: Pixels8
    field: NDArray[np.float16]
    share: NDArray[np.float16]
    to_a: NDArray[np.float16]
    to_b: NDArray[np.float16]
    known: NDArray[np.uint8]
    numbers: NDArray[np.float32]


def samples_of(seed: int, index: int, side: int) -> list[Sample]:
    """The samples of the scene with a number, the same each time."""
    for attempt in range(1000):
        chance = np.random.default_rng((seed, index, attempt))
        found = list(_between(chance, side))
        if found:
            return found
    raise RuntimeError("no scene moves")  # a thousand scenes in a row that hold: broken by hand


def _between(chance: np.random.Generator, side: int) -> Iterator[Sample]:
    """Nothing where the keys are so unlike that the interpolator holds."""
    gap = int(chance.choice([*GAPS], p=[*GAPS.values()]))
    proposed = chance.random() < _PROPOSED
    scene = random_scene(chance, side, 2 * gap if proposed else gap)
    finish = _Finish(chance, scene.style)
    first, last = (rendered(scene, scene.pose(frame)) for frame in (0, gap))
    a, b = (finish.key(one.picture) for one in (first, last))
    if proposed:
        far = finish.key(rendered(scene, scene.pose(2 * gap)).picture)
        parent = prepare(a, far)
        if parent.holds:
            return
        b = lay(parent, a, far, 0.5).picture
    between = prepare(a, b)
    if between.holds:
        return
    turned = chance.random() < 0.5
    straight = not proposed and chance.random() < _STRAIGHT
    for step in chance.choice(np.arange(1, gap), min(OF_SCENE, gap - 1), replace=False):
        t = float(step) / gap
        laid = lay(between, a, b, t)
        true = rendered(scene, scene.pose(float(step)))
        guess = _straight(scene, gap, t, finish) if straight else laid.picture
        to_a, known_a = _steps(true, first)
        to_b, known_b = _steps(true, last)
        known = np.stack([known_a, known_b & (not proposed)], axis=2).astype(np.uint8)
        trust = GIVEN, PROPOSED if proposed else GIVEN
        made = Sample(
            cast(Pixels8, a.pixels),
            cast(Pixels8, b.pixels),
            cast(Pixels8, guess.pixels),
            finish.soft(true.picture),
            laid.motion.astype(np.float16),
            laid.share.astype(np.float16),
            to_a.astype(np.float16),
            to_b.astype(np.float16),
            known,
            measured(t, gap, trust),
        )
        yield reversed_in_time(made) if turned else made


def measured(t: float, gap: int, trust: tuple[float, float]) -> NDArray[np.float32]:
    """The numbers of a sample."""
    return np.array([t, gap, ceil(log2(gap)), *trust], np.float32)


def reversed_in_time(sample: Sample) -> Sample:
    """The same frame, the keys the other way round."""
    t, gap, level, trust_a, trust_b = sample.numbers
    return Sample(
        sample.b,
        sample.a,
        sample.guess,
        sample.truth,
        -sample.field,
        np.float16(1) - sample.share,
        sample.to_b,
        sample.to_a,
        np.ascontiguousarray(sample.known[..., ::-1]),
        np.array([1 - t, gap, level, trust_b, trust_a], np.float32),
    )


class _Finish:
    """What a lens and a sensor do to all frames of a scene alike."""

    def __init__(self, chance: np.random.Generator, style: Style) -> None:
        self._chance = chance
        self._blur = chance.uniform(0.4, 1.0) if chance.random() < _SOFT else 0.0
        grainy = style is Style.TEXTURED and chance.random() < _GRAINY
        self._grain = chance.uniform(0.5, 4) if grainy else 0.0

    def soft(self, picture: Pixels8) -> Pixels8:
        """As it would be without grain."""
        if not self._blur:
            return picture
        return cast(Pixels8, cv2.GaussianBlur(picture, (5, 5), self._blur))

    def key(self, picture: Pixels8) -> Image:
        """As it was filmed."""
        soft = self.soft(picture)
        if self._grain:
            noise = self._chance.standard_normal(soft.shape, np.float32) * np.float32(self._grain)
            soft = np.clip(soft + noise + 0.5, 0, 255).astype(np.uint8)
        return Image(soft.copy())


def _straight(scene: Scene, gap: int, t: float, finish: _Finish) -> Image:
    pose = scene.pose(0).mixed(scene.pose(gap), t)
    return Image(finish.soft(rendered(scene, pose).picture).copy())


def _steps(here: Rendered, there: Rendered) -> tuple[Floats, NDArray[np.bool_]]:
    steps = here.steps_to(there)
    return steps, here.seen_in(there, steps)
