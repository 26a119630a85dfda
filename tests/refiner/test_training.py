"""Training: scenes whose motion is known, a loop that learns, and one that goes on after a kill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines import flow
from pipelines.errors import MismatchError, MissingFileError
from pipelines.progress import LocalCancelToken
from pipelines.refiner.training.footage import films_of, samples_of_film
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.rendering import rendered
from pipelines.refiner.training.samples import reversed_in_time, samples_of
from pipelines.refiner.training.scenes import random_scene
from pipelines.refiner.training.shards import Shards, make_shard
from tests.media.films import write_film

TINY = Plan(
    seed=5,
    steps=6,
    batch=2,
    side=64,
    crop=32,
    width=4,
    warm_up=2,
    shard=4,
    passes=2,
    validated_every=4,
    validated_with=3,
    saved_every=2,
    mixed_precision=False,
)


@pytest.mark.parametrize("seed", range(4))
def test_the_motion_of_a_scene_leads_to_the_same_colours(seed: int) -> None:
    scene = random_scene(np.random.default_rng(seed), 96, 4)
    here, there = (rendered(scene, scene.pose(frame)) for frame in (0, 3))
    steps = here.steps_to(there)
    seen = here.seen_in(there, steps)
    fetched = flow.warp(there.picture, steps)
    error = np.abs(fetched.astype(int) - here.picture).mean(2)
    assert seen.mean() > 0.5
    assert np.percentile(error[seen], 90) < 24


def test_a_seed_makes_the_same_samples_and_another_one_others() -> None:
    one, again, other = (samples_of(seed, 3, 64)[0] for seed in (1, 1, 2))
    assert all(np.array_equal(*pair) for pair in zip(one, again, strict=True))
    assert not np.array_equal(one.truth, other.truth)


def test_a_sample_reversed_in_time_is_the_same_frame() -> None:
    sample = samples_of(1, 3, 64)[0]
    back = reversed_in_time(sample)
    t, there = (np.float32(one.numbers[0]) for one in (sample, back))
    field = sample.field.astype(np.float32)
    moved = flow.warp(sample.a, -t * field)
    moved_back = flow.warp(back.b, (1 - there) * back.field.astype(np.float32))
    assert t + there == pytest.approx(1)
    assert np.array_equal(moved, moved_back)
    assert np.array_equal(reversed_in_time(back).to_a, sample.to_a)


def test_shards_made_aside_are_those_made_at_hand(tmp_path: Path) -> None:
    with Shards(TINY, tmp_path, aside=True) as shards:
        found = shards.get(2)
    made = make_shard(TINY, 2)
    assert len(found) == len(made)
    assert all(np.array_equal(one.guess, two.guess) for one, two in zip(found, made, strict=True))


def test_films_of_ones_own_give_samples_without_known_motion(tmp_path: Path) -> None:
    write_film(tmp_path / "film.mp4", 20)
    found: list[int] = []
    for seed in range(8):
        chance = np.random.default_rng(seed)
        for sample in samples_of_film(films_of(tmp_path), chance, 32):
            assert sample.truth.shape == (32, 32, 3) and not sample.known.any()
            found.append(int(sample.numbers[1]))
    assert found
    with pytest.raises(MissingFileError, match="no film"):
        films_of(tmp_path / "nothing")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A training from beginning to end."""
    folder = tmp_path_factory.mktemp("whole")
    run(folder, TINY)
    return folder


def run(folder: Path, plan: Plan, *, until: int = 0) -> None:
    """Train; stop after a step as by Ctrl-C."""
    from pipelines.refiner.training.session import Order, train
    from pipelines.refiner.training.trainer import Progressed, Trainer

    token = LocalCancelToken()
    if not until:
        train(Order(plan, folder, aside=False), _unheard, token)
        return
    trainer = Trainer(replace(plan, validated_every=until), folder, aside=False)

    def heard(progressed: Progressed) -> None:
        token.cancel()

    trainer.run(heard, token)
    assert trainer.step == until


def _unheard(progressed: object) -> None:
    """For trainings that nobody watches."""


def test_a_training_goes_on_exactly_from_where_it_was_stopped(tmp_path: Path, whole: Path) -> None:
    run(tmp_path, TINY, until=3)
    run(tmp_path, TINY)
    assert same_weights(tmp_path, whole)


def test_a_training_that_was_killed_goes_on_from_its_last_checkpoint(
    tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.refiner.training import trainer

    calls = iter(range(3))
    real = trainer.losses

    def killed(*given: Any) -> Any:
        next(calls)  # raises in the fourth step, after the checkpoint of the second
        return real(*given)

    monkeypatch.setattr(trainer, "losses", killed)
    with pytest.raises(StopIteration):
        run(tmp_path, TINY)
    monkeypatch.undo()
    run(tmp_path, TINY)
    assert same_weights(tmp_path, whole)


def test_another_plan_does_not_go_on_with_a_checkpoint(whole: Path) -> None:
    with pytest.raises(MismatchError, match="another rate"):
        run(whole, replace(TINY, rate=1.0))


def test_a_training_leaves_a_log_with_what_came_of_it(whole: Path) -> None:
    log = (whole / "log.md").read_text()
    for words in ("Outcome: **done**", "| seed | 5 |", "6 of 6", "![samples](samples.png)", "dB"):
        assert words in log
    assert (whole / "samples.png").exists() and (whole / "validation.png").exists()


def test_a_training_that_fails_leaves_a_log_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.refiner.training import trainer

    def fail(*given: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(trainer, "losses", fail)
    with pytest.raises(OSError, match="no space"):
        run(tmp_path, TINY)
    assert "Outcome: **failed**. OSError: no space left" in (tmp_path / "log.md").read_text()


def test_the_shipped_program_reads_the_weights_of_a_training(whole: Path) -> None:
    from pipelines.refiner.mending import mender

    assert mender(whole / "refiner.safetensors")


def test_two_hundred_steps_lower_the_loss(tmp_path: Path) -> None:
    import torch

    from pipelines.refiner.network import Refiner
    from pipelines.refiner.training.batches import batch_of
    from pipelines.refiner.training.losses import losses
    from pipelines.refiner.training.trainer import Trainer

    few = {"side": 32, "batch": 1, "shard": 1, "passes": 99, "validated_every": 999}
    many = {"seed": 7, "steps": 200, "width": 8, "averaged": 0.95, "rate": 3e-3, "saved_every": 999}
    plan = replace(TINY, **few, **many)
    trainer = Trainer(plan, tmp_path, aside=False)
    trainer.run(_unheard, LocalCancelToken())
    batch = batch_of(make_shard(plan, 0), torch.device("cpu"))
    with torch.no_grad():
        before, after = (
            float(losses(network(batch.asked), batch).total)
            for network in (Refiner(plan.width), trainer.averaged)
        )
    assert after < 0.97 * before


def same_weights(one: Path, other: Path) -> bool:
    ours, theirs = (_tensors(folder / "refiner.safetensors") for folder in (one, other))
    return ours.keys() == theirs.keys() and all(
        np.array_equal(ours[name], theirs[name]) for name in ours
    )


def _tensors(path: Path) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
    from safetensors.numpy import load_file

    return load_file(path)
