"""The graph of a document as a tree model, brought up to date by comparing graphs.

The items are Qt's own, so that a tree of thousands of rows is laid out without asking Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from nodes.document import Document
from nodes.graph import Graph, Node
from widgets.canvas.level import Level
from widgets.canvas.node_states import NodeStates
from widgets.document_model import DocumentModel
from widgets.node_names import kind_of, title_of
from widgets.outline.entries import Entry, Part, Row, parts_of, sentence, show, standing
from widgets.words import tr

_SYNC = QEvent.Type(QEvent.registerEventType())
_Index = QModelIndex | QPersistentModelIndex
_EMPTY = Graph()
_NUMBER = Qt.ItemDataRole.UserRole


class OutlineModel(QStandardItemModel):
    """Nodes, their sockets and parameters. What was never looked into is not made.

    It is empty until `update_content` is called for the first time.
    """

    renamed = Signal(str, str)
    """The person typed another title: the path of the node and the title."""

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(0, 2, parent)
        self.setHorizontalHeaderLabels([tr("Name"), tr("State")])
        self._model = model
        self._shown = _pictured(model.document)
        self._states = NodeStates()
        self._numbers = count(1)
        self._entries: dict[int, Entry] = {}
        self._root = Entry(Row.NODE, (), "", 0, name=self.invisibleRootItem(), is_open=True)
        self._graphs: dict[tuple[str, ...], Graph] = {}
        self._levels: dict[tuple[str, ...], Level] = {}
        self._by_path: dict[str, Entry] = {}
        self._is_sync_due = False
        self._is_awake = False
        self._graphs[()] = _EMPTY
        model.edited.connect(self._on_edited)

    # What views and commands ask

    def entry(self, index: _Index) -> Entry | None:
        """What a row stands for; None for no row."""
        number = index.sibling(index.row(), 0).data(_NUMBER) if index.isValid() else None
        return self._entries.get(number) if isinstance(number, int) else None

    def index_of(self, path: str) -> QModelIndex:
        """The row of a node, its groups opened as far as needed; invalid where it is gone."""
        self.update_content()
        *groups, _ = path.split("/")
        for depth in range(len(groups)):
            entry = self._by_path.get("/".join(groups[: depth + 1]))
            if entry is None:
                return QModelIndex()
            self._open(entry)
        entry = self._by_path.get(path)
        return entry.name.index() if entry is not None else QModelIndex()

    def open_row(self, index: _Index) -> None:
        """Make the rows under a node: called when it was expanded."""
        entry = self.entry(index)
        if entry is not None:
            self._open(entry)

    def node_of(self, entry: Entry) -> Node:
        """The node that a row belongs to."""
        return self._graphs[entry.at].nodes[entry.node]

    def level(self, at: tuple[str, ...]) -> Level:
        """A level of the graph as it is shown."""
        level = self._levels.get(at)
        if level is None:
            level = self._levels[at] = Level(self._shown.registry)
        graph = self._shown.graph_at(at)
        group = self._shown.graph_at(at[:-1]).nodes[at[-1]] if at else None
        if level.graph is not graph or level.group is not group:
            level.update(graph, group)
        return level

    def show_states(self, states: NodeStates) -> None:
        """Show how nodes stand."""
        old, new = self._states.by_path, states.by_path
        self._states = states
        for path in old.keys() | new.keys():
            entry = self._by_path.get(path)
            if entry is not None and old.get(path) != new.get(path):
                self._show_node(entry, self.node_of(entry))

    def update_content(self) -> None:
        """Show the document as it is now."""
        self._is_awake = True
        self._is_sync_due = False
        self._shown = _pictured(self._model.document)
        self._sync_level(self._root, (), self._shown.graph)

    # Keeping in step

    def event(self, event: QEvent) -> bool:
        if event.type() == _SYNC:
            if self._is_sync_due:
                self.update_content()
            return True
        return super().event(event)

    def _on_edited(self) -> None:
        if self._is_awake and not self._is_sync_due:
            self._is_sync_due = True
            QCoreApplication.postEvent(self, QEvent(_SYNC))

    def _sync_level(self, holder: Entry, at: tuple[str, ...], graph: Graph) -> None:
        before = self._graphs.get(at, _EMPTY)
        if before is graph:
            return
        old, new = before.nodes, graph.nodes
        changed = [one for one, node in new.items() if one in old and old[one] is not node]
        if len(changed) < len(new) or len(old) != len(new):
            self._remove(holder, [entry for entry in holder.nodes if entry.node not in new])
        self._graphs[at] = graph
        self._append(holder, at, [node_id for node_id in new if node_id not in old])
        self._put_in_order(holder, new)
        retitled = [one for one in changed if old[one].title != new[one].title]
        users = {user for one in retitled for user in graph.consumers(one)}
        for node_id in [*changed, *users.difference(changed)]:
            entry, was = self._by_path["/".join((*at, node_id))], old[node_id]
            if entry.is_open:
                self._show_parts(entry, new[node_id])
                self._sync_level(entry, entry.inside, new[node_id].graph or _EMPTY)
            if not _looks_alike(was, new[node_id]):
                self._show_node(entry, new[node_id])

    def _show_parts(self, entry: Entry, node: Node) -> None:
        parts = parts_of(self._shown, self.level(entry.at), entry.at, node)
        if [one.part[:3] for one in entry.parts if one.part] == [part[:3] for part in parts]:
            for one, part in zip(entry.parts, parts, strict=True):
                if one.part != part:
                    one.show_part(part)
            return
        gone, entry.parts = entry.parts, []
        if gone:
            entry.name.removeRows(0, len(gone))
            self._forget(gone)
        self._add_parts(entry, parts)

    def _show_node(self, entry: Entry, node: Node) -> None:
        registry, state = self._shown.registry, self._states.of(entry.path)
        title = title_of(node, registry)
        show(entry.name, title, sentence(node, registry, state))
        entry.name.setToolTip(kind_of(node, registry))
        show(entry.value, " · ".join((state.words, *standing(node))), state.words)

    def _remove(self, holder: Entry, gone: list[Entry]) -> None:
        if not gone:
            return
        for first, last in reversed(_runs([entry.name.row() for entry in gone])):
            holder.name.removeRows(first, last - first + 1)
        leaving = set(gone)
        holder.nodes = [entry for entry in holder.nodes if entry not in leaving]
        self._forget(gone)

    def _put_in_order(self, holder: Entry, order: Iterable[str]) -> None:
        """Nodes that went and came back within one comparison may stand elsewhere."""
        if [entry.node for entry in holder.nodes] == list(order):
            return
        first = len(holder.parts)
        by_id = {entry.node: entry for entry in holder.nodes}
        rows = {entry.node: holder.name.takeRow(first) for entry in holder.nodes}
        holder.nodes = [by_id[node_id] for node_id in order]
        for entry in holder.nodes:
            holder.name.appendRow(rows[entry.node])

    def _forget(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._entries.pop(entry.number, None)
            self._forget(entry.parts)
            if entry.row is Row.NODE:
                self._forget(entry.nodes)
                self._by_path.pop(entry.path, None)
                self._graphs.pop(entry.inside, None)
                self._levels.pop(entry.inside, None)

    # Making rows

    def _fill_level(self, holder: Entry, at: tuple[str, ...], graph: Graph) -> None:
        self._graphs[at] = graph
        self._append(holder, at, list(graph.nodes))

    def _append(self, holder: Entry, at: tuple[str, ...], node_ids: Sequence[str]) -> None:
        graph = self._graphs[at]
        for node_id in node_ids:
            entry = self._made(Row.NODE, at, node_id)
            entry.name.setEditable(True)
            entry.name.appendRow([QStandardItem(), QStandardItem()])  # until it is opened
            self._by_path[entry.path] = entry
            self._show_node(entry, graph.nodes[node_id])
            holder.nodes.append(entry)
        if node_ids:
            self._insert(holder, holder.name.rowCount(), holder.nodes[-len(node_ids) :])

    def _add_parts(self, entry: Entry, parts: Iterable[Part]) -> None:
        for part in parts:
            one = self._made(part.row, entry.at, entry.node)
            one.show_part(part)
            entry.parts.append(one)
        self._insert(entry, 0, entry.parts)

    def _made(self, row: Row, at: tuple[str, ...], node_id: str) -> Entry:
        entry = Entry(row, at, node_id, next(self._numbers))
        entry.name.setData(entry.number, _NUMBER)
        entry.name.setEditable(False)
        entry.value.setEditable(False)
        self._entries[entry.number] = entry
        return entry

    def _insert(self, holder: Entry, place: int, entries: Sequence[Entry]) -> None:
        """Put entries under another: all rows at once, then what stands in the second column."""
        if not entries:
            return
        if holder.name.columnCount() < 2:
            holder.name.setColumnCount(2)
        holder.name.insertRows(place, len(entries))
        for row, entry in enumerate(entries, place):
            holder.name.setChild(row, 0, entry.name)
            holder.name.setChild(row, 1, entry.value)

    def _open(self, entry: Entry) -> None:
        """Make the rows under a node, once somebody looks."""
        if entry.is_open or entry.row is not Row.NODE:
            return
        entry.is_open = True
        level = self.level(entry.at)
        node = level.graph.nodes.get(entry.node)
        if node is None:
            return  # it is just going away
        self._add_parts(entry, parts_of(self._shown, level, entry.at, node))
        entry.name.removeRow(len(entry.parts))
        if node.graph is not None:
            self._fill_level(entry, entry.inside, node.graph)

    # Qt

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.EditRole or entry.row is not Row.NODE:
            return False
        if str(value).strip() != entry.name.text():
            self.renamed.emit(entry.path, str(value).strip())
        return True


def _pictured(document: Document) -> Document:
    """The document as it is now: the graph within never changes."""
    return Document(document.registry, document.graph, document.settings)


def _looks_alike(one: Node, other: Node) -> bool:
    return (
        one.title == other.title
        and one.type == other.type
        and one.bypassed == other.bypassed
        and one.pinned == other.pinned
        and one.graph is other.graph
    )


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as unbroken runs, first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
