"""Samples on disk, made ahead by another process. What is in a shard follows from its number."""

from __future__ import annotations

import os
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from time import sleep
from types import TracebackType

import numpy as np

from pipelines.refiner.training.footage import films_of, samples_of_film
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import Sample, samples_of

AHEAD = 4
"""Shards that wait on disk at most."""
_LOOK_SECONDS = 0.25


def make_shard(plan: Plan, number: int) -> list[Sample]:
    """The samples of a shard."""
    first = number * plan.shard
    made: list[Sample] = []
    for index in range(first, first + plan.shard):
        made += _filmed(plan, index) or samples_of(plan.seed, index, plan.side)
    return made


def _filmed(plan: Plan, index: int) -> list[Sample]:
    """Samples of a person's films, now and then, where there are any."""
    chance = np.random.default_rng((plan.seed, index, 7))
    if not plan.clips or chance.random() >= plan.clip_share:
        return []
    return samples_of_film(films_of(Path(plan.clips)), chance, plan.side)


class Shards:
    """The shards of a training, each asked for in order. A context manager.

    `aside` has another process make them ahead; else each is made when it is asked for.
    """

    def __init__(self, plan: Plan, folder: Path, *, aside: bool) -> None:
        self._plan = plan
        self._folder = folder
        self._aside = aside
        self._maker = None
        self._latest: tuple[int, list[Sample]] = (-1, [])

    def __enter__(self) -> Shards:
        self._folder.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._maker is not None:
            self._maker.terminate()
            self._maker.join()

    def get(self, number: int) -> list[Sample]:
        """A shard; those before it are let go."""
        if self._latest[0] != number:
            self._latest = number, self._found(number)
        return self._latest[1]

    def _found(self, number: int) -> list[Sample]:
        if not self._aside:
            return make_shard(self._plan, number)
        for path in self._folder.glob("shard-*.npz"):
            if _number(path) < number:
                path.unlink()
        if self._maker is None:
            context = get_context("spawn")
            self._maker = context.Process(
                target=_make_ahead,
                args=(self._plan, self._folder, number, os.getpid()),
                daemon=True,
            )
            self._maker.start()
        path = _path(self._folder, number)
        while not path.exists():
            if not self._maker.is_alive():
                return make_shard(self._plan, number)
            self._maker.join(_LOOK_SECONDS)
        return _read(path)


def _make_ahead(plan: Plan, folder: Path, number: int, parent: int) -> None:
    """Make shard after shard for as long as the parent lives, never too far ahead of it."""
    import cv2

    cv2.setNumThreads(1)
    while os.getppid() == parent:
        waiting = [path for path in folder.glob("shard-*.npz") if _number(path) < number]
        if len(waiting) >= AHEAD:
            sleep(_LOOK_SECONDS)
            continue
        if not _path(folder, number).exists():
            _write(_path(folder, number), make_shard(plan, number))
        number += 1


def _write(path: Path, samples: Sequence[Sample]) -> None:
    arrays = {
        name: np.stack([sample[place] for sample in samples])
        for place, name in enumerate(Sample._fields)
    }
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    part.replace(path)


def _read(path: Path) -> list[Sample]:
    with np.load(path) as arrays:
        columns = [arrays[name] for name in Sample._fields]
    return [Sample(*row) for row in zip(*columns, strict=True)]


def _path(folder: Path, number: int) -> Path:
    return folder / f"shard-{number:06}.npz"


def _number(path: Path) -> int:
    return int(path.stem.partition("-")[2])
