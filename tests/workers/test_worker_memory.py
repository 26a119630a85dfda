"""Flags and previews in shared memory, both sides in this process."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event
from typing import NamedTuple

import numpy as np
import pytest

from app.workers.run_in_hand import RunInHand
from nodes.serve import small
from nodes.serving.cancelling import SharedCancelToken
from nodes.serving.worker_memory import WorkerMemory
from pipelines.progress import LocalCancelToken
from pipelines.uninterruptible import uninterruptible
from pipelines.values import Image, Mask
from tests.workers.stage import chain, order


class Sides(NamedTuple):
    """The same memory as the supervisor and as the worker see it."""

    supervisor: WorkerMemory
    worker: WorkerMemory


@pytest.fixture
def sides() -> Iterator[Sides]:
    supervisor = WorkerMemory()
    worker = WorkerMemory(supervisor.name)
    yield Sides(supervisor, worker)
    worker.close()
    supervisor.close()
    supervisor.unlink()


def gray(level: int, *, channels: int = 3) -> Image:
    """A small picture."""
    return Image(np.full((4, 6, channels), level, np.uint8))


def test_only_the_newest_preview_is_taken_and_only_once(sides: Sides) -> None:
    assert sides.supervisor.latest() is None
    for level in (1, 2, 3):
        sides.worker.post(7, "shot/ink", gray(level, channels=4))
    newest = sides.supervisor.latest()
    assert newest is not None
    assert (newest.run, newest.path) == (7, "shot/ink")
    assert newest.picture.pixels.shape == (4, 6, 4)
    assert np.all(newest.picture.pixels == 3)
    assert sides.supervisor.latest() is None


def test_a_picture_of_an_earlier_run_is_not_shown(sides: Sides) -> None:
    now = RunInHand(order(chain("test.add", 1, 1.0)), 2)
    sides.worker.post(1, "n", gray(1))
    assert list(now.news(sides.supervisor)) == []
    sides.worker.post(2, "n", gray(2))
    assert len(list(now.news(sides.supervisor))) == 1


def test_a_mask_stays_a_mask(sides: Sides) -> None:
    sides.worker.post(1, "n", Mask(np.eye(5, dtype=np.uint8)))
    newest = sides.supervisor.latest()
    assert newest is not None
    assert isinstance(newest.picture, Mask)
    assert np.array_equal(newest.picture.pixels, np.eye(5, dtype=np.uint8))


def test_a_preview_that_is_being_written_over_is_not_shown(sides: Sides) -> None:
    sides.worker.post(1, "n", gray(1))
    slot = sides.supervisor._slot(1)  # pyright: ignore[reportPrivateUsage] - what a late write hits
    sides.supervisor._bytes[slot + 64 + 4096] = 99  # pyright: ignore[reportPrivateUsage]
    assert sides.supervisor.latest() is None
    sides.worker.post(1, "n", gray(2))
    newest = sides.supervisor.latest()
    assert newest is not None
    assert np.all(newest.picture.pixels == 2)


def test_a_cancel_stops_its_run_and_none_after_it(sides: Sides) -> None:
    orphaned = Event()
    tokens = [SharedCancelToken(sides.worker, run, orphaned) for run in (3, 4, 5)]
    assert not any(token.cancelled for token in tokens)
    sides.supervisor.cancel(4)
    assert [token.cancelled for token in tokens] == [True, True, False]
    orphaned.set()
    assert tokens[2].cancelled


def test_a_declared_stretch_is_seen_until_it_is_left(sides: Sides) -> None:
    token = SharedCancelToken(sides.worker, 1, Event())
    with uninterruptible(token), uninterruptible(token):
        assert sides.supervisor.uninterruptible
    assert not sides.supervisor.uninterruptible
    with uninterruptible(LocalCancelToken()):
        assert not sides.supervisor.uninterruptible


@pytest.mark.parametrize(
    ("size", "expected"),
    [((1000, 500), (512, 256)), ((300, 2048), (75, 512)), ((512, 9), (512, 9))],
)
def test_previews_are_scaled_to_512_pixels(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    width, height = size
    picture = small(Image(np.full((height, width, 3), 65535, np.uint16)))
    assert (picture.width, picture.height) == expected
    assert picture.pixels.dtype == np.uint8
    assert np.all(picture.pixels == 255)
    mask = small(Mask(np.full((height, width), 9, np.uint8)))
    assert (mask.width, mask.height) == expected
