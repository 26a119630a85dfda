"""The frame under a drawing stays the same frame when nodes go into groups and out of them."""

from __future__ import annotations

from nodes.document import Document
from nodes.edits import AddNode, Batch, GroupNodes
from nodes.graph import Graph, Node
from nodes.registry import library
from nodes.underlay_paths import grouped, ungrouped
from pipelines.panels import Panel, Underlay


def drawn_over() -> Document:
    """A film that lies under the second of two panels, and a film besides."""
    made = Document(library())
    panels = (Panel(id="a"), Panel(id="b", underlay=Underlay(path="film", opacity=0.3)))
    for node in (
        Node(id="film", type="load.clip"),
        Node(id="other", type="load.clip"),
        Node(id="board", type="story.storyboard", parameters={"panels": panels}),
    ):
        made.apply(AddNode(node=node))
    return made


def under(graph: Graph, path: str) -> str:
    """What lies under the second panel of a board."""
    *at, node_id = path.split("/")
    for one in at:
        found = graph.nodes[one].graph
        assert found is not None
        graph = found
    underlay = graph.nodes[node_id].parameters["panels"][1].underlay
    assert underlay.opacity == 0.3
    return underlay.path


def test_the_film_goes_into_a_group_and_out_of_it() -> None:
    made = drawn_over()
    back = made.apply(grouped(made.graph, GroupNodes(nodes=("film",), group="g")))
    assert under(made.graph, "board") == "g/film"
    made.apply(grouped(made.graph, GroupNodes(nodes=("g",), group="outer")))
    assert under(made.graph, "board") == "outer/g/film"
    made.apply(Batch(edits=tuple(ungrouped(made, [((), "outer")]))))
    assert under(made.graph, "board") == "g/film"
    made.apply(Batch(edits=tuple(ungrouped(made, [((), "g")]))))
    assert under(made.graph, "board") == "film"
    made = drawn_over()
    made.apply(grouped(made.graph, GroupNodes(nodes=("film",), group="g")))
    made.apply(back)
    assert under(made.graph, "board") == "film"


def test_board_and_film_go_together_and_a_film_that_stays_is_found_from_inside() -> None:
    made = drawn_over()
    made.apply(grouped(made.graph, GroupNodes(nodes=("film", "board"), group="g")))
    assert under(made.graph, "g/board") == "g/film"
    made = drawn_over()
    made.apply(grouped(made.graph, GroupNodes(nodes=("board",), group="g")))
    assert under(made.graph, "g/board") == "film"


def test_a_film_that_is_renamed_on_its_way_out_is_found_under_its_new_name() -> None:
    made = drawn_over()
    made.apply(grouped(made.graph, GroupNodes(nodes=("film",), group="g")))
    made.apply(AddNode(node=Node(id="film", type="load.clip")))
    made.apply(Batch(edits=tuple(ungrouped(made, [((), "g")]))))
    assert under(made.graph, "board") not in ("film", "other")
    assert under(made.graph, "board") in made.graph.nodes


def test_nothing_else_is_edited_where_no_film_moves() -> None:
    made = drawn_over()
    edit = GroupNodes(nodes=("other",), group="g")
    assert grouped(made.graph, edit) == edit
