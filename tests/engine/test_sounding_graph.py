"""What plays sounds as the film does that it leads to."""

from __future__ import annotations

from nodes.graph import Graph, Link, Node
from nodes.sounding_graph import with_sound_under


def film(**nodes: Node) -> Graph:
    """A storyboard that moves, with sound under what is made of it."""
    music = Node(id="music", type="load.audio", parameters={"path": "a.wav"})
    made = {
        "board": Node(id="board", type="story.storyboard"),
        "moves": Node(
            id="moves", type="motion.in_between", inputs={"storyboard": (Link("l", "board"),)}
        ),
        "grade": Node(id="grade", type="time.reverse", inputs={"clip": (Link("l", "moves"),)}),
        "music": music,
    }
    return Graph({**made, **nodes})


def test_the_sound_further_on_is_laid_under_the_frames_that_are_asked_for() -> None:
    sound = Node(
        id="sound",
        type="sound.add",
        parameters={"start": 2.5, "volume": 0.5},
        inputs={"clip": (Link("l", "grade"),), "audio": (Link("l", "music"),)},
    )
    found = with_sound_under(film(sound=sound), "moves")
    assert found is not None
    graph, path = found
    node = graph.nodes[path]
    assert node.type == "sound.add"
    assert node.parameters == {"start": 2.5, "volume": 0.5}
    assert [link.node for _, link in node.links()] == ["moves", "music"]
    assert graph.nodes["sound"] is sound


def test_without_sound_there_is_nothing_to_add() -> None:
    assert with_sound_under(film(), "moves") is None
    aside = Node(id="out", type="sound.add", inputs={"audio": (Link("l", "music"),)})
    assert with_sound_under(film(out=aside), "moves") is None
