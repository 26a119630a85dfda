"""Underlays of panels name nodes by path: what keeps them when nodes are regrouped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from nodes.document import Document
from nodes.edits import Batch, Edit, GroupNodes, PutPanels, Ungroup
from nodes.graph import Graph, Node
from nodes.grouping import unpacked_names
from pipelines.panels import Panel

_STORYBOARD = "story.storyboard"
Moves = Mapping[str, str]
"""Paths of nodes, or of groups with all that is in them, before and afterwards."""


def grouped(graph: Graph, edit: GroupNodes) -> Edit:
    """An edit that groups nodes and keeps the underlays of all panels. `graph` is the whole one."""
    into = (*edit.at, edit.group)
    moves = {_path(edit.at, node): _path(into, node) for node in edit.nodes}
    return _with(edit, _kept(graph, moves))


def ungrouped(document: Document, places: Iterable[tuple[tuple[str, ...], str]]) -> list[Edit]:
    """Edits that unpack groups, each by the level that it is on and its id, one after the other,
    and keep the underlays of all panels."""
    trial = Document(document.registry, document.graph)
    edits: list[Edit] = []
    for at, group in places:
        edits.append(_ungrouped(trial.graph, Ungroup(at=at, group=group)))
        trial.apply(edits[-1])
    return edits


def _ungrouped(graph: Graph, edit: Ungroup) -> Edit:
    level = graph
    for one in edit.at:
        level = level.nodes[one].graph or Graph()
    group = level.nodes.get(edit.group)
    if group is None or group.graph is None:
        return edit
    names = unpacked_names(level, group)
    inside = (*edit.at, edit.group)
    moves = {_path(inside, old): _path(edit.at, new) for old, new in names.items()}
    return _with(edit, _kept(graph, moves))


def _with(edit: Edit, kept: list[PutPanels]) -> Edit:
    return Batch(edits=(edit, *kept)) if kept else edit


def _kept(graph: Graph, moves: Moves) -> list[PutPanels]:
    found: list[PutPanels] = []
    for path, node in _storyboards(graph):
        changed = tuple(
            replace(panel, underlay=replace(panel.underlay, path=after))
            for panel in node.parameters.get("panels", ())
            if isinstance(panel, Panel) and panel.underlay is not None
            if (after := _moved(panel.underlay.path, moves)) != panel.underlay.path
        )
        if changed:
            *at, node_id = _moved(path, moves).split("/")
            found.append(PutPanels(at=tuple(at), node=node_id, panels=changed))
    return found


def _storyboards(graph: Graph) -> Iterator[tuple[str, Node]]:
    levels: list[tuple[tuple[str, ...], Graph]] = [((), graph)]
    while levels:
        at, level = levels.pop()
        for node in level.nodes.values():
            if node.type == _STORYBOARD:
                yield _path(at, node.id), node
            elif node.graph is not None:
                levels.append(((*at, node.id), node.graph))


def _moved(path: str, moves: Moves) -> str:
    for before, after in moves.items():
        if path == before or path.startswith(f"{before}/"):
            return after + path[len(before) :]
    return path


def _path(at: tuple[str, ...], node: str) -> str:
    return "/".join((*at, node))
