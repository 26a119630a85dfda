"""What is kept, where and for how long; pins, effects, cancel and failures."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from typing import Any

import pytest

from nodes import edits
from nodes.document import Document
from nodes.evaluator import CacheState, Evaluator
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeWarned,
    Origin,
    Outcome,
    RunEnded,
)
from nodes.flat_node import FlatRef
from nodes.memory import ResultMemory
from nodes.snapshot import Snapshot
from nodes.store import StoredValue
from pipelines.errors import OutputError
from pipelines.values import Image
from tests.engine.bench import Bench, StopAfter
from tests.engine.kinds import Nodes, graph_of, made_of, registry
from tests.fakes import CALLS

QUICK: tuple[str, dict[str, Any]] = ("slow", {"seconds": 0.0})


def test_memory_stays_within_its_budget() -> None:
    memory = ResultMemory(100)
    for number in range(50):
        memory.put(f"k{number}", number, 30, 1.0)
        assert memory.used <= 100
    assert len(memory) == 3
    memory.put("huge", 0, 101, 99.0)
    assert "huge" not in memory
    memory.put("whole", 0, 100, 99.0)
    assert (memory.used, len(memory)) == (100, 1)


def test_what_is_cheapest_for_its_size_goes_first() -> None:
    memory = ResultMemory(100)
    memory.put("dear", 1, 40, 40.0)
    memory.put("cheap", 2, 10, 1.0)
    memory.put("dear and big", 3, 50, 20.0)
    memory.put("more", 4, 10, 5.0)
    assert "cheap" not in memory
    memory.put("yet more", 5, 40, 39.0)
    assert "dear and big" not in memory
    assert memory.get("dear") == 1


def test_what_is_long_unused_ages() -> None:
    memory = ResultMemory(20)
    memory.put("dear", 0, 10, 5.0)
    for number in range(12):
        memory.put(f"k{number}", number, 10, 1.0)
    assert "dear" not in memory
    memory.clear()
    assert (len(memory), memory.used) == (0, 0)
    memory.put("used", 0, 10, 1.0)
    for number in range(12):
        memory.put(f"k{number}", number, 10, 1.0)
        assert memory.get("used") == 0


def test_a_value_put_again_counts_once() -> None:
    memory = ResultMemory(100)
    memory.put("a", 1, 60, 1.0)
    memory.put("a", 2, 50, 1.0)
    assert (memory.used, memory.get("a")) == (50, 2)
    memory.put("b", 3, 90, 9.0)
    assert (memory.used, memory.get("a")) == (90, None)


def test_a_result_is_freed_after_its_last_use(bench: Bench) -> None:
    alive: list[int] = []
    seen: list[weakref.ref[Any]] = []
    whole = Image.__post_init__

    def watched(self: Image) -> None:
        whole(self)
        seen.append(weakref.ref(self.pixels))
        gc.collect(0)
        alive.append(sum(one() is not None for one in seen))

    nodes: dict[str, Any] = {"n0": "still_source"}
    links: list[str] = []
    for at in range(1, 30):
        nodes[f"n{at}"] = "layers"
        links.append(f"n{at - 1} > n{at}.a")
    evaluator = Evaluator(bench.store, budget=0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Image, "__post_init__", watched)
        evaluator.run(Snapshot(graph_of(nodes, links), registry()), ["n29"])
    assert len(alive) == 30
    assert max(alive) <= 3


def test_what_was_slow_is_kept_and_what_was_quick_is_made_again(bench: Bench) -> None:
    nodes: Nodes = {"s": ("slow", {"value": 1.0}), "q": QUICK, "x": "loose", "y": "test.total"}
    bench.run(made_of(nodes, ["s > x.a", "q > x.b"]), "x")
    bench.restart()
    bench.run(made_of(nodes, ["s > y.numbers", "q > y.numbers"]), "y")
    assert CALLS == ["slow 1", "total"]
    bench.restart()
    bench.run(made_of(nodes, ["s > x.a", "q > x.b"]), "x")
    assert CALLS == []


def test_frames_that_were_slow_are_kept(bench: Bench) -> None:
    nodes: Nodes = {"f": "film", "s": "slow_frame", "q": "test.brighten", "x": "layers"}
    made = made_of(nodes, ["f > s.image", "f > q.image", "s > x.a", "q > x.b"])
    bench.run(made, "x")
    bench.restart()
    made.graph = graph_of(nodes, ["f > s.image", "f > q.image", "s > x.a", "q > x.c"])
    bench.run(made, "x")
    assert [call for call in CALLS if call.startswith("slow_frame")] == []
    assert len([call for call in CALLS if call.startswith("brighten")]) == 3


def pinned_sum() -> Document:
    nodes: Nodes = {
        "a": QUICK,
        "p": ("test.add", {"amount": 2.0}),
        "x": ("test.add", {"amount": 5.0}),
    }
    return made_of(nodes, ["a > p.a", "p > x.a"])


def test_what_was_made_from_a_pinned_result_is_never_taken_for_another(bench: Bench) -> None:
    made = pinned_sum()
    bench.run(made, "p")
    key = Snapshot(made.graph, registry()).keys(["p"])["p"]
    made.apply(edits.Pin(node="p", key=key))
    made.apply(edits.SetParameter(node="a", name="value", value=50.0))
    assert bench.value(made, "x") == 8
    made.apply(edits.Pin(node="p", key=""))
    assert bench.value(made, "x") == 57
    made.apply(edits.Pin(node="p", key=key))
    assert bench.value(made, "x") == 8
    assert CALLS == []


def test_what_was_made_from_a_pin_that_is_gone_is_never_taken_for_another(bench: Bench) -> None:
    made = pinned_sum()
    made.apply(edits.Pin(node="p", key="0" * 40))
    assert bench.value(made, "x") == 8
    assert [e.path for e in bench.events if isinstance(e, NodeWarned)] == ["p"]
    bench.store.put_value(f"{'0' * 40}.out", StoredValue("number", b"100.0", {}), 1.0)
    assert bench.value(made, "x") == 105
    assert [e.origin for e in bench.events if isinstance(e, NodeFinished)] == [
        Origin.PINNED,
        Origin.COMPUTED,
    ]


@pytest.mark.parametrize(
    ("kind", "meta"), [("text", b'"words"'), ("clip", b"{}"), ("image", b""), ("nothing", b"")]
)
def test_a_stored_value_of_another_kind_is_absent(bench: Bench, kind: str, meta: bytes) -> None:
    made = pinned_sum()
    bench.store.put_value(f"{'0' * 40}.out", StoredValue(kind, meta, {}), 1.0)
    made.apply(edits.Pin(node="p", key="0" * 40))
    assert bench.value(made, "x") == 8


def test_a_damaged_stored_value_is_absent(bench: Bench) -> None:
    made = pinned_sum()
    bench.store.put_value(f"{'0' * 40}.out", StoredValue("number", b"{", {}), 1.0)
    made.apply(edits.Pin(node="p", key="0" * 40))
    assert bench.value(made, "x") == 8


def test_an_effect_never_runs_unless_it_is_named(bench: Bench) -> None:
    made = made_of({"f": "film", "w": "test.write", "q": QUICK}, ["f > w.clip"])
    bench.run(made, "q", "f")
    assert "write" not in CALLS


def test_an_effect_upstream_of_something_runs_only_when_named(bench: Bench) -> None:
    made = made_of({"f": "film", "w": "test.write", "q": QUICK}, ["f > w.clip", "w > q.a"])
    results = bench.run(made, "q")
    assert "runs only when it is asked to" in str(results.failures["q"])
    assert results.failures["w"].node == "w"
    assert "write" not in CALLS
    assert not (bench.folder / "out.txt").exists()


def trimmed(type_id: str) -> Document:
    return made_of({"f": "test.ramp", "c": "test.trim", "x": type_id}, ["f > c.clip", "c > x.clip"])


def test_the_same_film_is_not_exported_again_under_another_key(bench: Bench) -> None:
    made = trimmed("test.write")
    bench.run(made, "x")
    made.apply(edits.SetParameter(node="f", name="count", value=7))
    for _ in range(2):
        bench.run(made, "x")
        assert "write" not in CALLS
        bench.restart()
    made.apply(edits.SetParameter(node="c", name="count", value=1))
    bench.run(made, "x")
    assert "write" in CALLS


def test_a_result_found_by_its_content_is_known_by_its_key_afterwards(bench: Bench) -> None:
    made = trimmed("test.stream")
    bench.run(made, "x")
    made.apply(edits.SetParameter(node="f", name="count", value=7))
    bench.run(made, "x")
    bench.restart()
    bench.run(made, "x")
    assert CALLS == []


def test_an_effect_is_done_again_in_another_folder(bench: Bench, tmp_path: Path) -> None:
    graph = graph_of({"f": "film", "w": "test.write"}, ["f > w.clip"])
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        bench.evaluator.run(Snapshot(graph, registry(), folder=folder), ["w"])
        assert (folder / "out.txt").exists()


def test_cancel_between_nodes_keeps_what_was_finished(bench: Bench) -> None:
    nodes: Nodes = {"a": "slow", "b": ("slow", {"value": 2.0}), "x": ("slow", {"value": 3.0})}
    made = made_of(nodes, ["a > b.a", "b > x.a"])
    results = bench.run(made, "x", cancel=StopAfter(2))
    assert results.outcome is Outcome.CANCELLED
    assert CALLS == ["slow 1", "slow 2"]
    bench.restart()
    assert bench.value(made, "x") == 6
    assert CALLS == ["slow 3"]


@pytest.mark.parametrize("stop", range(1, 7))
def test_cancel_anywhere_leaves_the_next_run_right(bench: Bench, stop: int) -> None:
    made = made_of(
        {"f": ("film", {"step": 40}), "g": "gaps", "b": "test.brighten", "x": "test.stream"},
        ["f > g.clip", "g > b.image", "b > x.clip"],
    )
    results = bench.run(made, "x", cancel=StopAfter(stop))
    assert results.outcome is Outcome.CANCELLED
    assert not results.failures
    assert not [e for e in bench.events if isinstance(e, NodeFailed)]
    bench.restart()
    assert bench.levels(made, "x") == [101, 111, 131, 141, 151, 171, 181]


class StopWhen:
    """A token that a node pulls while it works."""

    cancelled = False


@pytest.mark.parametrize("sink", ["x", "y", "z"])
def test_cancel_within_a_node_is_no_failure(bench: Bench, sink: str) -> None:
    token = StopWhen()

    def stop(event: Event) -> None:
        token.cancelled = token.cancelled or isinstance(event, NodeProgressed)

    nodes: Nodes = {"f": "film", "x": "test.stream", "y": "test.write", "z": "test.brighten"}
    graph = graph_of(nodes, ["f > x.clip", "x > y.clip", "f > z.image"])
    snapshot = Snapshot(graph, registry(), folder=bench.folder)
    results = bench.evaluator.run(snapshot, [sink], stop, token)
    assert (results.outcome, results.failures) == (Outcome.CANCELLED, {})
    assert not (bench.folder / "out.txt").exists()


def test_a_cancelled_run_says_of_no_frames_that_they_are_finished(bench: Bench) -> None:
    made = made_of({"f": "film", "x": "slow_frame"}, ["f > x.image"])
    bench.run(made, "x", cancel=StopAfter(2))
    assert "x" not in [e.path for e in bench.events if isinstance(e, NodeFinished)]
    assert isinstance(bench.events[-1], RunEnded)


def test_a_failure_keeps_its_node_its_frame_and_its_cause(bench: Bench) -> None:
    nodes: Nodes = {
        "f": ("film", {"step": 13}),
        "b": "test.brighten",
        "x": "wide",
        "after": "test.stream",
        "fine": "red",
    }
    made = made_of(nodes, ["f > b.image", "b > x.image", "x > after.clip", "f > fine.image"])
    results = bench.run(made, "after", "x", "fine")
    failure = results.failures["b"]
    assert (failure.node, failure.frame) == ("b", 1)
    assert isinstance(failure.__cause__, OutputError)
    assert [e.path for e in bench.events if isinstance(e, NodeFailed)] == ["b"]
    blocked = {e.path: e.by for e in bench.events if isinstance(e, NodeBlocked)}
    assert set(blocked) == {"x", "after"}
    assert FlatRef("fine", "out") in results.values
    assert FlatRef("x", "out") not in results.values


def test_a_full_disk_fails_the_node_and_ends_the_run(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OutputError("The disk is full.", mend="Make room.")

    monkeypatch.setattr(bench.store, "put_value", full)
    results = bench.run(made_of({"s": QUICK, "x": "loose"}, ["s > x.a"]), "x", "s")
    assert "The disk is full." in str(results.failures["x"])
    assert isinstance(bench.events[-1], RunEnded)


def test_a_state_tells_what_is_there(bench: Bench) -> None:
    made = made_of({"a": "slow", "x": "loose"}, ["a > x.a"])

    def state(path: str) -> CacheState:
        return bench.evaluator.state(Snapshot(made.graph, registry()), path)

    assert state("x") is CacheState.NOT_RUN
    bench.run(made, "x")
    assert state("x") is CacheState.FRESH
    made.apply(edits.SetParameter(node="a", name="value", value=2.0))
    assert (state("a"), state("x")) == (CacheState.STALE, CacheState.STALE)
    made.apply(edits.Pin(node="x", key="0" * 40))
    assert state("x") is CacheState.PINNED
