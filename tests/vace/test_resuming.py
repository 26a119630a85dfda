"""A generation that goes on, begins late, or heeds what it is given for a while."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from pipelines.errors import Cancelled
from pipelines.vace.course import KEPT_EVERY
from pipelines.vace.generation import generate
from pipelines.vace.sampler_state import SamplerState
from pipelines.vace.sampling import Sampling, Scheduler
from pipelines.vace.words import read_words
from tests.vace.films import Watched, conditioned, given_of, made, noise_clip, thing

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
GIVEN = given_of(conditioned(control=noise_clip(5), references=(thing(),)))
STEPS = KEPT_EVERY + 2


class Kept:
    """Keeps states in memory, as their stored bytes."""

    def __init__(self) -> None:
        self.states: list[SamplerState] = []

    def kept(self) -> SamplerState | None:
        return (
            SamplerState.read(self.states[-1].meta, self.states[-1].arrays) if self.states else None
        )

    def keep(self, state: SamplerState) -> None:
        self.states.append(state)


class StopsAt(Watched):
    """Asks to stop after a step."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step

    def progress(self, done: int, total: int) -> None:
        super().progress(done, total)
        if done == self._step:
            self.cancel.cancel()


def run(pipe: Any, sampling: Sampling, keeper: Kept, watched: Watched | None = None) -> Any:
    watched = watched or Watched()
    return generate(pipe, GIVEN, sampling, cancel=watched.cancel, watcher=watched, keeper=keeper)


@pytest.mark.parametrize("scheduler", Scheduler)
@pytest.mark.parametrize("step", [1, STEPS - 1, STEPS])
def test_a_stopped_generation_goes_on_to_the_same_bits(
    pipe: Any, scheduler: Scheduler, step: int
) -> None:
    sampling = Sampling(steps=STEPS, guidance=1.0, scheduler=scheduler)
    whole = made(pipe, GIVEN, sampling)
    keeper = Kept()
    with pytest.raises(Cancelled):
        run(pipe, sampling, keeper, StopsAt(step))
    assert keeper.states[-1].done == step
    watched = Watched()
    assert np.array_equal(run(pipe, sampling, keeper, watched), whole)
    assert watched.steps == [(at, STEPS) for at in range(step, STEPS + 1)]


def test_states_are_kept_every_few_steps_and_before_the_film_is_decoded(pipe: Any) -> None:
    keeper = Kept()
    run(pipe, Sampling(steps=STEPS, guidance=1.0), keeper)
    assert [one.done for one in keeper.states] == [KEPT_EVERY, STEPS]


@pytest.mark.parametrize("scheduler", Scheduler)
def test_with_strength_the_last_steps_are_made_from_a_film(pipe: Any, scheduler: Scheduler) -> None:
    film = GIVEN.content[..., :3].copy()
    begun = replace(GIVEN, begin=film)
    sampling = Sampling(steps=10, guidance=1.0, scheduler=scheduler, strength=0.5)
    watched = Watched()
    half = made(pipe, begun, sampling, watched)
    assert watched.steps[-1] == (5, 5)
    little = made(pipe, begun, replace(sampling, strength=0.1))
    other = replace(GIVEN, begin=255 - film)
    assert not np.array_equal(half, made(pipe, other, sampling))
    assert not np.array_equal(half, little)


def test_a_strong_stop_and_start_with_strength_is_the_same(pipe: Any) -> None:
    begun = replace(GIVEN, begin=GIVEN.content[..., :3].copy())
    sampling = Sampling(steps=10, guidance=1.0, strength=0.5)
    whole, keeper, stop = made(pipe, begun, sampling), Kept(), StopsAt(3)
    with pytest.raises(Cancelled):
        generate(pipe, begun, sampling, cancel=stop.cancel, watcher=stop, keeper=keeper)
    watched = Watched()
    again = generate(pipe, begun, sampling, cancel=watched.cancel, watcher=watched, keeper=keeper)
    assert np.array_equal(again, whole)


def scales_of(pipe: Any, sampling: Sampling) -> list[list[float]]:
    """How much each layer counted in each step."""
    told: list[list[float]] = []

    kept = pipe.transformer.forward

    def heard(**named: Any) -> Any:
        told.append(named["control_hidden_states_scale"].tolist())
        return kept(**named)

    pipe.transformer.forward = heard
    try:
        made(pipe, GIVEN, sampling)
    finally:
        del pipe.transformer.forward
    return told


def test_each_layer_counts_as_much_as_it_is_told_between_two_steps(pipe: Any) -> None:
    sampling = Sampling(
        steps=4,
        guidance=1.0,
        conditioning_scale=0.5,
        layer_scales=(1.0, 0.5),
        heeds_from=0.25,
        heeds_until=0.75,
    )
    off, on = [0.0, 0.0], [0.5, 0.25]
    assert scales_of(pipe, sampling) == [off, on, on, off]
    assert Sampling(layer_scales=(1.0, 0.0)).scales(3) == [1.0, 0.5, 0.0]
    assert Sampling(conditioning_scale=0.7).scales(2) == [0.7, 0.7]


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_kept_words_make_the_same_film(pipe: Any, guidance: float) -> None:
    sampling = Sampling(prompt="a heron", negative="mud", steps=1, guidance=guidance)
    watched = Watched()
    words = read_words(pipe, sampling)
    again = generate(
        pipe,
        GIVEN,
        replace(sampling, prompt="", negative=""),
        cancel=watched.cancel,
        watcher=watched,
        words=lambda: words,
    )
    assert np.array_equal(again, made(pipe, GIVEN, sampling))


def test_a_cancel_is_heard_while_words_are_read(pipe: Any) -> None:
    watched, calls = Watched(), list[int]()

    def stop(module: Any, arguments: Any) -> None:
        calls.append(1)
        watched.cancel.cancel()

    blocks = pipe.text_encoder.encoder.block
    handles = [one.register_forward_pre_hook(stop) for one in blocks]
    try:
        with pytest.raises(Cancelled):
            generate(
                pipe,
                GIVEN,
                Sampling(prompt="a heron", steps=1),
                cancel=watched.cancel,
                watcher=watched,
                words=lambda: read_words(pipe, Sampling(prompt="a heron")),
            )
    finally:
        for handle in handles:
            handle.remove()
    assert len(blocks) > 1 and len(calls) == 1
