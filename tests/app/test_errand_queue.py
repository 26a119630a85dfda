"""Downloads of a window: a process each, in order, paused, killed, failed and tried again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from app.models.errand_queue import ErrandQueue
from app.models.errand_thread import ErrandThread
from pipelines.models.errands import Fetch, HubChoice, Plan, Planned, Verify
from pipelines.models.on_this_machine import model_store
from pipelines.models.store import State
from tests.app.model_stage import settle_machine
from tests.models.conftest import hub, weights
from tests.models.loopback_hub import Faults, LoopbackHub
from widgets.models.job import Doing

__all__ = ["hub"]

PATIENCE = 60_000


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, hub: LoopbackHub, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of its own."""
    settle_machine(tmp_path, hub, monkeypatch)


@pytest.fixture
def queue() -> Iterator[ErrandQueue]:
    """A queue of downloads."""
    made = ErrandQueue(Fetch, HubChoice)
    yield made
    made.close()


def state(model: str) -> State:
    """How a model stands on the disk."""
    return model_store().standing(model).state


def test_models_are_fetched_one_after_another(qtbot: QtBot, queue: ErrandQueue) -> None:
    told: list[str] = []
    queue.progressed.connect(told.append)
    with qtbot.waitSignals([queue.done, queue.done], timeout=PATIENCE):
        queue.add(["small", "big"])
        assert [job.doing for job in queue.jobs] == [Doing.AT_WORK, Doing.WAITING]
    assert (state("small"), state("big")) == (State.VERIFIED, State.VERIFIED)
    assert queue.jobs == ()
    assert "small" in told


def test_what_fails_says_why_and_the_next_one_begins(
    qtbot: QtBot, queue: ErrandQueue, hub: LoopbackHub
) -> None:
    hub.faults = Faults(file="model.safetensors", status=404)
    with qtbot.waitSignals([queue.failed, queue.failed], timeout=PATIENCE):
        queue.add(["small", "big"])
    first = queue.jobs[0]
    assert first.doing is Doing.FAILED
    assert "model.safetensors" in first.words
    assert first.mend
    hub.faults = Faults()
    with qtbot.waitSignal(queue.done, timeout=PATIENCE):
        queue.retry("small")
    assert state("small") is State.VERIFIED
    assert [job.model for job in queue.jobs] == ["big"]


def test_the_one_at_work_is_killed_at_once(
    qtbot: QtBot, queue: ErrandQueue, hub: LoopbackHub
) -> None:
    hub.faults = Faults(file="model.safetensors", hold=Event())
    queue.add(["small"])
    qtbot.waitUntil(hub.half_sent.is_set, timeout=PATIENCE)
    with qtbot.waitSignal(queue.stopped):
        queue.remove("small")
    assert queue.jobs == ()
    assert state("small") in (State.ABSENT, State.PARTIAL)
    hub.faults.hold.set() if hub.faults.hold else None
    hub.faults = Faults()
    with qtbot.waitSignal(queue.done, timeout=PATIENCE):
        queue.add(["small"])
    assert state("small") is State.VERIFIED


def test_a_pause_begins_nothing_and_is_gone_on_from(
    qtbot: QtBot, queue: ErrandQueue, hub: LoopbackHub
) -> None:
    queue.pause()
    queue.add(["small"])
    assert queue.jobs[0].doing is Doing.WAITING
    with qtbot.waitSignal(queue.done, timeout=PATIENCE):
        queue.resume()
    hub.faults = Faults(file="model.safetensors", hold=Event())
    queue.add(["big"])
    qtbot.waitUntil(hub.half_sent.is_set, timeout=PATIENCE)
    queue.pause()
    assert queue.speed is None
    assert hub.faults.hold is not None
    hub.faults.hold.set()
    with qtbot.waitSignal(queue.done, timeout=PATIENCE):
        queue.resume()
    assert state("big") is State.VERIFIED


def test_what_waits_can_be_put_into_another_order(queue: ErrandQueue) -> None:
    queue.pause()
    queue.add(["small", "big"])
    queue.move("big", 0)
    assert [job.model for job in queue.jobs] == ["big", "small"]
    queue.remove("small")
    assert [job.model for job in queue.jobs] == ["big"]


def test_damage_is_found_by_a_check(qtbot: QtBot, queue: ErrandQueue, tmp_path: Path) -> None:
    with qtbot.waitSignal(queue.done, timeout=PATIENCE):
        queue.add(["small"])
    (blob,) = (path for path in tmp_path.rglob("model.safetensors") if "snapshots" in path.parts)
    blob.resolve().write_bytes(weights(10_000)[:-1] + b"x")
    checks = ErrandQueue(Verify, HubChoice)
    with qtbot.waitSignal(checks.done, timeout=PATIENCE) as found:
        checks.add(["small"])
    assert found.args is not None
    assert found.args[1] == ("small: model.safetensors",)
    assert state("small") is State.DAMAGED
    checks.close()


def test_a_dry_run_tells_what_would_come_and_the_room_for_it(qtbot: QtBot) -> None:
    errand = ErrandThread(Plan("small"), HubChoice())
    with qtbot.waitSignal(errand.ended, timeout=PATIENCE) as told:
        errand.start()
    assert told.args is not None
    (plan,) = told.args
    assert isinstance(plan, Planned)
    assert {part.part for part in plan.parts} == {"small", "words"}
    assert plan.bytes == plan.bytes_left > 100_000
    assert plan.free > 0
    errand.dispose()


def test_a_process_that_dies_is_a_failure_with_words(
    qtbot: QtBot, queue: ErrandQueue, hub: LoopbackHub
) -> None:
    import psutil

    hub.faults = Faults(file="model.safetensors", hold=Event())
    queue.add(["small"])
    qtbot.waitUntil(hub.half_sent.is_set, timeout=PATIENCE)
    with qtbot.waitSignal(queue.failed, timeout=PATIENCE):
        for child in psutil.Process().children():
            if any("spawn_main" in word for word in child.cmdline()):
                child.kill()
    assert "ended before it was done" in queue.jobs[0].words
