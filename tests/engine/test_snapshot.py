"""Snapshots: one that was carried over an edit is the same as one made from scratch."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodes import edits
from nodes.document import Document
from nodes.evaluator import Evaluator
from nodes.graph import Node
from nodes.refusals import BadParameterError, NoSuchParameterError
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from tests.engine.kinds import graph_of, made_of, registry

LINKS = ["a > s.a", "f > g.image", "s > x.a", "a > x.b", "g > p.image", "p.first > m.a", "g > m.b"]


def several() -> Document:
    return made_of(
        {
            "a": ("slow", {"seconds": 0.0}),
            "s": "test.add",
            "x": "loose",
            "r": ("test.read", {"path": "one"}),
            "f": "film",
            "g": "wide",
            "p": "pair",
            "m": "layers",
            "c": "choices",
        },
        LINKS,
    )


PARAMETERS: dict[tuple[str, str], list[Any]] = {
    ("a", "value"): [1.0, 2.0],
    ("s", "amount"): [0.0, 3.0],
    ("r", "path"): ["one", "two", "gone", ""],
    ("f", "count"): [2, 3],
    ("g", "width"): [4, 8],
    ("c", "mode"): ["soft", "hard"],
    ("c", "shown"): [1, 2],
}
CHANGES = st.lists(
    st.one_of(
        st.sampled_from(sorted(PARAMETERS)).flatmap(
            lambda place: st.tuples(st.just(place), st.sampled_from(PARAMETERS[place]))
        ),
        st.tuples(st.just(("a", "bypass")), st.booleans()),
        st.tuples(st.just(("s", "bypass")), st.booleans()),
        st.tuples(st.just(("s", "pin")), st.sampled_from(["", "0" * 40])),
        st.tuples(st.just(("f", "reroll")), st.integers(0, 2)),
        st.tuples(st.just(("r", "text")), st.sampled_from(["one", "two"])),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(CHANGES, st.sampled_from([1.0, 0.5]))
def test_a_snapshot_carried_on_equals_one_made_anew(changes: list[Any], scale: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("one", "two"):
            (folder / file).write_text(file)
        made = several()
        carried = Snapshot(made.graph, registry(), folder=folder).override({}, scale=scale)
        sinks = list(made.graph.nodes)
        carried.keys(["x"])
        for (node, what), value in changes:
            only = None
            match what:
                case "bypass":
                    made.apply(edits.SetBypass(nodes=(node,), bypassed=value))
                case "pin":
                    made.apply(edits.Pin(node=node, key=value))
                case "reroll":
                    made.apply(edits.Reroll(node=node, number=value))
                case "text":
                    (folder / "one").write_text(value)
                case _:
                    made.apply(edits.SetParameter(node=node, name=what, value=value))
                    only = node
            carried = carried.then(made.graph, changed=only)
            fresh = Snapshot(made.graph, registry(), folder=folder).override({}, scale=scale)
            wanted = fresh.keys(sinks)
            assert {path: carried.keys(sinks)[path] for path in sinks} == {
                path: wanted[path] for path in sinks
            }
            assert {p: n.parameters for p, n in carried.flat.items()} == {
                p: n.parameters for p, n in fresh.flat.items()
            }


def test_a_snapshot_carried_on_gives_the_same_results(tmp_path: Path) -> None:
    made = several()
    (tmp_path / "one").write_text("one")
    with ResultStore(tmp_path / "store") as store:
        evaluator = Evaluator(store)
        carried = Snapshot(made.graph, registry(), folder=tmp_path)
        for value in (1.0, 5.0, 1.0, 7.0):
            made.apply(edits.SetParameter(node="a", name="value", value=value))
            carried = carried.then(made.graph, changed="a")
            results = evaluator.run(carried, ["x"])
            assert list(results.values.values()) == [value + 10 * value]


def test_a_parameter_that_its_node_refuses_is_carried_on_as_a_problem() -> None:
    made = several()
    snapshot = Snapshot(made.graph, registry())
    snapshot.keys(["c"])
    bad = Node(id="c", type="kind.choices", parameters={"count": 99})
    made.apply(edits.PutNodes(nodes=(bad,)))
    after = snapshot.then(made.graph, changed="c")
    assert isinstance(after.flat["c"].problem, BadParameterError)
    good = Node(id="c", type="kind.choices", parameters={"count": 2})
    made.apply(edits.PutNodes(nodes=(good,)))
    assert after.then(made.graph, changed="c").flat["c"].problem is None


def test_a_change_costs_only_its_cone() -> None:
    made = several()
    snapshot = Snapshot(made.graph, registry())
    before = snapshot.flat
    made.apply(edits.SetParameter(node="a", name="value", value=4.0))
    after = snapshot.then(made.graph, changed="a").flat
    assert [path for path in after if after[path] is not before[path]] == ["a"]


def test_what_depends_on_a_node_is_named() -> None:
    snapshot = Snapshot(several().graph, registry())
    assert snapshot.downstream("f") == {"f", "g", "p", "m"}
    assert snapshot.downstream("x") == {"x"}


def test_an_override_is_typed_adds_up_and_leaves_the_graph_alone() -> None:
    snapshot = Snapshot(graph_of({"c": "choices"}), registry())
    one = snapshot.override({"c.mode": "hard"})
    two = one.override({"c.count": 5})
    parameters = two.flat["c"].parameters
    assert (parameters["mode"].value, parameters["count"]) == ("hard", 5)
    assert snapshot.flat["c"].parameters["count"] == 3
    assert two.override({}, scale=0.5).flat["c"].parameters["wide"] == 4
    assert two.override({}, scale=0.5).override({"c.wide": 6}).flat["c"].parameters["wide"] == 3
    assert two.keys(["c"])["c"] != one.keys(["c"])["c"]


@pytest.mark.parametrize("name", ["c.zzz", "zzz.count", "count", ""])
def test_an_override_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(NoSuchParameterError, match="No node has a parameter"):
        Snapshot(graph_of({"c": "choices"}), registry()).override({name: 1})


def test_an_override_that_the_node_refuses_is_refused() -> None:
    with pytest.raises(BadParameterError):
        Snapshot(graph_of({"c": "choices"}), registry()).override({"c.count": 99})


def test_a_file_that_changes_under_a_snapshot_is_seen(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("one")
    snapshot = Snapshot(several().graph, registry(), folder=tmp_path)
    before = dict(snapshot.keys(["r", "x"]))
    assert snapshot.keys(["r", "x"]) == before
    (tmp_path / "one").write_text("another")
    after = snapshot.keys(["r", "x"])
    assert after["r"] != before["r"]
    assert after["x"] == before["x"]
    carried = snapshot.then(snapshot.graph, changed="a")
    (tmp_path / "one").write_text("a third one")
    assert carried.keys(["r"])["r"] not in (before["r"], after["r"])
