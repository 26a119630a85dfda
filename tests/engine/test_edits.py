"""Edits: each has an inverse, is JSON, is refused with words; thousands undo to the byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from nodes import edits
from nodes.codec import decode_document, decode_edit, encode_document, encode_edit
from nodes.document import Document
from nodes.edits import Edit
from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.graph import BACKDROP, GROUP, INPUTS, REROUTE, THROUGH, Graph, Link, Node, Port
from nodes.refusals import (
    BadIdError,
    BadParameterError,
    DuplicateNodeError,
    LoopError,
    NoSuchPanelError,
    NoSuchParameterError,
    NoSuchSocketError,
    NotAGroupError,
    TypeRefusedError,
    UnknownNodeError,
)
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.errors import GraphError
from pipelines.panels import Layer, Panel
from tests.fakes import document, registry

KINDS = ["test.number", "test.add", "test.total", "test.halves", "test.gray", "test.brighten"]
TYPES = [*KINDS, REROUTE, REROUTE, BACKDROP]
DIGESTS = [f"{n:040x}" for n in range(6)]


class Hand:
    """Makes random edits, good and bad, of every kind."""

    def __init__(self, seed: int, made: Document) -> None:
        self.random = random.Random(seed)
        self.document = made
        self.count = 0

    def edit(self) -> Edit:
        self.count += 1
        return self.random.choice(self.makers())()

    def makers(self) -> list[Callable[[], Edit]]:
        return [
            *[self.add] * 6,
            *[self.connect] * 14,
            self.remove,
            *[self.disconnect] * 3,
            *[self.set_parameter] * 4,
            lambda: edits.ResetParameter(at=self.at(), node=self.node(), name="value"),
            lambda: edits.ExposeParameter(
                at=self.at(), node=self.node(), name="amount", exposed=self.random.random() < 0.5
            ),
            lambda: edits.MoveNodes(at=self.at(), positions={self.node(): (self.number(), 2.0)}),
            lambda: edits.RenameNode(at=self.at(), node=self.node(), title=f"t{self.count}"),
            lambda: edits.SetBypass(at=self.at(), nodes=(self.node(),), bypassed=True),
            lambda: edits.SetThumbnail(
                at=self.at(), nodes=(self.node(),), thumbnail=self.random.choice(("", "on", "off"))
            ),
            lambda: edits.Pin(at=self.at(), node=self.node(), key=self.random.choice(DIGESTS)),
            lambda: edits.Reroll(at=self.at(), node=self.node(), number=self.count),
            *[self.lay_on] * 3,
            self.group,
            lambda: edits.Ungroup(at=self.at(), group=self.node()),
            lambda: edits.SetSetting(name="fps", value=self.random.choice([24, 25, None])),
            self.panels,
            self.panels,
            self.paint,
            self.paint,
            lambda: edits.Batch(edits=(self.add(), self.connect()), name="two"),
        ]

    def at(self) -> tuple[str, ...]:
        groups = [n.id for n in self.document.graph.nodes.values() if n.type == GROUP]
        return (self.random.choice(groups),) if groups and self.random.random() < 0.2 else ()

    def node(self) -> str:
        graph = self.document.graph
        others = [node_id for node_id in graph.nodes if node_id != "board"]
        return self.random.choice(others or ["none"])

    def number(self) -> float:
        return self.random.randint(0, 100) / 4

    def add(self) -> Edit:
        type_id = self.random.choice(TYPES)
        return edits.AddNode(at=self.at(), node=Node(id=f"n{self.count}", type=type_id))

    def connect(self) -> Edit:
        source, target = self.node(), self.node()
        return edits.Connect(
            at=self.at(),
            node=target,
            socket=self.random.choice(["zzz", *self.names(target, sockets=True) * 4]),
            link=Link(f"l{self.count}", source, self.random.choice(self.names(source))),
            index=self.random.randint(-1, 2),
        )

    def names(self, node_id: str, *, sockets: bool = False) -> list[str]:
        node = self.document.graph.nodes.get(node_id)
        if node is not None and node.type == GROUP:
            ports = node.input_ports if sockets else node.output_ports
            return [port.name for port in ports] or ["none"]
        spec = registry().find(node.type) if node is not None else None
        if node is not None and node.type == REROUTE:
            return [THROUGH] if sockets else ["out"]
        if node is None or spec is None:
            return ["none"]
        if sockets:
            return [socket.name for socket in spec.sockets] + list(node.exposed) or ["none"]
        return [output.name for output in spec.outputs]

    def remove(self) -> Edit:
        return edits.RemoveNodes(at=self.at(), nodes=(self.node(),))

    def disconnect(self) -> Edit:
        node = self.document.graph.nodes.get(self.node())
        links = list(node.links()) if node is not None else []
        if node is None or not links:
            return edits.Disconnect(node="none", socket="a", link="l")
        socket, link = self.random.choice(links)
        return edits.Disconnect(node=node.id, socket=socket, link=link.id)

    def set_parameter(self) -> Edit:
        node_id = self.node()
        node = self.document.graph.nodes.get(node_id)
        spec = registry().find(node.type) if node is not None else None
        names = list(spec.parameters) if spec is not None else []
        value = self.random.choice([self.number(), 3, 3, "words"])
        name = self.random.choice(["nothing", *names * 4])
        return edits.SetParameter(at=self.at(), node=node_id, name=name, value=value)

    def lay_on(self) -> Edit:
        nodes = self.document.graph.nodes.values()
        grounds = [node.id for node in nodes if node.type == BACKDROP]
        ground = self.random.choice(["", "none", *grounds * 3])
        return edits.SetBackdrop(at=self.at(), nodes=(self.node(), self.node()), backdrop=ground)

    def group(self) -> Edit:
        some = tuple({self.node() for _ in range(3)})
        return edits.GroupNodes(nodes=some, group=f"g{self.count}")

    def board(self) -> tuple[Panel, ...]:
        return self.document.graph.nodes["board"].parameters.get("panels", ())

    def panels(self) -> Edit:
        have = [panel.id for panel in self.board()]
        if have and self.random.random() < 0.5:
            self.random.shuffle(have)
            return edits.PutPanels(node="board", order=tuple(have[: self.random.randint(0, 9)]))
        fresh = Panel(
            id=f"p{self.random.randint(0, 9)}",
            layers=(Layer(id="ink"),),
            duration=self.random.randint(1, 20),
        )
        return edits.PutPanels(node="board", panels=(fresh,))

    def paint(self) -> Edit:
        have = [panel.id for panel in self.board()] or ["none"]
        tiles = tuple(
            (
                self.random.randint(-2, 2),
                self.random.randint(-2, 2),
                self.random.choice(["", *DIGESTS]),
            )
            for _ in range(self.random.randint(1, 4))
        )
        shared = tuple(self.random.sample(have, 1)) if self.random.random() < 0.3 else ()
        return edits.PaintTiles(
            node="board",
            panel=self.random.choice(have),
            layer="ink",
            tiles=tiles,
            shared=shared,
        )


def board() -> Document:
    made = Document(registry())
    made.graph = Graph({"board": Node(id="board", type="test.board", parameters={"panels": ()})})
    return made


def test_ten_thousand_random_edits_undo_and_redo_to_the_byte() -> None:
    made = board()
    hand = Hand(7, made)
    start = encode_document(made)
    done: list[tuple[Edit, Edit]] = []
    refused = 0
    for _ in range(10_000):
        edit = hand.edit()
        before = made.graph
        try:
            done.append((edit, made.apply(edit)))
        except GraphError as error:
            refused += 1
            assert str(error)
            assert made.graph is before
        if len(made.graph) > 60:
            drop = edits.RemoveNodes(nodes=tuple(n for n in made.graph.nodes if n != "board")[:40])
            done.append((drop, made.apply(drop)))
    end = encode_document(made)
    assert refused < 9_000
    assert {type(edit) for edit, _ in done} >= {
        edits.Connect, edits.GroupNodes, edits.Ungroup, edits.PaintTiles, edits.PutPanels,
        edits.Disconnect, edits.RemoveNodes, edits.SetParameter, edits.Batch, edits.SetBackdrop,
    }  # fmt: skip
    for _, inverse in reversed(done):
        made.apply(inverse)
    assert encode_document(made) == start
    for edit, _ in done:
        made.apply(edit)
    assert encode_document(made) == end


def test_edits_and_their_inverses_are_json() -> None:
    made = board()
    hand = Hand(11, made)
    through_json = board()
    for _ in range(1500):
        edit = hand.edit()
        try:
            inverse = made.apply(edit)
        except GraphError:
            continue
        through_json.apply(decode_edit(encode_edit(edit), registry()))
        assert encode_document(through_json) == encode_document(made)
        if hand.random.random() < 0.3:
            through_json.apply(decode_edit(encode_edit(inverse), registry()))
            made.apply(inverse)
            assert encode_document(through_json) == encode_document(made)


def test_a_document_survives_its_json_with_unknown_nodes_and_fields() -> None:
    tree = {
        "format": 1,
        "least_reader": 1,
        "future": {"kept": True},
        "settings": {"fps": 24},
        "graph": {
            "a": {
                "type": "plugin.magic",
                "version": 9,
                "parameters": {"x": [1, {"y": 2}]},
                "glow": 3,
            },
            "b": {"type": "test.add", "inputs": {"a": [["l", "a", "out"]]}},
            "g": {"type": "group", "graph": {"i": {"type": "plugin.other", "aura": "blue"}}},
        },
    }
    made = decode_document(tree, registry())
    again = decode_document(msgspec.json.decode(encode_document(made)), registry())
    assert encode_document(again) == encode_document(made)
    text = encode_document(made).decode()
    for kept in ('"future"', '"glow": 3', '"aura": "blue"', '"plugin.magic"', '"y": 2'):
        assert kept in text


def test_an_alias_is_read_as_the_node_it_means() -> None:
    tree = {"graph": {"a": {"type": "test.plus"}}}
    assert decode_document(tree, registry()).graph.nodes["a"].type == "test.add"


def two() -> Document:
    return document({"a": "test.number", "s": "test.add", "t": "test.text"}, ["a > s.a"])


@pytest.mark.parametrize(
    ("edit", "refusal"),
    [
        (edits.AddNode(node=Node(id="a", type="test.add")), DuplicateNodeError),
        (edits.AddNode(node=Node(id="a/b", type="test.add")), BadIdError),
        (edits.GroupNodes(nodes=("a",), group=""), BadIdError),
        (edits.RemoveNodes(nodes=("x",)), UnknownNodeError),
        (edits.Connect(node="s", socket="zzz", link=Link("l", "a")), NoSuchSocketError),
        (edits.Connect(node="s", socket="a", link=Link("l", "a", "zzz")), NoSuchSocketError),
        (edits.Connect(node="s", socket="a", link=Link("l", "t")), TypeRefusedError),
        (edits.Connect(node="s", socket="a", link=Link("l", "s")), LoopError),
        (edits.SetParameter(node="s", name="zzz", value=1), NoSuchParameterError),
        (edits.SetParameter(node="s", name="amount", value="x"), BadParameterError),
        (edits.SetParameter(node="s", name="amount", value=float("inf")), BadParameterError),
        (edits.Connect(node="s", socket="amount", link=Link("l", "a")), NoSuchSocketError),
        (edits.Ungroup(group="s"), NotAGroupError),
        (edits.PaintTiles(node="s", panel="p", layer="l", tiles=()), NoSuchPanelError),
    ],
)
def test_a_bad_edit_is_refused_and_changes_nothing(edit: Edit, refusal: type[GraphError]) -> None:
    made = two()
    before = encode_document(made)
    with pytest.raises(refusal):
        made.apply(edit)
    assert encode_document(made) == before


def test_a_batch_is_carried_out_whole_or_not_at_all() -> None:
    made = two()
    before = encode_document(made)
    good = edits.SetParameter(node="s", name="amount", value=4.0)
    bad = edits.RemoveNodes(nodes=("x",))
    with pytest.raises(UnknownNodeError):
        made.apply(edits.Batch(edits=(good, bad)))
    assert encode_document(made) == before


def test_a_parameter_turned_into_a_socket_takes_its_value_from_a_wire(tmp_path: Path) -> None:
    made = two()
    made.apply(edits.SetParameter(node="a", name="value", value=3.0))
    made.apply(edits.ExposeParameter(node="s", name="amount"))
    made.apply(edits.Connect(node="s", socket="amount", link=Link("x", "a")))
    assert _value(made, "s", tmp_path) == 6


def test_a_group_runs_as_its_nodes_did_and_shows_a_parameter(tmp_path: Path) -> None:
    made = document(
        {"a": ("test.number", {"value": 1.0}), "s": "test.add", "u": "test.add"},
        ["a > s.a", "s > u.a"],
    )
    made.apply(edits.GroupNodes(nodes=("s",), group="g"))
    made.apply(edits.ExposePort(group="g", port=Port("extra", "s", "amount")))
    made.apply(edits.SetParameter(node="g", name="extra", value=10.0))
    inner = made.graph.nodes["g"].graph
    assert inner is not None
    assert inner.nodes["s"].inputs["a"][0].node == INPUTS
    assert _value(made, "u", tmp_path) == 11
    made.apply(edits.GroupNodes(nodes=("g", "u"), group="outer"))
    assert _value(made, "outer/u", tmp_path) == 11
    made.apply(edits.Ungroup(group="outer"))
    made.apply(edits.Ungroup(group="g"))
    assert _value(made, "u", tmp_path) == 11


def test_a_group_that_would_close_a_loop_is_refused() -> None:
    made = document(
        {"a": "test.number", "b": "test.add", "c": "test.add"}, ["a > b.a", "b > c.a", "a > c.b"]
    )
    with pytest.raises(LoopError):
        made.apply(edits.GroupNodes(nodes=("a", "c"), group="g"))


def test_the_cycle_check_sees_each_node_once() -> None:
    pairs = {
        f"n{i}": Node(
            id=f"n{i}",
            type="test.add",
            inputs={k: (Link(k, f"n{i - 1}"),) for k in "ab"} if i else {},
        )
        for i in range(2000)
    }
    assert not Graph(pairs).depends_on("n1999", "elsewhere")
    assert Graph(pairs).depends_on("n1999", "n0")


def _value(made: Document, path: str, folder: Path) -> float:
    store = ResultStore(folder / "store")
    results = Evaluator(store).run(Snapshot(made.graph, registry()), [path])
    store.close()
    return results.values[FlatRef(path, "out")]


def test_a_shared_layer_is_painted_in_all_its_panels_by_one_small_edit() -> None:
    made = board()
    ground = Layer(id="ground")
    shown = tuple(Panel(id=name, layers=(ground, Layer(id="ink"))) for name in "abc")
    made.apply(edits.PutPanels(node="board", panels=shown))
    before = encode_document(made)
    tiles = ((0, 0, DIGESTS[0]),)
    paint = edits.PaintTiles(
        node="board", panel="a", layer="ground", tiles=tiles, shared=("b", "c")
    )
    inverse = made.apply(paint)
    painted = made.graph.nodes["board"].parameters["panels"]
    assert [len(panel.layers[0].tiles) for panel in painted] == [1, 1, 1]
    assert not any(panel.layers[1].tiles for panel in painted)
    made.apply(inverse)
    assert encode_document(made) == before


def test_layers_that_are_not_one_are_not_painted_as_one() -> None:
    made = board()
    panels = (
        Panel(id="a", layers=(Layer(id="ground"),)),
        Panel(id="b", layers=(Layer(id="ground", opacity=0.5),)),
    )
    made.apply(edits.PutPanels(node="board", panels=panels))
    paint = edits.PaintTiles(node="board", panel="a", layer="ground", tiles=(), shared=("b",))
    with pytest.raises(NoSuchPanelError):
        made.apply(paint)
