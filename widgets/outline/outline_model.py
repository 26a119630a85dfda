"""The graph of a document as a tree model, brought up to date by comparing graphs.

The items are Qt's own, so that a tree of thousands of rows is laid out without asking Python. They
are reached by index only: Python would not notice when Qt deletes an item that it holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel

from nodes.document import Document
from nodes.graph import Graph, Node
from widgets.canvas.level import Level
from widgets.canvas.node_states import Lack, NodeStates
from widgets.document_model import DocumentModel
from widgets.node_names import kind_of, title_of
from widgets.outline.entries import Entry, Part, Row, parts_of, sentence, standing
from widgets.outline.rows import runs_of, same_start
from widgets.slices import Slices
from widgets.words import tr

_Index = QModelIndex | QPersistentModelIndex
_EMPTY = Graph()
_MOST_ROWS = 80
"""Rows that come or go at once."""
_NUMBER = Qt.ItemDataRole.UserRole
_TEXT, _TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class OutlineModel(QStandardItemModel):
    """Nodes, their sockets and parameters. What was never looked into is not made.

    It is empty until `begin` is called for the first time. What many edits change is brought up to
    date in slices of the event loop; until then rows may stand for nodes that are gone.
    """

    caught_up = Signal()
    """The rows are those of the document again."""
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
        self._nodes: dict[tuple[str, ...], dict[str, Node]] = {(): {}}
        """The nodes of each level that there are rows for, as they are shown."""
        self._done: dict[tuple[str, ...], Graph] = {}
        """The graph of each level that is shown as it is."""
        self._unfilled: dict[Entry, None] = {}
        """Groups that were opened and whose nodes are not shown yet."""
        self._unsaid: dict[Entry, None] = {}
        """Nodes whose row is still empty, or which stand otherwise than it says."""
        self._levels: dict[tuple[str, ...], Level] = {}
        self._by_path: dict[str, Entry] = {}
        self._is_awake = False
        self._slices = Slices(self)
        self._slices.ended.connect(self.caught_up)
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
            self._slices.finish()
        entry = self._by_path.get(path)
        return self._index(entry) if entry is not None else QModelIndex()

    def open_row(self, index: _Index) -> None:
        """Make the rows under a node: called when it was expanded."""
        entry = self.entry(index)
        if entry is not None:
            self._open(entry)
            self._slices.advance()

    def node_of(self, entry: Entry) -> Node:
        """The node that a row belongs to."""
        return self._nodes[entry.at][entry.node]

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

    def rows_of(self, paths: Iterable[str]) -> list[tuple[QModelIndex, int, int]]:
        """Unbroken runs of rows of nodes: what they are under, the first and the last."""
        by_holder: dict[Entry, list[int]] = {}
        for path in paths:
            entry = self._by_path.get(path)
            if entry is None and "/" in path:
                self.index_of(path)  # opens the groups around it
                entry = self._by_path.get(path)
            if entry is not None and entry.holder is not None:
                by_holder.setdefault(entry.holder, []).append(entry.place)
        return [
            (self._index(holder), *run)
            for holder, places in by_holder.items()
            for run in runs_of(sorted(places))
        ]

    def entries_in(self, above: QModelIndex, first: int, last: int) -> list[Entry]:
        """What a run of rows stands for."""
        holder = self.entry(above) if above.isValid() else self._root
        if holder is None:
            return []
        return [*holder.parts, *holder.nodes][first : last + 1]

    @property
    def is_behind(self) -> bool:
        """Whether rows may stand for nodes that are gone."""
        return self._slices.is_running

    def show_states(self, states: NodeStates) -> None:
        """Show how nodes stand."""
        self._retell_states(replace(states, lacks=self._states.lacks))

    def show_lacks(self, lacks: Mapping[str, Lack]) -> None:
        """Show which nodes need a model that is not here, by path."""
        self._retell_states(replace(self._states, lacks=lacks))

    def _retell_states(self, states: NodeStates) -> None:
        old, self._states = self._states, states
        paths = old.by_path.keys() | old.lacks.keys() | states.by_path.keys() | states.lacks.keys()
        differs = (path for path in paths if old.of(path) != states.of(path))
        entries = (self._by_path.get(path) for path in differs)
        self._unsaid |= dict.fromkeys(entry for entry in entries if entry is not None)
        if self._unsaid:
            self._resume()
            self._slices.advance()

    def begin(self) -> None:
        """Bring the rows up to date, in slices: a first one now."""
        self._is_awake = True
        self._shown = _pictured(self._model.document)
        self._slices.begin(self._steps())
        self._slices.advance()

    def update_content(self) -> None:
        """Show the document as it is now."""
        self.begin()
        self._slices.finish()

    # Keeping in step

    @Slot()
    def _on_edited(self) -> None:
        if self._is_awake:
            self._shown = _pictured(self._model.document)
            self._slices.begin(self._steps())

    def _resume(self) -> None:
        if not self._slices.is_running:
            self._slices.begin(self._steps())

    def _steps(self) -> Iterator[None]:
        """All that there is to do; may stop after each step and never go on."""
        yield from self._synced(self._root, (), self._shown.graph)
        while self._unfilled:
            entry = next(iter(self._unfilled))
            node = self._nodes[entry.at][entry.node]
            yield from self._synced(entry, entry.inside, node.graph or _EMPTY)
            self._unfilled.pop(entry, None)
        while self._unsaid:
            entry = next(iter(self._unsaid))
            del self._unsaid[entry]
            self._say(entry)
            yield

    def _synced(self, holder: Entry, at: tuple[str, ...], graph: Graph) -> Iterator[None]:
        """The rows of a level: gone ones away, new ones in, others as they are now."""
        if self._done.get(at) is graph:
            return
        self._done.pop(at, None)
        shown, new = self._nodes.setdefault(at, {}), graph.nodes
        retitled = [one for one, was in shown.items() if one in new and was.title != new[one].title]
        self._retell({user for one in retitled for user in graph.consumers(one)}, at, graph)
        yield from self._removed(holder, at, [e.node not in new for e in holder.nodes])
        same = same_start([entry.node for entry in holder.nodes], new)
        yield from self._removed(holder, at, [n >= same for n in range(len(holder.nodes))])
        yield from self._appended(holder, at, [one for one in new if one not in shown], graph)
        for node_id, node in new.items():
            was = shown[node_id]
            if was is not node:
                yield from self._changed(self._by_path["/".join((*at, node_id))], was, node)
                shown[node_id] = node
                yield
        self._done[at] = graph

    def _retell(self, node_ids: Iterable[str], at: tuple[str, ...], graph: Graph) -> None:
        """What is wired to these has another title."""
        for node_id in node_ids:
            entry = self._by_path.get("/".join((*at, node_id)))
            if entry is not None and entry.is_open:
                self._show_parts(entry, graph.nodes[node_id])

    def _changed(self, entry: Entry, was: Node, node: Node) -> Iterator[None]:
        if entry.is_open:
            self._show_parts(entry, node)
            yield
            if node.graph is not None or entry.nodes:
                yield from self._synced(entry, entry.inside, node.graph or _EMPTY)
        if not _looks_alike(was, node):
            self._show_node(self._index(entry), entry, node)

    def _show_parts(self, entry: Entry, node: Node) -> None:
        """Rows that stay keep whoever stands on them."""
        parts = parts_of(self._shown, self.level(entry.at), entry.at, node)
        old = [one.part[:2] for one in entry.parts if one.part is not None]
        new = [part[:2] for part in parts]
        head = same_start(old, new)
        tail = same_start(old[head:][::-1], new[head:][::-1])
        gone = entry.parts[head : len(old) - tail]
        if gone:
            self.removeRows(head, len(gone), self._index(entry))
            del entry.parts[head : head + len(gone)]
            self._forget(gone)
        self._add_parts(entry, head, parts[head : len(new) - tail])
        above = self._index(entry)
        for row, (one, part) in enumerate(zip(entry.parts, parts, strict=True)):
            if one.part != part:
                self._show_part(self.index(row, 0, above), one, part)

    def _show_part(self, index: QModelIndex, entry: Entry, part: Part) -> None:
        entry.part = part
        self._show(index, part.label, part.spoken)
        self._show(index.siblingAtColumn(1), part.value, part.value)

    def _say(self, entry: Entry) -> None:
        """Put words into the row of a node, and make it one that can be opened."""
        index = self._index(entry)
        self._show_node(index, entry, self.node_of(entry))
        if not entry.is_open and not self.rowCount(index):
            self.insertColumns(0, 2, index)
            self.insertRows(0, 1, index)  # until it is opened

    def _show_node(self, index: QModelIndex, entry: Entry, node: Node) -> None:
        registry, state = self._shown.registry, self._states.of(entry.path)
        title = title_of(node, registry)
        self._show(index, title, sentence(node, registry, state), kind_of(node, registry))
        told = filter(None, (state.words, state.stand_in))
        words = " · ".join((*told, *standing(node)))
        self._show(index.siblingAtColumn(1), words, state.words)

    def _show(self, index: QModelIndex, text: str, spoken: str, tip: str = "") -> None:
        """Put words into a cell; what is equal tells nobody."""
        for role, words in ((_TEXT, text), (_SPOKEN, spoken), (_TIP, tip)):
            if (words and index.data(role) != words) or (not words and index.data(role)):
                super().setData(index, words, role)

    def _removed(self, holder: Entry, at: tuple[str, ...], gone: Sequence[bool]) -> Iterator[None]:
        """Rows of nodes taken away, those with a True in their place."""
        runs = runs_of([place for place, is_gone in enumerate(gone) if is_gone])
        for first, last in reversed(runs):
            for stop in range(last + 1, first, -_MOST_ROWS):
                start = max(stop - _MOST_ROWS, first)
                self.removeRows(len(holder.parts) + start, stop - start, self._index(holder))
                leaving = holder.drop(start, stop)
                for entry in leaving:
                    del self._nodes[at][entry.node]
                self._forget(leaving)
                yield

    def _forget(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._entries.pop(entry.number, None)
            self._forget(entry.parts)
            if entry.row is Row.NODE:
                self._forget(entry.nodes)
                self._by_path.pop(entry.path, None)
                self._nodes.pop(entry.inside, None)
                self._done.pop(entry.inside, None)
                self._unfilled.pop(entry, None)
                self._unsaid.pop(entry, None)
                self._levels.pop(entry.inside, None)

    # Making rows

    def _appended(
        self, holder: Entry, at: tuple[str, ...], node_ids: Sequence[str], graph: Graph
    ) -> Iterator[None]:
        """Rows for nodes behind those that there are."""
        for start in range(0, len(node_ids), _MOST_ROWS):
            chunk = node_ids[start : start + _MOST_ROWS]
            entries = [self._made(Row.NODE, at, node_id, holder) for node_id in chunk]
            self._insert(holder, holder.rows, entries)
            holder.add(entries)
            for entry in entries:
                self._by_path[entry.path] = entry
                self._nodes[at][entry.node] = graph.nodes[entry.node]
                self._unsaid[entry] = None
            yield

    def _add_parts(self, entry: Entry, place: int, parts: Sequence[Part]) -> None:
        made = [self._made(part.row, entry.at, entry.node, entry) for part in parts]
        entry.parts[place:place] = made
        above = self._insert(entry, place, made)
        for row, part in enumerate(parts, place):
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
        if self._unsaid.pop(entry, entry) is None:
            self._say(entry)
        entry.is_open = True
        level = self.level(entry.at)
        node = level.graph.nodes.get(entry.node)
        if node is None:
            return  # it is just going away
        self._add_parts(entry, 0, parts_of(self._shown, level, entry.at, node))
        self.removeRows(len(entry.parts), 1, self._index(entry))
        if node.graph is not None:
            self._unfilled[entry] = None
            self._resume()

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
