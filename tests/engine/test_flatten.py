"""Groups, bypass, conversions and damage: what runs, and which node alone does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from nodes.evaluator import paths_under, sinks_of
from nodes.events import Outcome
from nodes.flat_node import FlatRef
from nodes.graph import INPUTS, Graph, Link, Node
from nodes.snapshot import Snapshot
from tests.engine.bench import Bench
from tests.engine.kinds import Nodes, graph_of, group, level_of, made_of, registry


def bypassed(type_id: str, **parameters: Any) -> Node:
    return Node(id="", type=type_id, parameters=parameters, bypassed=True)


def value(bench: Bench, nodes: Nodes, links: Sequence[str], path: str = "x") -> Any:
    results = bench.run(made_of(nodes, links), path)
    assert not results.failures, results.failures
    return results.values[FlatRef(path, "out")]


def refusal(bench: Bench, nodes: Nodes, links: Sequence[str], path: str = "x") -> str:
    """Why a node does not run; beside it, one that has nothing to do with it must."""
    made = made_of({**nodes, "fine": ("slow", {"seconds": 0.0, "value": 7.0})}, links)
    results = bench.run(made, path, "fine")
    assert results.outcome is Outcome.FAILED
    assert results.values[FlatRef("fine", "out")] == 7
    return str(results.failures[path])


ONE = ("slow", {"seconds": 0.0, "value": 1.0})
TWO = ("slow", {"seconds": 0.0, "value": 2.0})


def plus(amount: float = 10.0) -> tuple[str, dict[str, Any]]:
    return ("test.add", {"amount": amount})


def doubled() -> Graph:
    """A group within a group; both hand on, and each adds."""
    inner = group(
        graph_of({"add": plus(10)}, [f"{INPUTS}.in > add.a"]),
        inputs=["in add.a"],
        outputs=["out add.out"],
        shows=["by add.amount"],
    )
    return graph_of(
        {"inner": inner, "more": plus(100)}, [f"{INPUTS}.in > inner.in", "inner > more.a"]
    )


def outer(graph: Graph, **options: Any) -> Node:
    return group(graph, inputs=["in inner.in"], outputs=["out more.out"], **options)


def test_groups_within_groups_run_as_their_nodes(bench: Bench) -> None:
    nodes: Nodes = {"one": ONE, "g": outer(doubled()), "x": plus(1000)}
    assert value(bench, nodes, ["one > g.in", "g > x.a"]) == 1111


@pytest.mark.parametrize(
    ("inner_by", "outer_by", "result"),
    [(None, None, 111), (20, None, 121), (None, 30, 131), (20, 30, 131)],
)
def test_the_outermost_group_that_shows_a_parameter_wins(
    bench: Bench, inner_by: float | None, outer_by: float | None, result: float
) -> None:
    graph = doubled()
    if inner_by is not None:
        graph = graph.put([replace(graph.nodes["inner"], parameters={"by": inner_by})])
    parameters = {"much": outer_by} if outer_by is not None else {}
    shown = outer(graph, shows=["much inner.by"], parameters=parameters)
    nodes: Nodes = {"one": ONE, "g": shown}
    assert value(bench, nodes, ["one > g.in"], "g/more") == result


def test_a_value_on_a_group_that_shows_nothing_reaches_no_node(bench: Bench) -> None:
    nodes: Nodes = {"one": ONE, "g": outer(doubled(), parameters={"amount": 5.0, "by": 6.0})}
    assert value(bench, nodes, ["one > g.in"], "g/more") == 111


def test_every_link_to_a_port_of_a_group_counts(bench: Bench) -> None:
    inner = graph_of({"t": "test.total"}, [f"{INPUTS}.all > t.numbers"])
    nodes: Nodes = {
        "one": ONE,
        "two": TWO,
        "g": group(inner, inputs=["all t.numbers"], outputs=["out t.out"]),
        "x": plus(0),
    }
    assert value(bench, nodes, ["one > g.all", "two > g.all", "one > g.all", "g > x.a"]) == 8


def test_a_chain_of_bypassed_nodes_hands_on(bench: Bench) -> None:
    nodes: Nodes = {"one": ONE, "b": bypassed("test.add"), "c": bypassed("test.add"), "x": plus()}
    assert value(bench, nodes, ["one > b.a", "b > c.a", "c > x.a"]) == 11


def test_a_bypassed_node_hands_on_its_first_input_of_the_kind(bench: Bench) -> None:
    nodes: Nodes = {
        "mask": "test.text",
        "p": ("still_source", {"level": 3}),
        "q": ("still_source", {"level": 4}),
        "b": bypassed("test.mix"),
        "x": "layers",
    }
    assert level_of(value(bench, nodes, ["q > b.b", "p > b.a", "b > x.a"])) == 3
    assert level_of(value(bench, nodes, ["q > b.b", "b > x.a"])) == 4


def test_bypass_works_at_the_borders_of_a_group(bench: Bench) -> None:
    inner = graph_of(
        {"first": bypassed("test.add"), "last": bypassed("test.add")},
        [f"{INPUTS}.in > first.a", "first > last.a"],
    )
    g = group(inner, inputs=["in first.a"], outputs=["out last.out"])
    assert value(bench, {"one": ONE, "g": g, "x": plus()}, ["one > g.in", "g > x.a"]) == 11


def test_a_bypassed_group_hands_on_its_input(bench: Bench) -> None:
    nodes: Nodes = {"one": ONE, "g": outer(doubled(), bypassed=True), "x": plus()}
    assert value(bench, nodes, ["one > g.in", "g > x.a"]) == 11


def test_a_bypassed_node_without_a_matching_input_gives_nothing(bench: Bench) -> None:
    nodes: Nodes = {"p": "still_source", "b": bypassed("red"), "x": "fill"}
    assert "“mask” of “x” is not connected" in refusal(bench, nodes, ["p > b.image", "b > x.mask"])


def test_what_is_bypassed_is_no_sink() -> None:
    effect = replace(bypassed("test.write"), id="w")
    graph = graph_of({"f": "film", "w": effect, "e": "test.write"}, ["f > w.clip", "f > e.clip"])
    assert sinks_of(Snapshot(graph, registry())) == ["e"]
    ends = graph_of({"a": ONE, "b": bypassed("test.add")}, ["a > b.a"])
    assert sinks_of(Snapshot(ends, registry())) == ["a"]
    grouped = graph_of({"one": ONE, "g": outer(doubled(), bypassed=True)}, ["one > g.in"])
    assert sinks_of(Snapshot(grouped, registry())) == ["one"]


def test_a_group_means_the_nodes_that_it_ends_in() -> None:
    snapshot = Snapshot(graph_of({"one": ONE, "g": outer(doubled())}, ["one > g.in"]), registry())
    assert paths_under(snapshot, ["g", "one"]) == ["g/more", "one"]


def test_one_picture_is_converted(bench: Bench) -> None:
    nodes: Nodes = {"p": ("still_source", {"level": 30}), "x": "fill"}
    assert level_of(value(bench, nodes, ["p > x.mask"])) == 30


def test_a_conversion_is_lifted_over_a_clip(bench: Bench) -> None:
    made = made_of({"f": "film", "x": "fill"}, ["f > x.mask"])
    assert bench.levels(made, "x") == [0, 10, 20]


def test_a_picture_flows_into_a_clip_as_one_frame(bench: Bench) -> None:
    made = made_of({"p": ("still_source", {"level": 3}), "x": "test.stream"}, ["p > x.clip"])
    assert bench.levels(made, "x") == [103]


def test_a_conversion_for_two_users_runs_once(bench: Bench) -> None:
    nodes: Nodes = {"p": "still_source", "x": "fill", "y": "fill"}
    bench.run(made_of(nodes, ["p > x.mask", "p > y.mask"]), "x", "y")
    snapshot = Snapshot(graph_of(nodes, ["p > x.mask", "p > y.mask"]), registry())
    assert [path for path in snapshot.flat if ">" in path] == ["p.out>convert.image_to_mask"]


LOOP: Nodes = {"a": "test.add", "b": "test.add", "x": "test.add"}


@pytest.mark.parametrize(
    ("nodes", "links"),
    [
        (LOOP, ["a > b.a", "b > a.a", "b > x.a"]),
        ({"x": "test.add"}, ["x > x.a"]),
        ({"b": bypassed("test.add"), "x": "test.add"}, ["b > b.a", "b > x.a"]),
        (
            {"b": bypassed("test.add"), "c": bypassed("test.add"), "x": "test.add"},
            ["b > c.a", "c > b.a", "c > x.a"],
        ),
        (
            {
                "g": group(
                    graph_of({"t": bypassed("test.add")}, [f"{INPUTS}.in > t.a"]),
                    inputs=["in t.a"],
                    outputs=["out t.out"],
                ),
                "x": "test.add",
            },
            ["g > g.in", "g > x.a"],
        ),
    ],
)
def test_a_loop_in_a_damaged_file_fails_its_nodes(
    bench: Bench, nodes: Nodes, links: list[str]
) -> None:
    assert "part of a loop" in refusal(bench, nodes, links)


@pytest.mark.parametrize(
    ("nodes", "links", "said"),
    [
        ({"x": "no.such"}, [], "not installed"),
        ({"u": "no.such", "x": "test.add"}, ["u > x.a"], "not installed"),
        ({"x": "test.add"}, ["gone > x.a"], "“gone”, which is not there"),
        ({"one": ONE, "x": "test.add"}, ["one > x.a", "gone > x.b"], "“gone”, which is not there"),
        ({"one": ONE, "x": "test.add"}, ["one.zzz > x.a"], "“one” has no output “zzz”"),
        ({"one": ONE, "x": "test.add"}, ["one > x.zzz", "one > x.a"], "no socket “zzz”"),
        ({"x": "test.add"}, [f"{INPUTS}.in > x.a"], "which is not there"),
        ({"one": ONE, "x": plus()}, [], "“a” of “x” is not connected"),
        ({"x": ("choices", {"count": 0})}, [], "cannot be 0"),
        ({"x": ("choices", {"mode": "loud"})}, [], "“mode” cannot be 'loud'"),
        ({"x": Node(id="", type="kind.choices", version=9)}, [], "newer version of Choices"),
        ({"t": "test.text", "x": "test.add"}, ["t > x.a"], "takes number, and “t” gives text"),
        ({"g": outer(doubled()), "x": plus()}, ["g > x.a"], "“a” of “g/inner/add” is not conn"),
        (
            {"one": ONE, "g": outer(doubled()), "x": plus()},
            ["one > g.in", "g.zzz > x.a"],
            "“g” has no output “zzz”",
        ),
        ({"g": Node(id="", type="group"), "x": plus()}, ["g > x.a"], "not installed"),
    ],
)
def test_damage_fails_the_node_that_has_it(
    bench: Bench, nodes: Nodes, links: list[str], said: str
) -> None:
    assert said in refusal(bench, nodes, links)


def test_a_port_to_a_node_that_was_removed_fails_its_user(bench: Bench) -> None:
    dangling = group(graph_of({"k": ONE}), outputs=["out gone.out"])
    said = refusal(bench, {"g": dangling, "x": plus()}, ["g > x.a"])
    assert "“g/gone”, which is not there" in said


def test_a_parameter_that_is_no_longer_there_is_left_alone(bench: Bench) -> None:
    assert value(bench, {"x": ("test.number", {"value": 3.0, "old": 1})}, []) == 3


def test_a_wired_parameter_is_typed(bench: Bench) -> None:
    nodes: Nodes = {
        "n": ("slow", {"value": 4.0}),
        "t": ("test.text", {"value": "hard"}),
        "x": "choices",
    }
    links = ["n > x.count", "t > x.mode"]
    assert value(bench, nodes, links) == "4 hard False x 0.0 8"
    bad: Nodes = {**nodes, "n": ("slow", {"value": 40.0})}
    assert "“count” cannot be 40.0" in refusal(bench, bad, links)


def test_links_keep_their_order_through_ids(bench: Bench) -> None:
    links = (Link("z", "one"), Link("a", "two"))
    graph = graph_of({"one": ONE, "two": TWO, "x": "loose"})
    graph = graph.put([replace(graph.nodes["x"], inputs={"rest": links})])
    made = made_of({})
    made.graph = graph
    assert bench.value(made, "x") == 500


def test_a_bypassed_node_of_many_inputs_hands_on_the_first(bench: Bench) -> None:
    nodes: Nodes = {"one": ONE, "two": TWO, "b": bypassed("test.total"), "x": "loose"}
    assert value(bench, nodes, ["two > b.numbers", "one > b.numbers", "b > x.rest"]) == 200
