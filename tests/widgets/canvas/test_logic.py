"""What the canvas works out without a window: search, columns, lines, fits, colours."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor

from nodes.edits import Connect, RemoveNodes
from nodes.evaluator import CacheState
from nodes.graph import GROUP, REROUTE, Graph, Link, Node
from nodes.project_file import open_project
from nodes.registry import library
from nodes.values import value_types
from tests.fakes import document
from widgets.canvas.arranging import arranged
from widgets.canvas.level import Level
from widgets.canvas.linking import End, by_parameter, candidates, fitting_ends
from widgets.canvas.neighbours import SHIPPED, companions, pairs
from widgets.canvas.node_states import spelled_seconds
from widgets.canvas.searching import ranked
from widgets.canvas.snapping import Alignment, Guide
from widgets.theme import READABLE_TEXT, VISIBLE_SHAPE, Theme, contrast, dark, light


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("grow", "mask.grow"),
        ("gm", "mask.grow"),
        ("in-b", "motion.in_between"),
        ("mask inv", "mask.invert"),
        ("time.rev", "time.reverse"),
        ("exvid", "export.video"),
    ],
)
def test_a_search_finds_what_is_meant(query: str, first: str) -> None:
    assert ranked(query, library().specs.values())[0].id == first


def test_a_search_without_a_hit_finds_nothing() -> None:
    assert ranked("qqzzx", library().specs.values()) == []


def test_kinds_that_are_used_come_before_equals() -> None:
    specs = [library().specs[one] for one in ("mask.grow", "mask.invert")]
    assert ranked("mask", specs, used={"mask.invert": 3})[0].id == "mask.invert"
    assert ranked("mask", specs)[0].id == "mask.grow"


def test_what_fits_as_it_is_comes_first() -> None:
    level = Level(document({}).registry)
    level.update(document({"m": "mask.from_image"}).graph, None)
    found = candidates(level, End("m", "out", True))
    assert [one.fit for one in found] == sorted(one.fit for one in found)
    first = {one.spec.id for one in found if one.fit == 0}
    assert "mask.grow" in first and "time.trim" not in first


def test_a_number_may_be_led_to_parameters_that_are_slid_and_text_to_words() -> None:
    level = Level(library())
    level.update(
        Graph(
            {
                one.id: one
                for one in (Node(id="n", type="number.value"), Node(id="t", type="text.prompt"))
            }
        ),
        None,
    )
    slid = {one.spec.id: one.end for one in by_parameter(level, End("n", "out", True))}
    assert slid["mask.feather"] == "radius"
    assert "load.clip" not in slid  # its only number is a switch
    words = {one.spec.id: one.end for one in by_parameter(level, End("t", "out", True))}
    assert words["text.prompt"] == "text"
    assert list(words)[:3] == ["mask.detect", "review.note", "text.prompt"]  # words before names
    assert not words.keys() & {"export.video", "frame.restore", "mask.combine"}
    assert by_parameter(level, End("t", "text", False)) == []


def test_a_clip_flows_on_as_far_as_it_lifts_nodes() -> None:
    made = document(
        {"r": "test.ramp", "b": "test.brighten", "c": "test.brighten", "g": "test.gray"},
        ["b > c.image", "g > b.image"],
    )
    level = Level(made.registry)
    level.update(made.graph, None)
    assert level.value("c", "out") == "image"
    made.apply(Connect(node="b", socket="image", link=Link("l9", "r")))
    changed, _ = level.update(made.graph, None)
    assert level.value("c", "out") == "clip"
    assert changed == {"b", "c"}
    made.apply(RemoveNodes(nodes=("r",)))
    changed, gone = level.update(made.graph, None)
    assert level.value("c", "out") == "image"
    assert (changed, gone) == ({"b", "c"}, {"r"})


def test_nodes_upstream_of_a_wire_are_never_offered() -> None:
    made = document({"a": "test.add", "b": "test.add", "c": "test.add"}, ["a > b.a"])
    level = Level(made.registry)
    level.update(made.graph, None)
    assert fitting_ends(level, End("b", "out", True)).keys() == {"c"}
    assert fitting_ends(level, End("a", "a", False)).keys() == {"c"}


def test_columns_follow_the_longest_way() -> None:
    made = document(dict.fromkeys("abcd", "test.add"), ["a > b.a", "b > c.a", "a > c.b", "d > b.b"])
    places = arranged(made.graph, "abcd", dict.fromkeys("abcd", (100.0, 50.0)))
    columns = {name: x for name, (x, _) in places.items()}
    assert columns["a"] < columns["b"] < columns["c"]
    assert min(places.values()) == (0.0, 0.0)


def test_chains_stand_in_rows_and_what_joins_them_stands_in_their_middle() -> None:
    rows = [(f"a{row}", f"b{row}", f"c{row}") for row in range(3)]
    links = [link for a, b, c in rows for link in (f"{a} > {b}.a", f"{b} > {c}.a")]
    names = [name for row in rows for name in row]
    made = document(
        {**dict.fromkeys(names, "test.add"), "all": "test.total"},
        [*links, *(f"{c} > all.numbers" for *_, c in rows)],
    )
    tall = {**dict.fromkeys(names, 50.0), "b1": 120.0, "all": 80.0}
    places = arranged(made.graph, tall, {one: (100.0, height) for one, height in tall.items()})
    heights = {one: y for one, (_, y) in places.items()}
    for a, b, c in rows:
        assert heights[a] == heights[b] == heights[c]
    assert heights["all"] == heights["c1"]
    for above, below in (("b0", "b1"), ("b1", "b2")):
        assert heights[above] + tall[above] <= heights[below]


def test_arranging_thousands_of_nodes_in_a_row_works() -> None:
    from nodes.graph import Graph, Node

    nodes = [
        Node(id=f"n{i}", type="test.add", inputs={"a": (Link("l", f"n{i - 1}"),)} if i else {})
        for i in range(3000)
    ]
    graph = Graph({node.id: node for node in nodes})
    places = arranged(graph, graph.nodes, dict.fromkeys(graph.nodes, (100.0, 50.0)))
    assert places["n2999"][0] > places["n0"][0]


def test_an_edge_near_another_falls_in_line() -> None:
    still, size = Alignment(np.array([[100.0, 300.0]]), np.array([[50.0, 20.0]])), (50.0, 20.0)
    guide = Guide(is_upright=True, at=100.0, start=0.0, end=320.0)
    assert still.snapped((103.0, 0.0), size, 6.0) == (-3.0, 0.0, (guide,))
    assert still.snapped((107.0, 0.0), size, 6.0) == (0.0, 0.0, ())
    assert still.snapped((103.0, 0.0), size, 6.0, near=200.0) == (0.0, 0.0, ())
    nobody = Alignment(np.zeros((0, 2)), np.zeros((0, 2)))
    assert nobody.snapped((103.0, 0.0), size, 6.0) == (0.0, 0.0, ())


def test_a_node_falls_in_line_with_the_nearest_of_those_equally_in_line() -> None:
    corners = np.array([[100.0, 900.0], [106.0, 200.0], [100.0, 300.0]])
    still = Alignment(corners, np.array([[50.0, 20.0]] * 3))
    dx, dy, guides = still.snapped((103.0, 0.0), (50.0, 20.0), 6.0)
    assert (dx, dy) == (3.0, 0.0)
    assert guides == (Guide(is_upright=True, at=106.0, start=0.0, end=220.0),)


def test_a_node_dragged_far_falls_in_line_with_those_that_are_near_then() -> None:
    still, size = Alignment(np.array([[100.0, 4000.0]]), np.array([[50.0, 20.0]])), (50.0, 20.0)
    found = [still.snapped((103.0, y), size, 6.0, near=800.0)[0] for y in range(0, 4000, 10)]
    first = found.index(-3.0)
    assert 3100 <= first * 10 <= 3300
    assert found == [0.0] * first + [-3.0] * (400 - first)


def test_kinds_are_offered_by_how_often_they_are_linked() -> None:
    def node(node_id: str, kind: str, source: str = "") -> Node:
        return Node(id=node_id, type=kind, inputs={"in": (Link("l", source),)} if source else {})

    inside = Graph({one.id: one for one in (node("x", "mask.grow"), node("y", "t.b", "x"))})
    graph = Graph(
        {
            one.id: one
            for one in (
                node("a", "mask.grow"),
                node("dot", REROUTE, "a"),
                node("b", "t.b", "dot"),
                node("c", "t.c", "a"),
                Node(id="g", type=GROUP, graph=inside),
            )
        }
    )
    assert companions(graph, "mask.grow", takes=True) == {"t.b": 2, "t.c": 1}
    assert companions(graph, "t.b", takes=False) == {"mask.grow": 2}
    assert companions(Graph(), "motion.in_between", takes=True) == {"export.video": 3}


def test_the_wires_of_the_starters_are_those_that_come_with_the_program() -> None:
    found: Counter[tuple[str, str]] = Counter()
    for file in sorted(Path("resources/templates").glob("*.loom")):
        with open_project(file, library()) as project:
            found += pairs(project.document.graph)
    assert found == SHIPPED


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_all_text_is_legible(theme: Theme) -> None:
    categories = {spec.category for spec in library().specs.values()} | {"group", "", "plugin"}
    for ground in (theme.surface, theme.canvas):
        assert contrast(theme.dim_text, ground) >= READABLE_TEXT
        assert contrast(theme.refusal, ground) >= READABLE_TEXT
    for category in categories:
        assert contrast(theme.text, theme.header(category)) >= READABLE_TEXT
    for state in CacheState:
        assert contrast(theme.states[state], theme.surface) >= VISIBLE_SHAPE


@pytest.mark.parametrize("theme", [light(), dark()], ids=["light", "dark"])
def test_every_wire_is_visible_on_the_canvas(theme: Theme) -> None:
    for name in value_types():
        assert contrast(theme.value(name), theme.canvas) >= VISIBLE_SHAPE
        assert contrast(theme.value(name), theme.surface) >= VISIBLE_SHAPE


def test_contrast_is_that_of_the_standard() -> None:
    assert round(contrast(QColor("black"), QColor("white")), 1) == 21.0
    assert round(contrast(QColor("#777777"), QColor("white")), 2) == 4.48


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.04, "40 ms"),
        (0.0999, "0.1 s"),
        (9.96, "10 s"),
        (59.7, "1 min 00 s"),
        (3700, "1 h 01 min"),
    ],
)
def test_times_are_short(seconds: float, words: str) -> None:
    assert spelled_seconds(seconds) == words


def test_what_is_linked_most_often_is_offered_before_what_fits_better() -> None:
    made = document({"c": "load.clip", "m": "test.add"}, [])
    level = Level(library())
    level.update(made.graph, None)
    start = End("c", "out", True)
    plain = [one.spec.id for one in candidates(level, start)]
    linked = [one.spec.id for one in candidates(level, start, {"frame.crop": 3})]
    assert plain[0] != "frame.crop"
    assert linked[0] == "frame.crop"
    converted = {one.spec.id for one in candidates(level, start) if one.fit == 2}
    ranks = [
        one.spec.id in converted for one in candidates(level, start, dict.fromkeys(converted, 9))
    ]
    assert ranks == sorted(ranks)
