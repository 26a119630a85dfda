"""Gaps between frames: prepared once, kept, remade only at the sides of a change."""

from __future__ import annotations

from nodes import edits
from nodes.document import Document
from nodes.events import NodeWarned
from tests.engine.bench import Bench
from tests.engine.kinds import made_of
from tests.fakes import CALLS


def gapped(**parameters: object) -> Document:
    nodes = {"f": ("film", {"count": 3, "step": 40}), "x": ("gaps", dict(parameters))}
    return made_of(nodes, ["f > x.clip"])


def calls(kind: str) -> list[str]:
    return [call.partition(" ")[2] for call in CALLS if call.startswith(kind)]


def test_a_gap_is_prepared_once(bench: Bench) -> None:
    assert bench.levels(gapped(), "x") == [0, 10, 30, 40, 50, 70, 80]
    assert calls("prepare") == ["0 40", "40 80"]
    assert len(calls("render")) == 4


def test_a_change_of_rendering_prepares_nothing_again(bench: Bench) -> None:
    made = gapped()
    bench.run(made, "x")
    bench.restart()
    made.apply(edits.SetParameter(node="x", name="ease", value=0.5))
    assert bench.levels(made, "x") == [0, 5, 15, 40, 45, 55, 80]
    assert calls("prepare") == []
    assert len(calls("render")) == 4


def test_a_new_key_makes_only_the_gaps_at_its_sides(bench: Bench) -> None:
    made = gapped()
    bench.run(made, "x")
    made.apply(edits.SetParameter(node="f", name="count", value=4))
    assert bench.levels(made, "x") == [0, 10, 30, 40, 50, 70, 80, 90, 110, 120]
    assert calls("prepare") == ["80 120"]
    assert calls("render") == ["80 0.25", "80 0.75"]


def test_a_note_is_told_once_in_a_run_and_again_from_the_cache(bench: Bench) -> None:
    made = gapped(note="gap")
    bench.run(made, "x")
    first = [e for e in bench.events if isinstance(e, NodeWarned)]
    assert [(e.path, e.message) for e in first] == [
        ("x", "gap 0: (0, 40)"),
        ("x", "gap 1: (40, 80)"),
    ]
    for restarted in (False, True):
        if restarted:
            bench.restart()
        made.apply(edits.SetParameter(node="x", name="ease", value=0.25 + restarted))
        bench.run(made, "x")
        assert [e for e in bench.events if isinstance(e, NodeWarned)] == first
        assert calls("prepare") == []


def test_frames_in_between_are_lifted_like_any(bench: Bench) -> None:
    made = gapped()
    made.graph = made_of(
        {"f": ("film", {"count": 2, "step": 40}), "g": "gaps", "x": "test.brighten"},
        ["f > g.clip", "g > x.image"],
    ).graph
    assert bench.levels(made, "x") == [1, 11, 31, 41]
