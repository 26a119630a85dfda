"""What a run makes, what it leaves alone, and what it tells."""

from __future__ import annotations

from pathlib import Path

from nodes.document import Document
from nodes.edits import Pin, SetBypass, SetParameter
from nodes.evaluator import CacheState
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeWarned,
    Origin,
    Outcome,
)
from nodes.flat_node import FlatRef
from nodes.snapshot import Snapshot
from tests.engine.bench import Bench, StopAfter, allow
from tests.fakes import CALLS, document, registry


def sums() -> Document:
    return document(
        {
            "a": ("test.number", {"value": 1.0}),
            "b": ("test.number", {"value": 2.0}),
            "sum": "test.add",
            "more": ("test.add", {"amount": 5.0}),
        },
        ["a > sum.a", "b > sum.b", "sum > more.a"],
    )


def test_a_second_run_calls_nothing(bench: Bench) -> None:
    assert bench.value(sums(), "more") == 8
    assert len(CALLS) == 4
    assert bench.value(sums(), "more") == 8
    assert CALLS == []


def test_a_change_runs_only_what_is_downstream(bench: Bench) -> None:
    made = sums()
    bench.run(made, "more")
    made.apply(SetParameter(node="more", name="amount", value=6.0))
    assert bench.value(made, "more") == 9
    assert CALLS == ["add"]


def test_undo_runs_nothing(bench: Bench) -> None:
    made = sums()
    bench.run(made, "more")
    back = made.apply(SetParameter(node="more", name="amount", value=6.0))
    bench.run(made, "more")
    made.apply(back)
    assert bench.value(made, "more") == 8
    assert CALLS == []


def test_the_same_graph_with_other_ids_runs_nothing(bench: Bench) -> None:
    bench.run(sums(), "more")
    other = document(
        {
            "x": ("test.number", {"value": 1.0}),
            "y": ("test.number", {"value": 2.0}),
            "s": "test.plus",
            "t": ("test.add", {"amount": 5.0}),
        },
        ["x > s.a", "y > s.b", "s > t.a"],
    )
    assert bench.value(other, "t") == 8
    assert CALLS == []


def test_after_a_restart_nothing_runs_again(bench: Bench) -> None:
    bench.run(sums(), "more")
    bench.restart()
    assert bench.value(sums(), "more") == 8
    assert CALLS == []
    assert [e.origin for e in bench.events if isinstance(e, NodeFinished)] == [Origin.DISK]


def test_one_and_one_point_zero_are_different_parameters(bench: Bench) -> None:
    bench.run(document({"g": ("test.gray", {"level": 1})}), "g")
    bench.run(document({"n": ("test.number", {"value": 1.0})}), "n")
    assert CALLS == ["number"]


def test_a_failure_blocks_its_descendants_only(bench: Bench) -> None:
    made = document(
        {"a": "test.number", "bad": "test.fail", "after": "test.add", "fine": "test.add"},
        ["a > bad.a", "bad > after.a", "a > fine.a"],
    )
    results = bench.run(made, "after", "fine")
    assert results.outcome is Outcome.FAILED
    assert results.values[FlatRef("fine", "out")] == 0
    failed = [e for e in bench.events if isinstance(e, NodeFailed)]
    assert [e.path for e in failed] == ["bad"]
    assert "It went wrong." in str(failed[0].error)
    assert [e.path for e in bench.events if isinstance(e, NodeBlocked)] == ["after"]


def test_a_variadic_socket_keeps_its_order(bench: Bench) -> None:
    made = document(
        {
            "a": ("test.number", {"value": 1.0}),
            "b": ("test.number", {"value": 10.0}),
            "t": "test.total",
        },
        ["a > t.numbers", "b > t.numbers"],
    )
    assert bench.value(made, "t") == 21


def test_several_outputs_are_told_apart(bench: Bench) -> None:
    made = document(
        {"a": ("test.number", {"value": 3.0}), "h": "test.halves", "s": "test.add"},
        ["a > h.a", "h.low > s.a", "h.high > s.b"],
    )
    assert bench.value(made, "s") == 9


def test_a_frame_node_is_lifted_over_a_clip(bench: Bench) -> None:
    made = document({"r": "test.ramp", "b": "test.brighten"}, ["r > b.image"])
    assert bench.levels(made, "b") == [1, 11, 21, 31, 41]


def test_a_change_of_one_frame_remakes_that_frame(bench: Bench) -> None:
    made = document({"r": ("test.ramp", {"count": 3}), "b": "test.brighten"}, ["r > b.image"])
    bench.run(made, "b")
    made.apply(SetParameter(node="r", name="count", value=4))
    assert bench.levels(made, "b") == [1, 11, 21, 31]
    assert CALLS == ["ramp", "brighten 30"]


def test_a_still_repeats_beside_a_clip(bench: Bench) -> None:
    made = document(
        {"r": "test.ramp", "g": ("test.gray", {"level": 100}), "m": "test.mix"},
        ["r > m.a", "g > m.b"],
    )
    assert bench.levels(made, "m") == [50, 55, 60, 65, 70]


def test_clips_of_different_lengths_are_refused_with_a_mend(bench: Bench) -> None:
    made = document(
        {"r": "test.ramp", "s": ("test.ramp", {"count": 3}), "m": "test.mix"},
        ["r > m.a", "s > m.b"],
    )
    results = bench.run(made, "m")
    assert "a has 5, b has 3" in str(results.failures["m"])
    assert "Fit Length" in results.failures["m"].mend


def test_a_node_may_read_neighbouring_frames(bench: Bench) -> None:
    made = document({"r": ("test.ramp", {"count": 3}), "s": "test.smooth"}, ["r > s.image"])
    assert bench.levels(made, "s") == [3, 10, 16]


def test_a_failing_frame_names_its_node_and_frame(bench: Bench) -> None:
    made = document(
        {"r": ("test.ramp", {"step": 13}), "b": "test.brighten", "t": "test.stream"},
        ["r > b.image", "b > t.clip"],
    )
    results = bench.run(made, "t")
    assert results.failures["b"].frame == 1
    assert [e.path for e in bench.events if isinstance(e, NodeFailed)] == ["b"]
    assert [e.path for e in bench.events if isinstance(e, NodeBlocked)] == ["t"]


def test_a_streamed_clip_is_read_back_after_a_restart(bench: Bench) -> None:
    made = document({"r": "test.ramp", "t": "test.stream"}, ["r > t.clip"])
    assert bench.levels(made, "t") == [100, 110, 120, 130, 140]
    bench.restart()
    assert bench.levels(made, "t") == [100, 110, 120, 130, 140]
    assert CALLS == []


def test_a_change_that_is_trimmed_away_does_not_run_the_whole_clip_node(bench: Bench) -> None:
    made = document(
        {"r": "test.ramp", "cut": "test.trim", "t": "test.stream"}, ["r > cut.clip", "cut > t.clip"]
    )
    bench.run(made, "t")
    made.apply(SetParameter(node="r", name="count", value=9))
    assert bench.levels(made, "t") == [100, 110]
    assert "stream" not in CALLS


def test_an_effect_runs_once_and_again_when_its_file_changed(bench: Bench) -> None:
    made = document({"r": "test.ramp", "w": "test.write"}, ["r > w.clip"])
    bench.run(made, "w")
    target = bench.folder / "out.txt"
    assert target.read_text() == "0 10 20 30 40"
    bench.run(made, "w")
    assert CALLS == []
    target.write_text("changed")
    bench.run(made, "w")
    assert "write" in CALLS


def test_writing_outside_the_folder_needs_consent(bench: Bench, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.txt"
    made = document({"r": "test.ramp", "w": ("test.write", {"path": str(outside)})}, ["r > w.clip"])
    assert "outside the project" in str(bench.run(made, "w").failures["w"])
    assert not outside.exists()
    assert bench.run(made, "w", may_write=allow).outcome is Outcome.DONE
    outside.unlink()


def test_a_file_counts_by_its_content(bench: Bench) -> None:
    file = bench.folder / "words.txt"
    file.write_text("one")
    made = document({"f": ("test.read", {"path": "words.txt"})})
    assert bench.value(made, "f") == "one"
    file.rename(bench.folder / "renamed.txt")
    moved = document({"f": ("test.read", {"path": "renamed.txt"})})
    assert bench.value(moved, "f") == "one"
    assert CALLS == []
    (bench.folder / "renamed.txt").write_text("two")
    assert bench.value(moved, "f") == "two"


def test_a_file_outside_the_folder_is_read_with_consent_only(bench: Bench, tmp_path: Path) -> None:
    outside = tmp_path.parent / "secret.txt"
    outside.write_text("secret")
    made = document({"f": ("test.read", {"path": str(outside)})})
    assert "outside the project" in str(bench.run(made, "f").failures["f"])
    results = bench.run(made, "f", may_read=allow)
    assert results.values[FlatRef("f", "out")] == "secret"
    outside.unlink()


def test_cancel_stops_the_run_and_keeps_what_was_finished(bench: Bench) -> None:
    made = document({"r": "test.ramp", "b": "test.brighten"}, ["r > b.image"])
    results = bench.run(made, "b", cancel=StopAfter(4))
    assert results.outcome is Outcome.CANCELLED
    assert CALLS == ["ramp", "brighten 0", "brighten 10", "brighten 20"]
    bench.restart()
    assert bench.levels(made, "b") == [1, 11, 21, 31, 41]
    assert CALLS == ["ramp", "brighten 30", "brighten 40"]


def test_a_pinned_result_stays(bench: Bench) -> None:
    made = sums()
    bench.run(made, "more")
    snapshot = Snapshot(made.graph, registry())
    key = snapshot.keys(["more"])["more"]
    made.apply(Pin(node="more", key=key))
    made.apply(SetParameter(node="a", name="value", value=50.0))
    assert bench.value(made, "more") == 8
    assert CALLS == []


def test_a_pin_whose_result_is_gone_is_said_and_made_again(bench: Bench) -> None:
    made = sums()
    made.apply(Pin(node="more", key="0" * 40))
    assert bench.value(made, "more") == 8
    assert any(isinstance(event, NodeWarned) for event in bench.events)


def test_a_bypassed_node_hands_on_its_input(bench: Bench) -> None:
    made = sums()
    made.apply(SetBypass(nodes=("sum",), bypassed=True))
    assert bench.value(made, "more") == 6


def test_a_bad_socket_type_in_a_file_fails_that_node_only(bench: Bench) -> None:
    from msgspec.structs import replace

    made = document(
        {"t": "test.text", "n": "test.number", "s": "test.add", "f": "test.add"},
        ["n > s.a", "n > f.a"],
    )
    from nodes.graph import Link

    made.graph = made.graph.put(
        [replace(made.graph.nodes["s"], inputs={"a": (Link("x", "t", "out"),)})]
    )
    results = bench.run(made, "s", "f")
    assert "takes number" in str(results.failures["s"])
    assert FlatRef("f", "out") in results.values


def test_states_follow_the_inputs(bench: Bench) -> None:
    made = sums()
    snapshot = Snapshot(made.graph, registry())
    assert bench.evaluator.state(snapshot, "more") is CacheState.NOT_RUN
    bench.run(made, "more")
    assert bench.evaluator.state(snapshot, "more") is CacheState.FRESH
    made.apply(SetParameter(node="a", name="value", value=7.0))
    stale = Snapshot(made.graph, registry())
    assert bench.evaluator.state(stale, "more") is CacheState.STALE
    bench.restart()
    assert bench.evaluator.state(snapshot, "more") is CacheState.ON_DISK


def test_a_draft_is_made_small_and_kept_beside_the_final(bench: Bench) -> None:
    made = document({"g": ("test.gray", {"width": 8}), "b": "test.brighten"}, ["g > b.image"])
    final = Snapshot(made.graph, registry())
    draft = final.override({}, scale=0.5)
    small = bench.evaluator.run(draft, ["b"]).values[FlatRef("b", "out")]
    large = bench.evaluator.run(final, ["b"]).values[FlatRef("b", "out")]
    assert (small.width, large.width) == (4, 8)
    CALLS.clear()
    bench.evaluator.run(draft, ["b"])
    bench.evaluator.run(final, ["b"])
    assert CALLS == []


def test_a_chain_of_50000_nodes_runs(bench: Bench) -> None:
    from nodes.graph import Graph, Link, Node

    nodes = {"n0": Node(id="n0", type="test.number", parameters={"value": 0.0})}
    for i in range(1, 50_000):
        nodes[f"n{i}"] = Node(
            id=f"n{i}",
            type="test.add",
            parameters={"amount": 1.0},
            inputs={"a": (Link("l", f"n{i - 1}", "out"),)},
        )
    snapshot = Snapshot(Graph(nodes), registry())
    results = bench.evaluator.run(snapshot, ["n49999"])
    assert results.values[FlatRef("n49999", "out")] == 49_999


def test_started_is_told_once_for_a_node_of_many_frames(bench: Bench) -> None:
    made = document({"r": "test.ramp", "b": "test.brighten"}, ["r > b.image"])
    bench.run(made, "b")
    started = [e.path for e in bench.events if isinstance(e, NodeStarted)]
    assert started == ["r", "b"]
    finished = {e.path: e.frames for e in bench.events if isinstance(e, NodeFinished)}
    assert finished["b"] == 5


def test_a_stored_clip_that_was_evicted_is_made_again(bench: Bench) -> None:
    made = document({"r": "test.ramp", "t": "test.stream"}, ["r > t.clip"])
    bench.run(made, "t")
    bench.store.flush()
    bench.store.evict(0)
    assert bench.levels(made, "t") == [100, 110, 120, 130, 140]
    assert "stream" in CALLS


def test_what_a_run_reads_is_not_evicted_under_it(bench: Bench) -> None:
    made = document(
        {"r": "test.ramp", "t": "test.stream", "w": "test.write"}, ["r > t.clip", "t > w.clip"]
    )
    bench.run(made, "t")
    bench.store.flush()

    def evict_everything(event: Event) -> None:
        if isinstance(event, NodeStarted) and event.path == "w":
            bench.store.evict(0)

    CALLS.clear()
    snapshot = Snapshot(made.graph, registry(), folder=bench.folder)
    results = bench.evaluator.run(snapshot, ["w"], evict_everything)
    assert results.outcome is Outcome.DONE
    assert CALLS == ["write"]
    assert bench.store.evict(0) > 0


def test_a_quick_whole_clip_node_is_remembered_within_the_program(bench: Bench) -> None:
    made = document(
        {"r": "test.ramp", "b": "test.brighten", "t": "test.stream", "w": "test.write"},
        ["r > b.image", "b > t.clip", "t > w.clip"],
    )
    bench.run(made, "w")
    made.apply(SetParameter(node="w", name="path", value="again.txt"))
    bench.run(made, "w")
    assert "stream" not in CALLS
    assert (bench.folder / "again.txt").read_text() == "101 111 121 131 141"


def test_progress_grows_and_never_passes_the_whole(bench: Bench) -> None:
    made = document(
        {"r": ("test.ramp", {"count": 40}), "b": "test.brighten", "t": "test.trim"},
        ["r > b.image", "b > t.clip"],
    )
    made.apply(SetParameter(node="t", name="count", value=30))
    bench.run(made, "b", "t")
    told = [e for e in bench.events if isinstance(e, NodeProgressed)]
    for path in {event.path for event in told}:
        steps = [(event.done, event.total) for event in told if event.path == path]
        assert steps == sorted(steps)
        assert all(done <= total for done, total in steps)
