"""Graphs that are deep, dense and large: nothing recurses, nothing grows with the square."""

from __future__ import annotations

from time import process_time

from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.graph import Graph, Link, Node
from nodes.snapshot import Snapshot
from nodes.sockets import output_value
from tests.engine.bench import Bench
from tests.engine.kinds import level_of, registry


def chain(first: Node, type_id: str, count: int, *, dense: bool = False) -> Graph:
    nodes = {"n0": first}
    for at in range(1, count):
        inputs = {"a": (Link("l", f"n{at - 1}"),)}
        if dense:
            inputs["b"] = (Link("m", f"n{max(0, at - 2)}"),)
        nodes[f"n{at}"] = Node(id=f"n{at}", type=type_id, inputs=inputs)
    return Graph(nodes)


def test_50000_bypassed_nodes_hand_on(bench: Bench) -> None:
    graph = chain(Node(id="n0", type="kind.slow"), "test.add", 50_000)
    nodes = {
        node_id: Node(id=node_id, type=node.type, inputs=node.inputs, bypassed=node_id != "n0")
        for node_id, node in graph.nodes.items()
    }
    nodes["x"] = Node(id="x", type="test.add", inputs={"a": (Link("l", "n49999"),)})
    flat = Snapshot(Graph({"n0": nodes["n0"], **nodes}), registry())
    assert bench.evaluator.run(flat, ["x"]).values[FlatRef("x", "out")] == 1


def test_2000_lifted_nodes_run_one_after_another(bench: Bench) -> None:
    film = Node(id="n0", type="kind.film", parameters={"count": 2})
    snapshot = Snapshot(chain(film, "kind.layers", 2000), registry())
    results = bench.evaluator.run(snapshot, ["n1999"])
    assert not results.failures
    clip = results.values[FlatRef("n1999", "out")]
    frames = [bench.store.get_frame(clip.frames.key(index)) for index in range(2)]
    assert [level_of(frame) for frame in frames] == [0, 10]


def test_memory_is_within_its_budget_after_a_deep_chain(bench: Bench) -> None:
    evaluator = Evaluator(bench.store, budget=50_000)
    film = Node(id="n0", type="kind.film", parameters={"count": 2})
    snapshot = Snapshot(chain(film, "kind.layers", 300), registry())
    assert not evaluator.run(snapshot, ["n299"]).failures
    assert 0 < evaluator.memory.used <= 50_000


def test_a_dense_graph_of_5000_nodes_is_walked_once() -> None:
    graph = chain(Node(id="n0", type="kind.film"), "kind.layers", 5000, dense=True)
    started = process_time()
    assert output_value(graph, graph.nodes["n4999"], "out", registry()) == "clip"
    assert output_value(graph, graph.nodes["n0"], "out", registry()) == "clip"
    assert graph.depends_on("n4999", "n0")
    assert not graph.depends_on("n0", "n4999")
    snapshot = Snapshot(graph, registry())
    assert len(snapshot.keys(["n4999"])) == 5000
    assert process_time() - started < 1


def test_a_loop_ends_every_walk() -> None:
    loop = {
        "a": Node(id="a", type="kind.layers", inputs={"a": (Link("l", "b"),)}),
        "b": Node(id="b", type="kind.layers", inputs={"a": (Link("l", "a"),)}),
    }
    graph = Graph(loop)
    assert output_value(graph, graph.nodes["a"], "out", registry()) == "image"
    assert graph.depends_on("a", "b")
    assert not graph.depends_on("a", "c")
