"""The graph of a document as a tree model, brought up to date by comparing graphs.

The items are Qt's own, so that a tree of thousands of rows is laid out without asking Python. They
are reached by index only: Python would not notice when Qt deletes an item that it holds.
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
from PySide6.QtGui import QStandardItemModel

from nodes.document import Document
from nodes.graph import Graph, Node
from widgets.canvas.level import Level
from widgets.canvas.node_states import NodeStates
from widgets.document_model import DocumentModel
from widgets.node_names import kind_of, title_of
from widgets.outline.entries import Entry, Part, Row, parts_of, sentence, standing
from widgets.words import tr

_SYNC = QEvent.Type(QEvent.registerEventType())
_Index = QModelIndex | QPersistentModelIndex
_EMPTY = Graph()
_NUMBER = Qt.ItemDataRole.UserRole
_TEXT, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


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
        self._root = Entry(Row.NODE, (), "", 0, is_open=True)
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
        return self._index(entry) if entry is not None else QModelIndex()

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
                self._show_node(self._index(entry), entry, self.node_of(entry))

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
        self._put_in_order(holder, at, list(new))
        retitled = [one for one in changed if old[one].title != new[one].title]
        users = {user for one in retitled for user in graph.consumers(one)}
        for node_id in [*changed, *users.difference(changed)]:
            entry, was = self._by_path["/".join((*at, node_id))], old[node_id]
            if entry.is_open:
                self._show_parts(entry, new[node_id])
                self._sync_level(entry, entry.inside, new[node_id].graph or _EMPTY)
            if not _looks_alike(was, new[node_id]):
                self._show_node(self._index(entry), entry, new[node_id])

    def _show_parts(self, entry: Entry, node: Node) -> None:
        parts = parts_of(self._shown, self.level(entry.at), entry.at, node)
        if [one.part[:3] for one in entry.parts if one.part] == [part[:3] for part in parts]:
            above = self._index(entry)
            for row, (one, part) in enumerate(zip(entry.parts, parts, strict=True)):
                if one.part != part:
                    self._show_part(self.index(row, 0, above), one, part)
            return
        gone, entry.parts = entry.parts, []
        if gone:
            self.removeRows(0, len(gone), self._index(entry))
            self._forget(gone)
        self._add_parts(entry, parts)

    def _show_part(self, index: QModelIndex, entry: Entry, part: Part) -> None:
        entry.part = part
        self._show(index, part.label, part.spoken)
        self._show(index.siblingAtColumn(1), part.value, part.value)

    def _show_node(self, index: QModelIndex, entry: Entry, node: Node) -> None:
        registry, state = self._shown.registry, self._states.of(entry.path)
        title = title_of(node, registry)
        self._show(index, title, sentence(node, registry, state), kind_of(node, registry))
        words = " · ".join((state.words, *standing(node)))
        self._show(index.siblingAtColumn(1), words, state.words)

    def _show(self, index: QModelIndex, text: str, spoken: str, tip: str = "") -> None:
        """Put words into a cell; what is equal tells nobody."""
        for role, words in ((_TEXT, text), (_SPOKEN, spoken), (_TIP, tip)):
            if (words and index.data(role) != words) or (not words and index.data(role)):
                super().setData(index, words, role)

    def _remove(self, holder: Entry, gone: list[Entry]) -> None:
        if not gone:
            return
        leaving = set(gone)
        first = len(holder.parts)
        rows = [first + at for at, entry in enumerate(holder.nodes) if entry in leaving]
        above = self._index(holder)
        for start, end in reversed(_runs(rows)):
            self.removeRows(start, end - start + 1, above)
        holder.nodes = [entry for entry in holder.nodes if entry not in leaving]
        self._forget(gone)

    def _put_in_order(self, holder: Entry, at: tuple[str, ...], order: list[str]) -> None:
        """Nodes that went and came back within one comparison may stand elsewhere."""
        shown = [entry.node for entry in holder.nodes]
        if shown == order:
            return
        same = next(place for place, node_id in enumerate(order) if shown[place] != node_id)
        self._remove(holder, holder.nodes[same:])
        self._append(holder, at, order[same:])

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
        graph, first = self._graphs[at], holder.rows
        for node_id in node_ids:
            entry = self._made(Row.NODE, at, node_id, holder)
            self._by_path[entry.path] = entry
            holder.nodes.append(entry)
        if not node_ids:
            return
        above = self._insert(holder, first, holder.nodes[-len(node_ids) :])
        for row, node_id in enumerate(node_ids, first):
            index = self.index(row, 0, above)
            self.insertColumns(0, 2, index)
            self.insertRows(0, 1, index)  # until it is opened
            self._show_node(index, holder.nodes[row - len(holder.parts)], graph.nodes[node_id])

    def _add_parts(self, entry: Entry, parts: Iterable[Part]) -> None:
        found = list(parts)
        entry.parts += [self._made(part.row, entry.at, entry.node, entry) for part in found]
        above = self._insert(entry, 0, entry.parts)
        for row, part in enumerate(found):
            self._show_part(self.index(row, 0, above), entry.parts[row], part)

    def _made(self, row: Row, at: tuple[str, ...], node_id: str, holder: Entry) -> Entry:
        entry = Entry(row, at, node_id, next(self._numbers), holder)
        self._entries[entry.number] = entry
        return entry

    def _insert(self, holder: Entry, place: int, entries: Sequence[Entry]) -> QModelIndex:
        """Make rows for entries, all at once; the index of what they are under."""
        above = self._index(holder)
        if entries:
            self.insertRows(place, len(entries), above)
        for row, entry in enumerate(entries, place):
            super().setData(self.index(row, 0, above), entry.number, _NUMBER)
        return above

    def _index(self, entry: Entry) -> QModelIndex:
        """The first cell of a row; no index for the root."""
        if entry.holder is None:
            return QModelIndex()
        return self.index(entry.place, 0, self._index(entry.holder))

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
        self.removeRows(len(entry.parts), 1, self._index(entry))
        if node.graph is not None:
            self._fill_level(entry, entry.inside, node.graph)

    # Qt

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.EditRole or entry.row is not Row.NODE:
            return False
        if str(value).strip() != index.data(_TEXT):
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
