"""Nodes written for one frame, over clips: what each frame reads, its key, what is refused."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nodes import edits
from nodes.evaluator import Evaluator
from nodes.events import NodeFinished, NodeProgressed
from nodes.flat_node import FlatRef
from nodes.snapshot import Snapshot
from pipelines.values import Clip, Marks, MaskClip, Shot
from tests.engine.bench import Bench
from tests.engine.kinds import Nodes, graph_of, level_of, made_of, registry
from tests.fakes import CALLS


def clip(bench: Bench, nodes: Nodes, links: Sequence[str], output: str = "out") -> Clip | MaskClip:
    results = bench.run(made_of(nodes, links), "x")
    assert not results.failures, results.failures
    return results.values[FlatRef("x", output)]


def levels(bench: Bench, of: Clip | MaskClip) -> list[int]:
    keys = [of.frames.key(index) for index in range(len(of))]
    return [level_of(bench.store.get_frame(key)) for key in keys]


def test_a_window_is_cut_at_the_borders(bench: Bench) -> None:
    clip(bench, {"f": ("film", {"count": 4}), "x": "window"}, ["f > x.image"])
    windows = [call for call in CALLS if call.startswith("window")]
    assert windows == ["window 0 0 10", "window 0 10 20", "window 0 20 30", "window 10 30 30"]


def test_a_window_over_one_frame_reads_it_again(bench: Bench) -> None:
    assert len(clip(bench, {"f": ("film", {"count": 1}), "x": "window"}, ["f > x.image"])) == 1
    assert CALLS[-1] == "window 0 0 0"


def test_a_change_remakes_the_frames_that_read_it(bench: Bench) -> None:
    links = ["f > c.clips", "g > c.clips", "c > x.image"]
    nodes: Nodes = {
        "f": ("film", {"count": 3}),
        "g": ("film", {"count": 1, "step": 0}),
        "c": "time.concatenate",
        "x": "window",
    }
    bench.run(made_of(nodes, links), "x")
    bench.run(made_of({**nodes, "f": ("film", {"count": 4})}, links), "x")
    assert [call for call in CALLS if call.startswith("window")] == [
        "window 0 20 30",
        "window 10 30 0",
        "window 20 0 0",
    ]


def test_a_moving_mask_beside_a_still(bench: Bench) -> None:
    made = clip(
        bench,
        {"f": "film", "r": "red", "c": "fill", "s": ("still_source", {"level": 5}), "x": "layers"},
        ["f > r.image", "r > c.mask", "s > x.a", "c > x.b"],
    )
    assert levels(bench, made) == [5, 25, 45]


def test_sockets_that_move_are_told_apart(bench: Bench) -> None:
    nodes: Nodes = {"f": "film", "g": ("film", {"step": 1}), "x": "layers"}
    second = clip(bench, nodes, ["f > x.a", "g > x.b"])
    assert levels(bench, second) == [0, 12, 24]
    third = clip(bench, nodes, ["f > x.a", "g > x.c"])
    assert levels(bench, third) == [0, 13, 26]


def test_links_of_a_variadic_socket_keep_their_places(bench: Bench) -> None:
    nodes: Nodes = {"s": ("still_source", {"level": 1}), "f": "film", "x": "stack"}
    assert levels(bench, clip(bench, nodes, ["s > x.images", "f > x.images"])) == [1, 21, 41]
    assert levels(bench, clip(bench, nodes, ["f > x.images", "s > x.images"])) == [2, 12, 22]


def test_lengths_that_differ_are_told_by_place(bench: Bench) -> None:
    nodes: Nodes = {"f": "film", "g": ("film", {"count": 2}), "x": "stack"}
    links = ["f > x.images", "g > x.images"]
    said = str(bench.run(made_of(nodes, links), "x").failures["x"])
    assert "images has 3, images 2 has 2 frames" in said


def test_a_clip_of_no_frames_is_refused(bench: Bench) -> None:
    nodes: Nodes = {"f": ("film", {"count": 0}), "x": "test.brighten"}
    assert "has no frames" in str(bench.run(made_of(nodes, ["f > x.image"]), "x").failures["x"])


def test_sound_marks_shots_and_rate_are_handed_on(bench: Bench) -> None:
    made = clip(bench, {"f": "film", "x": "wide"}, ["f > x.image"])
    assert isinstance(made, Clip)
    assert made.audio is not None
    assert (made.marks, made.shots) == (Marks(1, 2), (Shot("s", "One", 0, 3),))
    assert (made.format.width, made.format.height) == (8, 4)


def test_a_mask_clip_keeps_the_marks_and_becomes_a_clip_again(bench: Bench) -> None:
    masks = clip(bench, {"f": "film", "x": "red"}, ["f > x.image"])
    assert isinstance(masks, MaskClip)
    assert (masks.marks, masks.format.channels, masks.format.bits) == (Marks(1, 2), 1, 8)
    assert levels(bench, masks) == [0, 10, 20]
    links = ["f > r.image", "r > x.mask"]
    pictures = clip(bench, {"f": "film", "r": "red", "x": "fill"}, links)
    assert isinstance(pictures, Clip)
    assert (pictures.format.channels, pictures.marks) == (3, Marks(1, 2))


def test_several_outputs_are_made_at_once(bench: Bench) -> None:
    nodes: Nodes = {"f": "film", "p": "pair", "x": "layers"}
    made = clip(bench, nodes, ["f > p.image", "p.first > x.a", "p.second > x.b"])
    assert levels(bench, made) == [2, 32, 62]
    assert CALLS.count("pair") == 3
    made_frames = {e.path: e.frames for e in bench.events if isinstance(e, NodeFinished)}
    assert made_frames["p"] == 3


def test_costly_frames_of_several_outputs_are_kept(bench: Bench) -> None:
    nodes: Nodes = {"f": "film", "p": "pair", "x": "layers"}
    links = ["f > p.image", "p.first > x.a", "p.second > x.b"]
    bench.run(made_of(nodes, links), "x")
    bench.restart()
    other: Nodes = {**nodes, "x": "test.mix"}
    bench.run(made_of(other, links), "x")
    assert "pair" not in CALLS


def test_a_frame_of_another_size_is_refused(bench: Bench) -> None:
    results = bench.run(made_of({"f": "film", "x": "cropped"}, ["f > x.image"]), "x")
    failure = results.failures["x"]
    assert failure.frame == 2
    assert "Frame 2 is 3x4, 3 channels of 8 bits but the clip is 4x4, 3 channels" in str(failure)


def test_a_file_that_a_lifted_node_opens_counts(bench: Bench) -> None:
    file = bench.folder / "by.txt"
    file.write_text("5")
    made = made_of({"f": "film", "x": ("overlay", {"path": "by.txt"})}, ["f > x.image"])
    assert bench.levels(made, "x") == [5, 15, 25]
    file.write_text("70")
    assert bench.levels(made, "x") == [70, 80, 90]


def test_a_reroll_of_a_lifted_node_makes_other_frames(bench: Bench) -> None:
    made = made_of({"f": "film", "x": "luck"}, ["f > x.image"])
    bench.run(made, "x")
    made.apply(edits.Reroll(node="x", number=1))
    bench.run(made, "x")
    assert CALLS.count("luck") == 3
    made.apply(edits.Reroll(node="x", number=0))
    bench.run(made, "x")
    assert "luck" not in CALLS


def test_a_wired_length_scales_with_the_draft(bench: Bench) -> None:
    nodes: Nodes = {
        "n": ("test.number", {"value": 8.0}),
        "p": "still_source",
        "f": "film",
        "x": "wide",
        "y": "wide",
    }
    links = ["n > x.width", "p > x.image", "n > y.width", "f > y.image"]
    draft = Snapshot(graph_of(nodes, links), registry()).override({}, scale=0.5)
    values = bench.evaluator.run(draft, ["x", "y"]).values
    assert values[FlatRef("x", "out")].width == 4
    assert values[FlatRef("y", "out")].format.width == 4


def test_sources_are_scaled_once(bench: Bench) -> None:
    nodes: Nodes = {
        "p": "still_source",
        "x": "layers",
        "y": "fill",
        "s": ("test.gray", {"width": 6}),
    }
    graph = graph_of(nodes, ["p > x.a", "p > y.mask"])
    draft = Snapshot(graph, registry()).override({}, scale=0.5)
    values = bench.evaluator.run(draft, ["p", "x", "y", "s"]).values
    sizes = {ref.path: (image.width, image.height) for ref, image in values.items()}
    assert sizes == {"p": (4, 4), "x": (4, 4), "y": (4, 4), "s": (3, 8)}


@pytest.mark.parametrize("checked", [False, True])
def test_a_checked_run_catches_what_changes_its_input(bench: Bench, checked: bool) -> None:
    evaluator = Evaluator(bench.store, checked=checked)
    graph = graph_of(
        {"p": "borrowed", "x": "impure", "v": "views", "y": "impure_window", "z": "impure"},
        ["p > x.image", "v > y.image", "v > z.image"],
    )
    failures = evaluator.run(Snapshot(graph, registry()), ["x", "y", "z"]).failures
    assert sorted(failures) == (["x", "y", "z"] if checked else [])
    for failure in failures.values():
        assert "changed one of its inputs" in str(failure)


@pytest.mark.parametrize("how", ["type", "count", "none"])
def test_a_node_that_gives_something_else_fails_alone(bench: Bench, how: str) -> None:
    nodes: Nodes = {"n": "slow", "x": ("liar", {"how": how}), "y": "slow"}
    results = bench.run(made_of(nodes, ["n > x.a"]), "x", "y")
    assert list(results.failures) == ["x"]
    assert FlatRef("y", "out") in results.values


def test_a_lifted_node_that_gives_no_picture_fails_alone(bench: Bench) -> None:
    results = bench.run(made_of({"f": "film", "x": "lying_frame"}, ["f > x.image"]), "x")
    assert "gave NoneType for “out”" in str(results.failures["x"])


def test_progress_of_a_lifted_node_counts_its_frames(bench: Bench) -> None:
    clip(bench, {"f": "film", "x": "slow_frame"}, ["f > x.image"])
    last = [e for e in bench.events if isinstance(e, NodeProgressed) and e.path == "x"][-1]
    assert (last.done, last.total) == (3, 3)


def test_a_node_that_reads_a_still_only_is_called_once(bench: Bench) -> None:
    assert level_of(bench.value(made_of({"p": "still_source", "x": "red"}, ["p > x.image"]), "x"))
    assert CALLS == ["still_source", "red"]


def test_only_lengths_scale_with_the_draft(bench: Bench) -> None:
    nodes: Nodes = {"n": ("test.number", {"value": 4.0}), "x": "choices"}
    snapshot = Snapshot(graph_of(nodes, ["n > x.count", "n > x.amount"]), registry())
    draft = snapshot.override({}, scale=0.5)
    assert bench.evaluator.run(draft, ["x"]).values[FlatRef("x", "out")] == "4 soft False x 4.0 4"


def test_a_run_leaves_the_parameters_of_its_snapshot_alone(bench: Bench) -> None:
    four = ("test.number", {"value": 4.0})
    graph = graph_of(
        {"n": four, "x": "choices", "f": "film", "t": "test.stream"}, ["n > x.count", "f > t.clip"]
    )
    snapshot = Snapshot(graph, registry())
    bench.evaluator.run(snapshot, ["x", "t"])
    assert snapshot.flat["x"].parameters["count"] == 3
    assert set(snapshot.flat["t"].parameters) == {"by"}


def test_a_streamed_frame_of_another_size_is_refused(bench: Bench) -> None:
    results = bench.run(made_of({"f": "film", "x": "wild_stream"}, ["f > x.clip"]), "x")
    assert "Frame 2 is 5x4" in str(results.failures["x"])
