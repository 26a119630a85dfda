"""Dots on wires and backdrops: they are there for the eye, and nothing that runs knows of them."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodes import edits
from nodes.codec import decode_document, encode_document
from nodes.document import Document
from nodes.flat_node import FlatRef
from nodes.graph import BACKDROP, INPUTS, REROUTE, THROUGH, Graph, Link, Node
from nodes.refusals import LoopError, NotABackdropError, TypeRefusedError
from nodes.snapshot import Snapshot
from nodes.sockets import ANY, output_value
from nodes.touched import touched
from tests.engine.bench import Bench
from tests.engine.kinds import graph_of, made_of
from tests.fakes import document, registry

DOT = Node(id="", type=REROUTE)
GROUND = Node(id="", type=BACKDROP)


def keys(made: Document, *paths: str) -> list[str]:
    snapshot = Snapshot(made.graph, made.registry)
    found = snapshot.keys(list(paths))
    return [found[path] for path in paths]


def sums() -> Document:
    """Two numbers and their sum, halved, and a text that fits none of them."""
    return document(
        {
            "a": ("test.number", {"value": 3.0}),
            "b": ("test.number", {"value": 4.0}),
            "s": "test.add",
            "h": "test.halves",
            "t": "test.text",
        },
        ["a > s.a", "b > s.b", "s > h.a"],
    )


def with_dots(made: Document, count: int = 1) -> Document:
    """The sum's first wire led through dots."""
    source = "a"
    for number in range(count):
        dot = f"dot{number}"
        made.apply(edits.AddNode(node=Node(id=dot, type=REROUTE)))
        made.apply(edits.Connect(node=dot, socket=THROUGH, link=Link("l", source)))
        source = dot
    made.apply(edits.Connect(node="s", socket="a", link=Link("l0", source)))
    return made


@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_dot_on_a_wire_changes_no_key_and_no_result(bench: Bench, count: int) -> None:
    plain, dotted = sums(), with_dots(sums(), count)
    assert keys(dotted, "s", "h") == keys(plain, "s", "h")
    assert set(Snapshot(dotted.graph, registry()).flat) == set("absht")
    assert bench.value(dotted, "s") == 7


def test_several_wires_leave_one_dot() -> None:
    made = with_dots(sums())
    made.apply(edits.Connect(node="s", socket="b", link=Link("l1", "dot0")))
    plain = document(
        {"a": ("test.number", {"value": 3.0}), "s": "test.add"}, ["a > s.a", "a > s.b"]
    )
    assert keys(made, "s") == keys(plain, "s")


def test_an_unfed_dot_feeds_nothing() -> None:
    made = sums()
    made.apply(edits.AddNode(node=Node(id="dot", type=REROUTE)))
    made.apply(edits.Connect(node="s", socket="b", link=Link("l1", "dot")))
    assert output_value(made.graph, made.graph.nodes["dot"], "out", registry()) == ANY
    assert Snapshot(made.graph, registry()).flat["s"].sources == (FlatRef("a", "out"),)


def test_what_does_not_fit_beyond_a_dot_is_refused() -> None:
    made = with_dots(sums(), 2)
    with pytest.raises(TypeRefusedError, match="takes number"):
        made.apply(edits.Connect(node="dot0", socket=THROUGH, link=Link("l", "t")))
    with pytest.raises(LoopError):
        made.apply(edits.Connect(node="dot0", socket=THROUGH, link=Link("l", "h", "low")))


def test_what_does_not_fit_behind_a_dot_is_refused() -> None:
    made = sums()
    made.apply(edits.AddNode(node=Node(id="dot", type=REROUTE)))
    made.apply(edits.Connect(node="dot", socket=THROUGH, link=Link("l", "t")))
    with pytest.raises(TypeRefusedError, match="“dot” gives text"):
        made.apply(edits.Connect(node="s", socket="b", link=Link("l1", "dot")))


def test_a_clip_behind_a_dot_lifts_the_node(bench: Bench) -> None:
    made = made_of(
        {"r": "test.ramp", "dot": DOT, "x": "test.brighten", "y": DOT},
        ["r > dot.in", "dot > x.image", "x > y.in"],
    )
    assert output_value(made.graph, made.graph.nodes["y"], "out", registry()) == "clip"
    plain = made_of({"r": "test.ramp", "x": "test.brighten"}, ["r > x.image"])
    assert keys(made, "x") == keys(plain, "x")
    assert bench.levels(made, "x") == bench.levels(plain, "x")


@pytest.mark.parametrize("members", [("dot0",), ("dot1", "s"), ("a", "dot0"), ("dot1", "s", "h")])
def test_dots_at_the_border_of_a_group_run_as_they_did(
    bench: Bench, members: tuple[str, ...]
) -> None:
    made = with_dots(sums(), 2)
    before = encode_document(made)
    back = made.apply(edits.GroupNodes(nodes=members, group="g"))
    at = "g/s" if "s" in members else "s"
    assert bench.value(made, at) == 7
    assert keys(made, at) == keys(sums(), "s")
    made.apply(edits.GroupNodes(nodes=("g",), group="outer"))
    assert bench.value(made, f"outer/{at}" if "s" in members else at) == 7
    made.apply(edits.Ungroup(group="outer"))
    made.apply(edits.Ungroup(group="g"))
    assert bench.value(made, "s") == 7
    made = decode_document(msgspec.json.decode(before), registry())
    made.apply(edits.GroupNodes(nodes=members, group="g"))
    made.apply(back)
    assert encode_document(made) == before


def test_a_socket_of_a_group_that_leads_to_a_dot_takes_what_lies_beyond() -> None:
    made = with_dots(sums())
    made.apply(edits.GroupNodes(nodes=("dot0", "s"), group="g"))
    assert [port.name for port in made.graph.nodes["g"].input_ports] == ["a", "b"]
    with pytest.raises(TypeRefusedError):
        made.apply(edits.Connect(node="g", socket="a", link=Link("l9", "t")))


def test_a_wire_straight_through_a_group_by_a_dot_runs(bench: Bench) -> None:
    made = with_dots(sums())
    made.apply(edits.GroupNodes(nodes=("dot0",), group="g"))
    inner = made.graph.nodes["g"].graph
    assert inner is not None and inner.nodes["dot0"].inputs[THROUGH][0].node == INPUTS
    assert bench.value(made, "s") == 7


def test_a_ring_of_dots_in_a_damaged_file_stops_only_its_users(bench: Bench) -> None:
    made = made_of(
        {"p": DOT, "q": DOT, "s": "test.add", "n": "test.number"},
        ["p > q.in", "q > p.in", "p > s.a"],
    )
    assert output_value(made.graph, made.graph.nodes["p"], "out", registry()) == ANY
    results = bench.run(made, "s", "n")
    assert "loop" in str(results.failures["s"])
    assert results.values[FlatRef("n", "out")] == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.sampled_from("ab")), max_size=12))
def test_dots_anywhere_change_no_key(places: list[tuple[int, str]]) -> None:
    nodes = {"n": "test.number", **{f"x{i}": "test.add" for i in range(12)}}
    links = [
        f"{'n' if not i else f'x{i - 1}'} > x{i}.{socket}" for i in range(12) for socket in "ab"
    ]
    plain, dotted = made_of(nodes, links), made_of(nodes, links)
    for number, (target, socket) in enumerate(places):
        link = dotted.graph.nodes[f"x{target}"].inputs[socket][0]
        dot = f"d{number}"
        dotted.apply(edits.AddNode(node=Node(id=dot, type=REROUTE)))
        dotted.apply(
            edits.Connect(node=dot, socket=THROUGH, link=Link("l", link.node, link.output))
        )
        dotted.apply(edits.Connect(node=f"x{target}", socket=socket, link=Link(link.id, dot)))
    goals = [f"x{i}" for i in range(12)]
    assert keys(dotted, *goals) == keys(plain, *goals)


def grounds() -> Document:
    """A sum on a backdrop that lies on another."""
    made = sums()
    for ground in ("outer", "inner"):
        made.apply(edits.AddNode(node=Node(id=ground, type=BACKDROP, title=ground)))
    made.apply(edits.SetBackdrop(nodes=("inner", "h"), backdrop="outer"))
    made.apply(edits.SetBackdrop(nodes=("a", "s"), backdrop="inner"))
    return made


def test_backdrops_change_no_key_and_do_not_run() -> None:
    assert keys(grounds(), "s", "h") == keys(sums(), "s", "h")
    assert set(Snapshot(grounds().graph, registry()).flat) == set("absht")


def test_a_backdrop_is_in_the_file_and_older_files_have_none() -> None:
    made = grounds()
    again = decode_document(msgspec.json.decode(encode_document(made)), registry())
    assert again.graph == made.graph
    assert b"backdrop" not in encode_document(sums())


def test_what_lies_on_a_removed_backdrop_lies_on_the_one_below() -> None:
    made = grounds()
    back = made.apply(edits.RemoveNodes(nodes=("inner",)))
    assert made.graph.nodes["a"].backdrop == "outer"
    made.apply(back)
    assert made.graph == grounds().graph
    made.apply(edits.RemoveNodes(nodes=("inner", "outer")))
    assert made.graph.nodes["a"].backdrop == ""


@pytest.mark.parametrize(("node", "ground"), [("a", "b"), ("outer", "inner"), ("outer", "outer")])
def test_only_a_backdrop_carries_and_never_itself(node: str, ground: str) -> None:
    made = grounds()
    with pytest.raises(NotABackdropError):
        made.apply(edits.SetBackdrop(nodes=(node,), backdrop=ground))
    assert made.graph == grounds().graph


def test_backdrops_go_into_groups_and_out_again() -> None:
    made = grounds()
    made.apply(edits.GroupNodes(nodes=("a", "s"), group="g"))
    inner = made.graph.nodes["g"].graph
    assert inner is not None and inner.nodes["a"].backdrop == ""
    assert made.graph.nodes["g"].backdrop == "inner"
    made.apply(edits.Ungroup(group="g"))
    assert made.graph.nodes["a"].backdrop == "inner"
    made.apply(edits.GroupNodes(nodes=("inner", "a", "s"), group="g"))
    inner = made.graph.nodes["g"].graph
    assert inner is not None and inner.nodes["a"].backdrop == "inner"
    made.apply(edits.Ungroup(group="g"))
    assert made.graph.nodes["a"].backdrop == "inner"
    assert made.graph.nodes["inner"].backdrop == "outer"


def test_an_edit_tells_which_nodes_it_is_about() -> None:
    made = grounds()
    back = made.apply(edits.RemoveNodes(nodes=("s",)))
    assert set(touched(back)[()]) == {"s", "h"}
    put = edits.PutNodes(at=("g",), nodes=(GROUND,), removed=("x",))
    both = edits.Batch(
        edits=(put, edits.SetSetting(name="fps"), edits.MoveNodes(positions={"a": (0, 0)}))
    )
    assert touched(both) == {("g",): dict.fromkeys(["", "x"]), (): {"a": None}}


def test_a_graph_of_dots_alone_is_flat_to_nothing() -> None:
    graph = graph_of({"p": DOT, "q": DOT, "g": GROUND}, ["p > q.in"])
    assert isinstance(graph, Graph)
    assert Snapshot(graph, registry()).flat == {}
