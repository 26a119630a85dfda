"""Documents: what a file keeps, migrations, and edits within groups."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from nodes import edits
from nodes.codec import decode_document, decode_edit, encode_document, encode_edit
from nodes.document import Document
from nodes.graph import INPUTS, Graph, Link, Node, Port
from nodes.node import node
from nodes.refusals import GraphError, NotAGroupError, UnknownNodeError
from nodes.registry import Registry
from pipelines.errors import ProjectError
from tests.engine.bench import Bench
from tests.engine.kinds import Mode, Nodes, graph_of, group, made_of, registry


def reopened(made: Document, known: Registry | None = None) -> Document:
    tree = msgspec.json.decode(encode_document(made))
    return decode_document(tree, known or made.registry)


def doubled(version: int, parameters: dict[str, Any]) -> dict[str, Any]:
    assert version == 1
    return {"size": parameters.get("half", 1) * 2}


@node("kind.sized", icon="i", version=2, migrate=doubled)
def sized(*, size: int = 2) -> float:
    """A size."""
    return size


def with_sized() -> Registry:
    return registry().with_specs([sized.spec])  # type: ignore[attr-defined] - set by @node


def test_an_old_node_is_brought_up_to_date_once(bench: Bench) -> None:
    tree = {"graph": {"x": {"type": "kind.sized", "parameters": {"half": 4}}}}
    made = decode_document(tree, with_sized())
    assert made.graph.nodes["x"].parameters == {"size": 8}
    text = encode_document(made).decode()
    assert '"version": 2' in text
    assert "half" not in text
    again = reopened(made)
    assert again.graph.nodes["x"].parameters == {"size": 8}
    assert bench.value(again, "x") == 8


def test_a_node_that_is_added_is_of_the_installed_version() -> None:
    made = Document(with_sized())
    made.apply(edits.AddNode(node=Node(id="x", type="kind.sized", parameters={"size": 6})))
    assert reopened(made).graph.nodes["x"].parameters == {"size": 6}


def test_an_old_node_in_a_journal_is_brought_up_to_date() -> None:
    line = encode_edit(
        edits.Batch(
            edits=(
                edits.AddNode(node=Node(id="x", type="kind.sized", parameters={"half": 4})),
                edits.PutNodes(nodes=(Node(id="y", type="kind.sized", parameters={"half": 5}),)),
            )
        )
    )
    made = Document(with_sized())
    made.apply(decode_edit(line, with_sized()))
    assert [made.graph.nodes[id].parameters["size"] for id in "xy"] == [8, 10]


def test_a_newer_node_is_kept_as_it_was(bench: Bench) -> None:
    tree = {"graph": {"x": {"type": "kind.sized", "version": 3, "parameters": {"area": [1]}}}}
    made = decode_document(tree, with_sized())
    kept = made.graph.nodes["x"]
    assert (kept.version, kept.parameters) == (3, {"area": [1]})
    assert "newer version" in str(bench.run(made, "x").failures["x"])
    assert encode_document(reopened(made)) == encode_document(made)


def test_a_refused_parameter_is_kept_and_said_when_it_runs(bench: Bench) -> None:
    tree = {"graph": {"x": {"type": "kind.choices", "parameters": {"count": 99, "mode": "hard"}}}}
    made = decode_document(tree, registry())
    assert made.graph.nodes["x"].parameters == {"count": 99, "mode": Mode.HARD}
    assert '"count": 99' in encode_document(made).decode()
    assert "“count” cannot be 99" in str(bench.run(made, "x").failures["x"])


@pytest.mark.parametrize(
    "tree", [{}, {"graph": []}, {"graph": {"x": {}}}, {"graph": {"x": {"type": 3}}}]
)
def test_a_tree_that_is_no_document_is_refused(tree: Any) -> None:
    with pytest.raises(ProjectError, match="cannot be read"):
        decode_document(tree, registry())


def test_settings_are_kept_set_and_taken_back() -> None:
    made = Document(registry(), settings={"fps": 24})
    back = made.apply(edits.SetSetting(name="fps", value=30))
    gone = made.apply(edits.SetSetting(name="fps"))
    assert made.settings == {}
    made.apply(gone)
    assert reopened(made).settings == {"fps": 30}
    made.apply(back)
    assert made.settings == {"fps": 24}


def nested() -> Document:
    """x = (one + 10) + 100, both sums within a group that shows the first amount."""
    inner = graph_of(
        {"s": ("test.add", {"amount": 10.0}), "t": ("test.add", {"amount": 100.0})},
        [f"{INPUTS}.in > s.a", "s > t.a"],
    )
    outer = group(
        inner,
        inputs=["in s.a"],
        outputs=["out t.out", "first s.out"],
        shows=["by s.amount"],
        parameters={"by": 20.0},
    )
    nodes: Nodes = {
        "one": ("slow", {"seconds": 0.0}),
        "g": outer,
        "x": ("test.add", {}),
        "y": ("test.add", {}),
    }
    return made_of(nodes, ["one > g.in", "g > x.a", "g.first > y.a"])


def values(bench: Bench, made: Document) -> list[float]:
    results = bench.run(made, "x", "y")
    assert not results.failures, results.failures
    return [results.values[ref] for ref in sorted(results.values)]


def test_grouping_within_a_group_leaves_its_ports_leading_there(bench: Bench) -> None:
    made = nested()
    start = encode_document(made)
    back = [made.apply(edits.GroupNodes(at=("g",), nodes=("s",), group="h"))]
    assert values(bench, made) == [121, 21]
    back.append(made.apply(edits.GroupNodes(at=("g", "h"), nodes=("s",), group="k")))
    assert values(bench, made) == [121, 21]
    made.apply(edits.SetParameter(node="g", name="by", value=30.0))
    assert values(bench, made) == [131, 31]
    made.apply(edits.SetParameter(node="g", name="by", value=20.0))
    back.append(made.apply(edits.Ungroup(at=("g",), group="h")))
    assert values(bench, made) == [121, 21]
    back.append(made.apply(edits.Ungroup(at=("g",), group="k")))
    assert values(bench, made) == [121, 21]
    for inverse in reversed(back):
        made.apply(decode_edit(encode_edit(inverse), registry()))
        assert values(bench, made) == [121, 21]
    assert encode_document(made) == start


def test_a_group_whose_nodes_are_partly_gone_can_be_unpacked(bench: Bench) -> None:
    made = nested()
    made.apply(edits.RemoveNodes(at=("g",), nodes=("t",)))
    made.apply(edits.Ungroup(group="g"))
    assert made.graph.nodes["x"].inputs.get("a", ()) == ()
    assert bench.value(made, "y") == 21
    broken = graph_of({"k": ("test.add", {})}, ["gone > k.a"])
    made.graph = made.graph.put([replace(group(broken), id="b")])
    made.apply(edits.Ungroup(group="b"))
    assert made.graph.nodes["k"].inputs == {}


def test_an_edit_leads_into_groups_and_back(bench: Bench) -> None:
    made = nested()
    start = encode_document(made)
    back = made.apply(edits.SetParameter(at=("g",), node="t", name="amount", value=200.0))
    assert values(bench, made) == [221, 21]
    made.apply(back)
    assert encode_document(made) == start


@pytest.mark.parametrize(
    ("at", "refusal"),
    [(("one",), NotAGroupError), (("no",), UnknownNodeError), (("g", "no"), UnknownNodeError)],
)
def test_an_edit_that_leads_nowhere_is_refused(
    at: tuple[str, ...], refusal: type[GraphError]
) -> None:
    with pytest.raises(refusal):
        nested().apply(edits.RenameNode(at=at, node="s", title="x"))


def test_a_batch_within_a_batch_is_carried_out_whole_or_not_at_all() -> None:
    made = nested()
    start = encode_document(made)
    inner = edits.Batch(edits=(edits.SetSetting(name="a", value=1), edits.Ungroup(group="g")))
    bad = edits.RenameNode(node="gone", title="")
    with pytest.raises(UnknownNodeError):
        made.apply(edits.Batch(edits=(inner, bad)))
    assert encode_document(made) == start
    back = made.apply(edits.Batch(edits=(inner,), name="Unpack"))
    assert isinstance(back, edits.Batch)
    assert back.name == "Unpack"
    made.apply(back)
    assert encode_document(made) == start


def test_clashing_ids_are_renamed_when_a_group_is_unpacked(bench: Bench) -> None:
    made = nested()
    made.apply(edits.AddNode(node=Node(id="s", type="test.number")))
    made.apply(edits.Ungroup(group="g"))
    assert set(made.graph.nodes) == {"one", "x", "y", "s", "s_2", "t"}
    assert values(bench, made) == [121, 21]


def test_a_shown_parameter_is_hidden_again(bench: Bench) -> None:
    made = nested()
    back = made.apply(edits.HidePort(group="g", name="by"))
    assert values(bench, made) == [111, 11]
    made.apply(back)
    with pytest.raises(GraphError, match="shows a parameter"):
        made.apply(edits.ExposePort(group="g", port=Port("by", "t", "amount")))
    with pytest.raises(GraphError, match="no parameter"):
        made.apply(edits.ExposePort(group="g", port=Port("new", "t", "zzz")))


def test_links_are_put_in_their_place(bench: Bench) -> None:
    made = made_of({"a": ("slow", {"value": 1.0}), "b": ("slow", {"value": 2.0}), "x": "loose"})
    for number, (source, index) in enumerate([("a", -1), ("b", 0), ("a", 1), ("b", 99)]):
        link = Link(f"l{number}", source)
        made.apply(edits.Connect(node="x", socket="rest", link=link, index=index))
    order = [link.id for link in made.graph.nodes["x"].inputs["rest"]]
    assert order == ["l1", "l2", "l0", "l3"]
    made.apply(edits.Connect(node="x", socket="rest", link=Link("l1", "b"), index=2))
    assert [link.id for link in made.graph.nodes["x"].inputs["rest"]] == ["l2", "l0", "l1", "l3"]
    back = made.apply(edits.ReorderLinks(node="x", socket="rest", order=("l3", "l1", "l0", "l2")))
    assert bench.value(made, "x") == 100 * (2 * 1 + 2 * 2 + 1 * 3 + 1 * 4)
    made.apply(back)
    with pytest.raises(GraphError, match="name every link"):
        made.apply(edits.ReorderLinks(node="x", socket="rest", order=("l3", "l1")))
    with pytest.raises(GraphError, match="no link"):
        made.apply(edits.Disconnect(node="x", socket="rest", link="zzz"))
    made.apply(edits.Connect(node="x", socket="a", link=Link("one", "a")))
    made.apply(edits.Connect(node="x", socket="a", link=Link("two", "b")))
    assert [link.id for link in made.graph.nodes["x"].inputs["a"]] == ["two"]
    made.apply(edits.Disconnect(node="x", socket="a", link="two"))
    assert "a" not in made.graph.nodes["x"].inputs


def test_hiding_a_socket_takes_its_link_away() -> None:
    made = made_of({"a": "slow", "x": "choices"})
    made.apply(edits.ExposeParameter(node="x", name="amount"))
    made.apply(edits.ExposeParameter(node="x", name="amount"))
    assert made.graph.nodes["x"].exposed == ("amount",)
    made.apply(edits.Connect(node="x", socket="amount", link=Link("l", "a")))
    made.apply(edits.ExposeParameter(node="x", name="amount", exposed=False))
    assert (made.graph.nodes["x"].exposed, made.graph.nodes["x"].inputs) == ((), {})
    assert Graph() != made.graph
