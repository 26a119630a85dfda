"""Keys: what a result depends on is in them, and nothing else."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from nodes import edits
from nodes.codec import decode_document, encode_document
from nodes.document import Document
from nodes.flat_node import Setting
from nodes.graph import Graph, Link, Node
from nodes.node import node
from nodes.refusals import LoopError
from nodes.snapshot import Snapshot
from tests.engine.bench import Bench
from tests.engine.kinds import Nodes, graph_of, made_of, registry
from tests.fakes import CALLS


def key_of(graph: Graph, path: str, **setting: Any) -> str:
    return Snapshot(graph, registry(), setting=Setting(**setting)).keys([path])[path]


def key(nodes: Nodes, links: tuple[str, ...] = (), path: str = "x", **setting: Any) -> str:
    return key_of(graph_of(nodes, links), path, **setting)


def test_values_of_different_types_spell_differently() -> None:
    @node("kind.anything", icon="i")
    def anything(*, value: Any = None) -> float:
        """Help."""
        return 0.0

    spec = anything.spec  # type: ignore[attr-defined] - set by @node
    spelled = {spec.parameters["value"].spelled(value) for value in (1, 1.0, True, "1", None)}
    assert len(spelled) == 5


@pytest.mark.parametrize(
    "default",
    [{"count": 3}, {"mode": "soft"}, {"amount": 0}, {"amount": 0.0}, {"name": "x"}, {"wide": 8}],
)
@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_setting_a_default_equals_not_setting_it(default: dict[str, Any], scale: float) -> None:
    assert key({"x": ("choices", default)}, scale=scale) == key({"x": "choices"}, scale=scale)


@pytest.mark.parametrize(
    "other",
    [{"count": 4}, {"mode": "hard"}, {"on": True}, {"amount": 0.1}, {"name": "y"}, {"wide": 9}],
)
def test_every_parameter_counts(other: dict[str, Any]) -> None:
    assert key({"x": ("choices", other)}) != key({"x": "choices"})


def test_what_is_only_shown_does_not_count() -> None:
    assert key({"x": ("choices", {"shown": 5})}) == key({"x": "choices"})


def test_place_title_and_ids_do_not_count() -> None:
    plain = Node(id="", type="kind.choices")
    moved = replace(plain, title="Named", x=3.0, y=4.0, extra={"glow": 1}, exposed=("count",))
    assert key({"x": moved}) == key({"x": plain})
    assert key({"other": plain}, path="other") == key({"x": plain})


def test_version_reroll_scale_and_type_count() -> None:
    plain = Node(id="", type="kind.choices")
    keys = {
        key({"x": plain}),
        key({"x": replace(plain, reroll=1)}),
        key({"x": replace(plain, reroll=2)}),
        key({"x": plain}, scale=0.5),
        key({"x": plain}, scale=0.25),
        key({"x": replace(plain, type="kind.loose")}),
    }
    assert len(keys) == 6
    newer = [replace_version(spec) for spec in registry().specs.values()]
    later = Snapshot(graph_of({"x": plain}), registry().with_specs(newer))
    assert later.keys(["x"])["x"] not in keys


def replace_version(spec: Any) -> Any:
    return dataclasses.replace(spec, version=spec.version + 1)


def test_an_alias_names_the_same_result() -> None:
    links = ("a > x.a",)
    assert key({"a": "slow", "x": "test.plus"}, links) == key({"a": "slow", "x": "test.add"}, links)


def test_a_wire_counts_by_where_it_comes_from_and_where_it_leads() -> None:
    nodes: Nodes = {
        "one": "slow",
        "two": ("slow", {"value": 2.0}),
        "h": "test.halves",
        "x": "loose",
    }
    wirings = [
        ("one > x.a",),
        ("one > x.b",),
        ("two > x.a",),
        ("one > x.a", "two > x.b"),
        ("two > x.a", "one > x.b"),
        ("one > x.rest", "two > x.rest"),
        ("two > x.rest", "one > x.rest"),
        ("one > h.a", "h.low > x.a"),
        ("one > h.a", "h.high > x.a"),
    ]
    assert len({key(nodes, wiring) for wiring in wirings}) == len(wirings)


def test_the_order_in_which_sockets_were_linked_does_not_count() -> None:
    nodes: Nodes = {"one": "slow", "two": "slow", "x": "loose"}
    assert key(nodes, ("one > x.a", "two > x.b")) == key(nodes, ("two > x.b", "one > x.a"))


def test_nothing_runs_again_after_saving_and_opening(bench: Bench) -> None:
    made = made_of({"one": "slow", "x": "loose"}, ["one > x.rest", "one > x.b", "one > x.a"])
    bench.run(made, "x")
    opened = decode_document(msgspec.json.decode(encode_document(made)), registry())
    bench.run(opened, "x")
    assert CALLS == []


def test_a_wired_parameter_counts() -> None:
    nodes: Nodes = {"n": "slow", "m": ("slow", {"value": 3.0}), "x": "choices"}
    keys = {key(nodes, links) for links in [(), ("n > x.amount",), ("m > x.amount",)]}
    assert len(keys) == 3


def test_a_file_counts_by_what_it_holds(tmp_path: Path) -> None:
    for name, said in {"a": "one", "b": "one", "c": "two"}.items():
        (tmp_path / name).write_text(said)

    def key_for(path: str) -> str:
        return key({"x": ("test.read", {"path": path})}, folder=tmp_path)

    assert key_for("a") == key_for("b")
    assert len({key_for("a"), key_for("c"), key_for("missing"), key_for("")}) == 4


def test_a_folder_counts_by_what_it_holds(tmp_path: Path) -> None:
    def key_now() -> str:
        return key({"x": ("test.read", {"path": "run_%04d.png"})}, folder=tmp_path)

    empty = key_now()
    (tmp_path / "run_0001.png").write_text("one")
    one = key_now()
    (tmp_path / "run_0001.png").rename(tmp_path / "run_0002.png")
    assert len({empty, one, key_now()}) == 3


def test_an_effect_is_another_in_another_folder(tmp_path: Path) -> None:
    nodes: Nodes = {"f": "film", "x": "test.write"}
    here = key(nodes, ("f > x.clip",), folder=tmp_path)
    assert here != key(nodes, ("f > x.clip",), folder=tmp_path / "copy")
    assert here == key(nodes, ("f > x.clip",), folder=tmp_path)


def chain(amounts: list[float], names: list[str]) -> Document:
    nodes: dict[str, Any] = {names[0]: ("slow", {"value": amounts[0]})}
    links: list[str] = []
    for before, name, amount in zip(names, names[1:], amounts[1:], strict=False):
        nodes[name] = ("test.add", {"amount": amount})
        links += [f"{before} > {name}.a", f"{names[0]} > {name}.b"]
    return made_of(nodes, links)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_grouping_and_naming_change_no_key(data: st.DataObject) -> None:
    amounts = data.draw(st.lists(st.floats(-9, 9), min_size=3, max_size=6))
    names = [f"n{at}" for at in range(len(amounts))]
    made = chain(amounts, names)
    wanted = key_of(made.graph, names[-1])
    renamed = [f"m{at}" for at in reversed(range(len(amounts)))]
    assert key_of(chain(amounts, renamed).graph, renamed[-1]) == wanted
    path = names[-1]
    for number in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(made.graph) - 1))
        some = list(made.graph.nodes)[start : start + data.draw(st.integers(1, 3))]
        try:
            made.apply(edits.GroupNodes(nodes=tuple(some), group=f"g{number}"))
        except LoopError:
            continue
        path = next(p for p in Snapshot(made.graph, registry()).flat if p.endswith(names[-1]))
        assert key_of(made.graph, path) == wanted
    groups = [one.id for one in made.graph.nodes.values() if one.type == "group"]
    for group_id in groups:
        made.apply(edits.Ungroup(group=group_id))
    path = next(p for p in Snapshot(made.graph, registry()).flat if p.endswith(names[-1]))
    assert key_of(made.graph, path) == wanted


def test_a_link_to_what_is_absent_has_a_key_all_the_same() -> None:
    broken = Node(id="x", type="test.add", inputs={"a": (Link("l", "gone"),)})
    assert len(key_of(Graph({"x": broken}), "x")) == 40
    assert len(key_of(Graph({"x": Node(id="x", type="no.such")}), "x")) == 40


def test_every_working_scale_is_another_result() -> None:
    scales = (1.0, 0.5, 0.25)
    assert len({key({"x": "still_source"}, scale=scale) for scale in scales}) == 3
