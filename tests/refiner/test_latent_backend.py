"""A backend in latents that pack four frames: keys come out exact all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from pipelines.premultiplied import Floats, premultiply, unpremultiply
from pipelines.progress import Progress, silent
from pipelines.refiner.backend import Space, Task
from pipelines.refiner.clamping import clamped, drift
from pipelines.refiner.levels import uniform
from pipelines.refiner.sampler import Film, Manner, Mode, refine
from pipelines.values import Image
from tests.refiner.moving import passing

FRAMES = 9
TINT = np.array([0.08, 0.0, -0.05], np.float32)


class Packed:
    """Frame 0 by itself, then the mean of every four, as Wan's latents; its film is tinted."""

    space = Space.WAN
    identity = "packed"

    def encode(self, frames: Sequence[Image]) -> list[Floats]:
        floats = [premultiply(frame) for frame in frames]
        packs = [floats[:1], *(floats[at : at + 4] for at in range(1, len(floats), 4))]
        return [cast(Floats, np.mean(pack, axis=0, dtype=np.float32)) for pack in packs]

    def predict(self, state: list[Floats], task: Task, progress: Progress) -> list[Floats]:
        progress(1, 1)
        return [one + TINT for one in state]

    def decode(self, state: list[Floats]) -> list[Image]:
        spread = [state[0], *(one for one in state[1:] for _ in range(4))]
        return [unpremultiply(one, bits=8) for one in spread[:FRAMES]]


def film() -> Film:
    frames = [passing(20 + at) for at in range(FRAMES)]
    keys = {at: frames[at] for at in (0, 4, 8)}
    return Film(frames, uniform(FRAMES, keys), keys, range(FRAMES))


def shown(level: int, frames: Sequence[Image]) -> None:
    """For films that nobody watches."""


def error(one: Image, other: Image) -> float:
    return float(np.abs(one.pixels.astype(int) - other.pixels).mean())


@pytest.mark.parametrize("mode", list(Mode))
def test_keys_are_exact_after_a_decode(mode: Mode) -> None:
    given = film()
    made = refine(given, Packed(), Manner(mode), progress=silent, show=shown)
    assert len(made) == FRAMES
    for at, key in given.keys.items():
        assert np.array_equal(made[at].pixels, key.pixels)


def test_what_a_key_was_off_by_is_taken_from_the_frames_around_it() -> None:
    given = film()
    packed = Packed()
    decoded = packed.decode(packed.predict(packed.encode(given.frames), _no_task(), silent))
    plain = clamped(decoded, given.keys, spread=False)
    spread = clamped(decoded, given.keys, spread=True)
    for at in (1, 2, 3, 5, 6, 7):
        assert error(spread[at], given.frames[at]) < 0.7 * error(plain[at], given.frames[at])


def test_the_drift_of_keys_is_told() -> None:
    given = film()
    packed = Packed()
    decoded = packed.decode(packed.predict(packed.encode(given.frames), _no_task(), silent))
    before, after = (
        drift(decoded, given.keys),
        drift(clamped(decoded, given.keys, spread=True), given.keys),
    )
    assert min(before.values()) > 5
    assert max(after.values()) == 0


def _no_task() -> Task:
    return Task(uniform(FRAMES, (0,)), 0, range(FRAMES), {}, {}, None, frozenset(), 1.0, 0)
