"""What a node leads to."""

from __future__ import annotations

from pathlib import Path

from nodes.document import Document
from nodes.downstream import SoundFile, counts_latents, downstream, sound_under
from nodes.edits import AddNode, Connect, GroupNodes
from nodes.graph import Link, Node
from nodes.node import node
from nodes.spec import Kind
from pipelines.values import Clip
from tests.fakes import document, registry


@node("vace.test", icon="mdi6.brain", kind=Kind.SEGMENT)
def seer(clip: Clip) -> Clip:
    """Stands for a node that sees a clip in latents."""
    return clip


KINDS = registry().with_specs([seer.spec])  # type: ignore[attr-defined] - set by @node

FILM = {
    "ramp": "test.ramp",
    "bright": "test.brighten",
    "write": "test.write",
    "alone": "test.ramp",
    "both": "test.mix",
    "music": ("load.audio", {"path": "music.wav"}),
    "sound": ("sound.add", {"start": 1.5}),
}
LINKS = ["ramp > bright.image", "bright > sound.clip", "music > sound.audio", "sound > write.clip"]


def test_everything_that_is_fed_is_met_once() -> None:
    graph = document(FILM, [*LINKS, "ramp > both.a", "bright > both.b"]).graph
    met = [path for path, _ in downstream(graph, "ramp")]
    assert sorted(met) == ["both", "bright", "sound", "write"]
    assert [path for path, _ in downstream(graph, "music")] == ["sound", "write"]


def test_the_walk_goes_into_groups_and_out_of_them() -> None:
    made = document(FILM, LINKS)
    made.apply(GroupNodes(nodes=("bright", "sound", "music"), group="scene"))
    met = sorted(path for path, _ in downstream(made.graph, "ramp"))
    assert met == ["scene/bright", "scene/sound", "write"]
    assert [path for path, _ in downstream(made.graph, "scene/sound")] == ["write"]


def test_latents_count_only_where_frames_end_up_in_a_node_that_sees_them() -> None:
    made = Document(KINDS, document(FILM, LINKS).graph)
    assert not counts_latents(made.graph, "ramp", KINDS)
    made.apply(AddNode(node=Node(id="seer", type="vace.test")))
    made.apply(Connect(node="seer", socket="clip", link=Link("l", "bright")))
    assert counts_latents(made.graph, "ramp", KINDS)
    assert not counts_latents(made.graph, "alone", KINDS)


def test_the_sound_under_a_clip_is_found_with_its_start(tmp_path: Path) -> None:
    graph = document(FILM, LINKS).graph
    found = sound_under(graph, "ramp", registry(), tmp_path)
    assert found == SoundFile(tmp_path / "music.wav", 1.5)
    assert sound_under(graph, "alone", registry(), tmp_path) is None


def test_a_path_that_leads_nowhere_feeds_nothing() -> None:
    assert list(downstream(document(FILM, LINKS).graph, "gone/deeper")) == []
