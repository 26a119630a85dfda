"""Where a picture that is looked at is masked."""

from __future__ import annotations

from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.feeding import Output
from nodes.graph import Link, Node
from nodes.registry import library
from widgets.document_model import DocumentModel
from widgets.masking.easel import MaskEasel
from widgets.masking.placing import painter_over


def film() -> Document:
    """A clip that is exported."""
    made = Document(library())
    made.apply(AddNode(node=Node(id="film", type="load.clip")))
    made.apply(AddNode(node=Node(id="export", type="export.video", x=280)))
    made.apply(Connect(node="export", socket="clip", link=Link("l", "film")))
    return made


def test_a_new_painter_is_wired_and_stands_on_no_other_node() -> None:
    made = film()
    found = painter_over(made.graph, (), Output("film", "out"))
    assert found.edit is not None
    made.apply(found.edit)
    node = made.graph.nodes[found.node]
    assert node.inputs["clip"] == (Link("link1", "film", "out"),)
    assert abs(node.y - made.graph.nodes["export"].y) > 200


def test_a_painter_that_is_there_is_taken_again() -> None:
    made = film()
    first = painter_over(made.graph, (), Output("film", "out"))
    assert first.edit is not None
    made.apply(first.edit)
    assert painter_over(made.graph, (), Output("film", "out")) == (first.at, first.node, None)
    assert painter_over(made.graph, (), Output(first.node, "mask")) == (first.at, first.node, None)


def test_masks_that_are_followed_are_painted_on_like_others() -> None:
    made = film()
    made.apply(AddNode(node=Node(id="followed", type="mask.propagate", x=280)))
    made.apply(Connect(node="followed", socket="clip", link=Link("l2", "film")))
    assert painter_over(made.graph, (), Output("film", "out")) == ((), "followed", None)
    easel = MaskEasel(DocumentModel(made))
    easel.take_up((), "followed")
    assert easel.node is not None
    assert easel.node.type == "mask.propagate"
