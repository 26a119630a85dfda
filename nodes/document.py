"""A project in memory: the graph and the settings. `apply` changes it and answers the way back."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from msgspec.structs import replace

from nodes import edits
from nodes.apply import apply, find, panels_of
from nodes.edits import Edit
from nodes.graph import Graph
from nodes.grouping import unpacked_names, with_ports_into, with_ports_out_of
from nodes.mask_edits import inverse_of
from nodes.refusals import NotAGroupError
from nodes.registry import Registry


class Document:
    """The one thing that edits change.

    `graph` is a value: whoever holds one keeps an unchanging picture of the project. `extra` are
    fields of the file that a newer program wrote.
    """

    def __init__(
        self,
        registry: Registry,
        graph: Graph | None = None,
        settings: Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self.registry = registry
        self.graph = graph if graph is not None else Graph()
        self.settings: Mapping[str, Any] = dict(settings or {})
        self.extra: Mapping[str, Any] = dict(extra or {})

    def apply(self, edit: Edit) -> Edit:
        """Carry out an edit and answer its inverse. A refused edit changes nothing.

        Raises a GraphError that says why.
        """
        if isinstance(edit, edits.Batch):
            return self._apply_batch(edit)
        if isinstance(edit, edits.SetSetting):
            return self._apply_setting(edit)
        graph = self.graph_at(edit.at)
        changed = apply(graph, edit, self.registry)
        if edit.at and isinstance(edit, (edits.GroupNodes, edits.Ungroup)):
            return self._apply_within_group(edit, graph, changed)
        self.graph = self._with_graph_at(edit.at, changed)
        return _inverse(edit, graph, changed)

    def _apply_within_group(
        self, edit: edits.GroupNodes | edits.Ungroup, graph: Graph, changed: Graph
    ) -> Edit:
        """Group or ungroup within a group: its own ports follow the nodes that they lead to."""
        outer = self.graph_at(edit.at[:-1])
        before = outer.nodes[edit.at[-1]]
        after = replace(before, graph=changed)
        if isinstance(edit, edits.GroupNodes):
            after = with_ports_into(after, edit.group)
        else:
            group = graph.nodes[edit.group]
            after = with_ports_out_of(after, group, unpacked_names(graph, group))
        self.graph = self._with_graph_at(edit.at[:-1], outer.put([after]))
        return edits.PutNodes(at=edit.at[:-1], nodes=(before,))

    def graph_at(self, at: tuple[str, ...]) -> Graph:
        """The graph within nested groups. Raises UnknownNodeError or NotAGroupError."""
        graph = self.graph
        for group_id in at:
            inner = find(graph, group_id).graph
            if inner is None:
                raise NotAGroupError(f"“{group_id}” is not a group.")
            graph = inner
        return graph

    def _with_graph_at(self, at: tuple[str, ...], changed: Graph) -> Graph:
        for depth in range(len(at), 0, -1):
            outer = self.graph_at(at[: depth - 1])
            changed = outer.put([replace(outer.nodes[at[depth - 1]], graph=changed)])
        return changed

    def _apply_batch(self, batch: edits.Batch) -> Edit:
        with ExitStack() as undoing:
            undoing.callback(self._go_back, self.graph, self.settings)
            inverses = [self.apply(edit) for edit in batch.edits]
            undoing.pop_all()
        return edits.Batch(edits=tuple(reversed(inverses)), name=batch.name)

    def _go_back(self, graph: Graph, settings: Mapping[str, Any]) -> None:
        self.graph, self.settings = graph, settings

    def _apply_setting(self, edit: edits.SetSetting) -> Edit:
        old = self.settings.get(edit.name)
        kept = {name: value for name, value in self.settings.items() if name != edit.name}
        self.settings = kept if edit.value is None else {**kept, edit.name: edit.value}
        return edits.SetSetting(name=edit.name, value=old)


def _inverse(edit: Edit, before: Graph, after: Graph) -> Edit:
    """The way back: small for strokes and panels, whole nodes for everything else."""
    match edit:
        case edits.PaintTiles():
            return _unpaint(edit, before)
        case edits.PutPanels():
            old = panels_of(before.nodes[edit.node], edit.parameter)
            named = {panel.id for panel in edit.panels}
            new = {p.id for p in panels_of(after.nodes[edit.node], edit.parameter)}
            return edits.PutPanels(
                at=edit.at,
                node=edit.node,
                parameter=edit.parameter,
                panels=tuple(panel for panel in old if panel.id in named or panel.id not in new),
                order=tuple(panel.id for panel in old),
            )
        case edits.PutMasks() | edits.PutMaskKeys() | edits.PaintMask():
            return inverse_of(before.nodes[edit.node], edit)
        case (
            edits.SetParameter()
            | edits.ResetParameter()
            | edits.RenameNode()
            | edits.Pin()
            | edits.Reroll()
        ):
            return edits.PutNodes(at=edit.at, nodes=(before.nodes[edit.node],))
        case _:
            changed = [
                node
                for node_id, node in before.nodes.items()
                if after.nodes.get(node_id) is not node
            ]
            added = tuple(node_id for node_id in after.nodes if node_id not in before.nodes)
            return edits.PutNodes(at=edit.at, nodes=tuple(changed), removed=added)


def _unpaint(edit: edits.PaintTiles, before: Graph) -> Edit:
    panels = panels_of(before.nodes[edit.node], edit.parameter)
    layers = [
        layer
        for panel in panels
        if panel.id == edit.panel
        for layer in panel.layers
        if layer.id == edit.layer
    ]
    digests = {(tile.x, tile.y): tile.digest for tile in layers[0].tiles}
    places = dict.fromkeys((x, y) for x, y, _ in edit.tiles)
    old = tuple((x, y, digests.get((x, y), "")) for x, y in places)
    return edits.PaintTiles(
        at=edit.at,
        node=edit.node,
        parameter=edit.parameter,
        panel=edit.panel,
        layer=edit.layer,
        tiles=old,
        shared=edit.shared,
    )
