"""Runs in a worker process: what is told, what is stored, what is cancelled, and what dies."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from time import perf_counter

import numpy as np
import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.workers.orders import Ending, RunEnding, RunOrder
from nodes.events import NodeFailed, NodeProgressed, NodeStarted, RunEnded
from nodes.graph import GROUP, Graph, Node
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from tests.workers import kinds
from tests.workers.stage import Stage, chain, order, snapshot, tells


def run(stage: Stage, qtbot: QtBot, wanted: RunOrder) -> RunEnding:
    """Run an order to its end."""
    with qtbot.waitSignal(stage.worker.run_ended, timeout=20_000):
        stage.worker.start_run(wanted)
    return stage.endings[-1]


def test_a_run_of_library_nodes_leaves_its_results_in_the_store(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    shot = snapshot(
        {
            "picture": ("test.gray", {"level": 100}),
            "graded": ("image.colour_adjust", {"exposure": 1.0}),
            "number": ("number.value", {"value": 3.0}),
            "prompt": ("text.prompt", {"text": "a house"}),
        },
        ["picture > graded.image"],
    )
    ended = run(stage, qtbot, order(shot, "graded", "number", "prompt"))
    assert ended.ending is Ending.DONE
    assert ended.again is None
    assert set(ended.keys) == {"graded", "number", "prompt"}
    assert stage.computed() == ["picture", "graded", "number", "prompt"]
    assert isinstance(stage.events[-1], RunEnded)
    with ResultStore(tmp_path / "results") as store:
        stored = store.get_value(f"{ended.keys['graded']}.out")
        assert stored is not None
        assert stored.arrays["pixels"].shape == (8, 8, 3)
        assert stored.arrays["pixels"].mean() > 100
        assert store.has_value(f"{ended.keys['prompt']}.out")


def test_overrides_and_scale_reach_the_worker(calm: Stage, qtbot: QtBot) -> None:
    shot = snapshot({"gray": ("test.gray", {"level": 7, "width": 40})})
    plain = run(calm, qtbot, order(shot))
    other = shot.override({"gray.level": 8}, scale=0.5)
    draft = run(calm, qtbot, order(other))
    assert plain.keys["gray"] == shot.keys(["gray"])["gray"]
    assert draft.keys["gray"] == other.keys(["gray"])["gray"]
    assert plain.keys["gray"] != draft.keys["gray"]


def test_progress_is_coalesced_and_the_order_of_events_kept(calm: Stage, qtbot: QtBot) -> None:
    ended = run(calm, qtbot, order(chain("test.steps", 2, 1.0, count=30, seconds=0.005)))
    assert ended.ending is Ending.DONE
    kinds = [event for event in calm.events if not isinstance(event, NodeProgressed)]
    assert [type(event).__name__ for event in kinds] == [
        "NodeStarted",
        "NodeFinished",
        "NodeStarted",
        "NodeFinished",
        "NodeStarted",
        "NodeFinished",
        "RunEnded",
    ]
    for batch in calm.batches:
        told = [event.path for event in batch.events if isinstance(event, NodeProgressed)]
        assert len(told) == len(set(told))
    done = [e.done for e in calm.events if isinstance(e, NodeProgressed) and e.path == "n1"]
    assert done == sorted(done)
    assert done[-1] == 30


def test_a_failed_node_comes_with_its_words(calm: Stage, qtbot: QtBot) -> None:
    shot = snapshot(
        {"black": ("test.ramp", {"count": 2}), "stumble": "test.stumble", "fine": "number.value"},
        ["black > stumble.image"],
    )
    ended = run(calm, qtbot, order(shot))
    assert ended.ending is Ending.FAILED
    assert set(ended.keys) == {"fine"}
    (failed,) = [event for event in calm.events if isinstance(event, NodeFailed)]
    assert (failed.path, failed.error.node, failed.error.frame) == ("stumble", "stumble", 0)
    assert failed.error.message == "“stumble” at frame 0 failed: It is black."
    assert failed.error.mend == "Draw something."
    assert ended.again is not None
    assert ended.again.id != ended.order.id


def test_an_order_that_cannot_begin_is_told_in_words_and_the_next_one_runs(
    calm: Stage, qtbot: QtBot
) -> None:
    refused = run(calm, qtbot, order(chain("test.add", 1, 1.0), "nowhere"))
    assert refused.ending is Ending.FAILED
    assert refused.message == "There is no node “nowhere” to run."
    assert run(calm, qtbot, order(chain("test.add", 1, 1.0))).ending is Ending.DONE


def test_a_group_is_run_to_its_ends(calm: Stage, qtbot: QtBot) -> None:
    inner = chain("test.add", 2, 6.0).graph
    scene = Graph({"scene": Node(id="scene", type=GROUP, graph=inner)})
    ended = run(calm, qtbot, order(Snapshot(scene, kinds.registry()), "scene"))
    assert set(ended.keys) == {"scene/n2"}


def test_previews_are_small_and_the_newest_only(calm: Stage, qtbot: QtBot) -> None:
    assert run(calm, qtbot, order(chain("test.pictures", 1, 2.0))).ending is Ending.DONE
    levels = [int(preview.picture.pixels[0, 0, 0]) for preview in calm.previews]
    assert levels == sorted(set(levels))
    assert levels[-1] == 20
    assert len(levels) < 21
    newest = calm.previews[-1]
    assert newest.path == "n1"
    assert newest.picture.pixels.shape == (256, 512, 3)
    assert np.all(newest.picture.pixels == 20)


def test_a_cancel_lands_between_steps(calm: Stage, qtbot: QtBot) -> None:
    wanted = order(chain("test.steps", 1, 3.0, count=2000, seconds=0.005))
    with qtbot.waitSignal(
        calm.worker.events_arrived,
        timeout=10_000,
        check_params_cb=tells(NodeProgressed, "n1"),
    ):
        calm.worker.start_run(wanted)
    began = perf_counter()
    with qtbot.waitSignal(calm.worker.run_ended, timeout=5_000):
        calm.worker.cancel_run(wanted.id)
    print(f"cancelled in {(perf_counter() - began) * 1000:.1f} ms")
    assert calm.endings[-1].ending is Ending.CANCELLED
    assert calm.deaths == []
    assert run(calm, qtbot, order(chain("test.add", 2, 3.0))).ending is Ending.DONE


def test_an_order_that_waits_is_cancelled_without_being_run(calm: Stage, qtbot: QtBot) -> None:
    first = order(chain("test.steps", 1, 4.0, count=10, seconds=0.01))
    second = order(chain("test.steps", 1, 5.0, count=10, seconds=0.01))
    with qtbot.waitSignals([calm.worker.run_ended] * 2, timeout=10_000):
        calm.worker.start_run(first)
        calm.worker.start_run(second)
        calm.worker.cancel_run(second.id)
    third = order(chain("test.add", 1, 6.0))
    run(calm, qtbot, third)
    assert [(e.order.id, e.ending) for e in calm.endings] == [
        (second.id, Ending.CANCELLED),
        (first.id, Ending.DONE),
        (third.id, Ending.DONE),
    ]


@pytest.mark.parametrize("kind", ["test.deaf", "test.hog"])
def test_a_deaf_run_is_ended_with_its_worker_and_the_next_one_runs(
    stage: Stage, qtbot: QtBot, kind: str
) -> None:
    wanted = order(chain(kind, 1, 1.0, seconds=3.0))
    with qtbot.waitSignal(stage.worker.events_arrived, timeout=10_000):
        stage.worker.start_run(wanted)
    began = perf_counter()
    with qtbot.waitSignal(stage.worker.run_ended, timeout=2_500):
        stage.worker.cancel_run(wanted.id)
    print(f"ended after {perf_counter() - began:.2f} s")
    ended = stage.endings[-1]
    assert ended.ending is Ending.STOPPED
    assert "did not stop within 0.4 s" in ended.message
    assert ended.again is not None
    assert stage.deaths == []
    assert run(stage, qtbot, order(chain("test.add", 1, 1.0))).ending is Ending.DONE
    first, second = (ready.pid for ready in stage.ready)
    assert not psutil.pid_exists(first)
    assert psutil.pid_exists(second)


def test_a_declared_stretch_is_waited_for(stage: Stage, qtbot: QtBot) -> None:
    wanted = order(chain("test.loading", 1, 1.0, seconds=1.0))
    with qtbot.waitSignal(
        stage.worker.events_arrived,
        timeout=10_000,
        check_params_cb=tells(NodeStarted, "n1"),
    ):
        stage.worker.start_run(wanted)
    with qtbot.waitSignal(stage.worker.run_ended, timeout=5_000):
        stage.worker.cancel_run(wanted.id)
    assert stage.endings[-1].ending is Ending.CANCELLED
    later = order(chain("test.steps", 1, 2.0, count=6, seconds=0.1))
    assert run(stage, qtbot, later).ending is Ending.DONE
    assert len(stage.ready) == 1


def test_a_declared_stretch_that_takes_longer_than_it_may_is_ended(
    stage: Stage, qtbot: QtBot
) -> None:
    wanted = order(chain("test.loading", 1, 1.0, seconds=60.0, patience=0.5))
    with qtbot.waitSignal(
        stage.worker.events_arrived,
        timeout=10_000,
        check_params_cb=tells(NodeStarted, "n1"),
    ):
        stage.worker.start_run(wanted)
    with qtbot.waitSignal(stage.worker.run_ended, timeout=20_000):
        stage.worker.cancel_run(wanted.id)
    assert stage.endings[-1].ending is Ending.STOPPED


def test_a_killed_worker_is_told_and_replaced_and_only_the_rest_is_made(
    stage: Stage, qtbot: QtBot
) -> None:
    wanted = order(chain("test.steps", 6, 1.0, count=10, seconds=0.01))
    with qtbot.waitSignal(
        stage.worker.events_arrived,
        timeout=10_000,
        check_params_cb=tells(NodeStarted, "n4"),
    ):
        stage.worker.start_run(wanted)
    began = perf_counter()
    with qtbot.waitSignals([stage.worker.worker_died, stage.worker.run_ended], timeout=10_000):
        os.kill(stage.ready[-1].pid, signal.SIGKILL)
    print(f"death told after {(perf_counter() - began) * 1000:.1f} ms")
    ended = stage.endings[-1]
    assert ended.ending is Ending.DIED
    assert "SIGKILL" in ended.message
    assert ended.again is not None
    assert len(stage.deaths) == 1
    made = stage.computed()
    assert made[:4] == ["n0", "n1", "n2", "n3"]
    stage.clear()
    assert run(stage, qtbot, ended.again).ending is Ending.DONE
    assert set(stage.computed()) == {"n4", "n5", "n6"} - set(made)


def test_a_crash_of_native_code_leaves_a_report(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignals([stage.worker.worker_died, stage.worker.run_ended], timeout=10_000):
        stage.worker.start_run(order(chain("test.crash", 1, 1.0)))
    assert stage.endings[-1].ending is Ending.DIED
    assert "Segmentation fault" in stage.deaths[0].report
    assert "in crash" in stage.deaths[0].report
