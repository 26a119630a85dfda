"""The outline as one widget: a field to find nodes, the tree, and what can be done there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from nodes.spec import NodeSpec
from pipelines.errors import GraphError
from widgets.canvas.linking import Candidate, End, candidates
from widgets.canvas.node_states import Lack, NodeStates
from widgets.canvas.search_popup import SearchPopup
from widgets.document_model import DocumentModel
from widgets.outline import finding, steps
from widgets.outline.entries import Entry, Row
from widgets.outline.outline_model import OutlineModel
from widgets.outline.outline_tree import OutlineTree
from widgets.outline.source_dialog import SourceDialog
from widgets.outline.steps import Place, Step
from widgets.theme import theme_of
from widgets.words import told, tr

_Select = QItemSelectionModel.SelectionFlag


class Outline(QWidget):
    """Shows and edits the graph of a model as a tree."""

    selection_changed = Signal()
    node_opened = Signal(str)
    """The path of a node that was opened with Enter and is no group."""
    level_asked = Signal(object)
    """A group was opened with Enter: the ids that lead into it, as a tuple."""
    parameter_asked = Signal(str, str)
    """A parameter is to be edited: the path of its node, and its name."""
    run_asked = Signal(object)
    """Nodes are to run: their paths, as a tuple."""
    model_asked = Signal(str)
    """The model that a node needs is to be fetched: the path of the node."""
    pin_asked = Signal(str)
    """A node is to be kept at the result that it has."""
    refused = Signal(str)
    """An edit was refused: why, and what to do."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document_model = model
        self._wanted: tuple[str, ...] | None = None
        """Nodes to select once there are rows for them, and whether to tell of it then."""
        self._tells = False
        self._ask_for: tuple[tuple[str, ...], str, End | None] = ((), "", None)
        self._candidates: dict[str, Candidate] = {}
        self.model = OutlineModel(model, self)
        self.field = QLineEdit()
        self.tree = OutlineTree(self.model)
        self.search = SearchPopup(self)
        self.field.setPlaceholderText(tr("Find a node"))
        self.field.setAccessibleName(tr("Find a node"))
        self.field.setClearButtonEnabled(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self.commands = self._made_commands()
        self.model.renamed.connect(self._on_renamed)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.returnPressed.connect(self.show_next_found)
        self.search.chosen.connect(self._on_kind_chosen)
        self.search.closed.connect(self.tree.setFocus)
        self.model.caught_up.connect(self._on_caught_up)
        self.tree.choice_changed.connect(self._on_choice_changed)
        self.tree.customContextMenuRequested.connect(self._on_menu_asked)
        self.tree.doubleClicked.connect(self._on_double_clicked)

    # What the window asks

    @property
    def selected_paths(self) -> tuple[str, ...]:
        """The nodes that rows are selected of, the current one last."""
        return self.tree.chosen_paths

    def select(self, paths: Iterable[str]) -> None:
        """Select nodes and bring the last one into sight; tells nobody.

        While the outline is hidden, or behind many edits, this waits.
        """
        self._select(tuple(paths), tells=False)

    def show_states(self, states: NodeStates) -> None:
        """Show how the nodes stand."""
        self.model.show_states(states)

    def show_lacks(self, lacks: Mapping[str, Lack]) -> None:
        """Show which nodes need a model that is not here, by path."""
        self.model.show_lacks(lacks)

    def update_content(self) -> None:
        """Show the document as it is now, without waiting for the event loop."""
        self.model.update_content()

    # What the person does

    def add(self) -> None:
        """Search for a node to add: beside the current one, or into the socket that is current."""
        entry = self._in_hand()
        at = entry.at if entry is not None else ()
        document = self._document_model.document
        used = Counter(node.type for node in document.graph_at(at).nodes.values())
        self._candidates = {}
        end = None
        if entry is not None and entry.part is not None and entry.row is Row.SOCKET:
            end = End(entry.node, entry.part.name, False)
            found = candidates(self.model.level(at), end)
            self._candidates = {one.spec.id: one for one in found}
            specs = [one.spec for one in found]
        else:
            specs = sorted(document.registry.specs.values(), key=_shelf)
        self._ask_for = (at, entry.node if entry is not None else "", end)
        self.search.ask(specs, QPoint(), theme_of(self.palette()), used)

    def remove(self) -> None:
        """Remove the selected nodes; on a socket, what is wired to it."""
        entry = self._in_hand()
        if entry is not None and entry.row is not Row.NODE:
            self.disconnect_socket()
        elif places := self._places():
            self._do(steps.remove(self._document_model.document, places))

    def rename(self) -> None:
        """Let the person type another title; on a parameter, another value."""
        entry = self._in_hand()
        if entry is None:
            return
        if entry.row is Row.NODE:
            self.tree.edit(self.tree.currentIndex().siblingAtColumn(0))
        else:
            self.open_current()

    def connect_socket(self) -> None:
        """Choose what the current socket takes its value from."""
        entry = self._in_hand()
        if entry is None or entry.part is None or entry.row is not Row.SOCKET:
            return
        end = End(entry.node, entry.part.name, False)
        self._ask_for = (entry.at, entry.node, end)
        found = steps.sources(self.model.level(entry.at), end)
        dialog = SourceDialog(entry.part.label, found, self)
        dialog.chosen.connect(self._on_source_chosen)
        dialog.open()

    def disconnect_socket(self) -> None:
        """Take off what is wired to the current socket."""
        entry = self._in_hand()
        if entry is not None and entry.part is not None and entry.part.link:
            place = Place(entry.at, entry.node)
            self._do(steps.unwire(place, entry.part.name, entry.part.link))

    def toggle_bypass(self) -> None:
        """Let the selected nodes hand on their input as it is, or work again."""
        if places := self._places():
            self._do(steps.bypass(self._document_model.document, places))

    def group(self) -> None:
        """Put the selected nodes into a group."""
        places = self._places()
        if not places:
            return
        if any(place.at != places[0].at for place in places):
            self.refused.emit(tr("Nodes of one level can be grouped. Select nodes side by side."))
            return
        step, made = steps.group(self._document_model.document, places)
        if self._do(step):
            self._select(("/".join((*made.at, made.node)),), tells=True)

    def ungroup(self) -> None:
        """Unpack the selected groups."""
        step = steps.ungroup(self._document_model.document, self._places())
        if step is not None:
            self._do(step)

    def toggle_pin(self) -> None:
        """Keep the current node at the result that it has, or let it follow again."""
        entry = self._in_hand()
        if entry is None:
            return
        if self.model.node_of(entry).pinned:
            self._do(steps.unpin(Place(entry.at, entry.node)))
        else:
            self.pin_asked.emit(entry.path)

    def run(self) -> None:
        """Run the selected nodes."""
        if self.selected_paths:
            self.run_asked.emit(self.selected_paths)

    def fetch_model(self) -> None:
        """Download the model that the current node needs."""
        entry = self._in_hand()
        if entry is not None:
            self.model_asked.emit(entry.path)

    def move_earlier(self) -> None:
        """Move the current wire before the one above it on the same socket."""
        self._move_link(-1)

    def move_later(self) -> None:
        """Move the current wire after the one below it on the same socket."""
        self._move_link(1)

    def open_current(self) -> None:
        """Enter a group, choose the source of a socket, edit a parameter, or look at a node."""
        entry = self._in_hand()
        if entry is None:
            return
        if entry.part is None:
            if self.model.node_of(entry).graph is not None:
                self.level_asked.emit(entry.inside)
            else:
                self.node_opened.emit(entry.path)
        elif entry.row is Row.SOCKET:
            self.connect_socket()
        else:
            self.parameter_asked.emit(entry.path, entry.part.name)

    def ask_words(self) -> None:
        """Go to the field that finds nodes."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_next_found(self) -> None:
        """Select the next node whose title, kind or id holds all words of the field."""
        self._show_found(after_current=True)

    # What happened

    def _on_choice_changed(self) -> None:
        self._update_commands()
        if not self.tree.is_told:
            self.selection_changed.emit()

    def _on_caught_up(self) -> None:
        if self._wanted is not None and self.isVisible():
            self._select(self._wanted, tells=self._tells)

    def _on_text_changed(self, text: str) -> None:
        self._show_found(after_current=False)

    def _on_renamed(self, path: str, title: str) -> None:
        *at, node_id = path.split("/")
        self._do(steps.rename(Place(tuple(at), node_id), title))

    def _on_kind_chosen(self, spec: NodeSpec) -> None:
        at, beside, end = self._ask_for
        if end is not None:
            step, node = steps.add_source(self.model.level(at), at, self._candidates[spec.id], end)
        else:
            step, node = steps.add(self._document_model.document, at, spec, beside)
        if self._do(step):
            self._select(("/".join((*at, node.id)),), tells=True)

    def _on_source_chosen(self, source: End) -> None:
        at, _, target = self._ask_for
        if target is not None:
            self._do(steps.wire(self.model.level(at), at, source, target))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.open_current()

    def _on_menu_asked(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.commands.values()))
        menu.popup(self.tree.viewport().mapToGlobal(at))

    # Privately

    def _do(self, step: Step) -> bool:
        try:
            self._document_model.do(step.edit, step.name)
        except GraphError as error:
            self.refused.emit(told(error))
            return False
        self.model.begin()
        self._update_commands()
        return True

    def _move_link(self, by: int) -> None:
        entry = self._in_hand()
        if entry is None or entry.part is None or not entry.part.link:
            return
        place, part = Place(entry.at, entry.node), entry.part
        step = steps.move_link(self._document_model.document, place, part.name, part.link, by)
        row = self.tree.currentIndex().row()
        if step is not None and self._do(step):
            node = self.model.index_of(entry.path)
            moved = self.model.index(row + by, 0, node)
            how = _Select.ClearAndSelect | _Select.Rows
            self.tree.selectionModel().setCurrentIndex(moved, how)  # also while a key is down

    def _select(self, paths: tuple[str, ...], *, tells: bool) -> None:
        self._wanted, self._tells = paths, tells
        if not self.isVisible() or self.model.is_behind:
            return
        self._wanted = None
        if paths != self.selected_paths:
            self.tree.choose(paths)
            self._update_commands()
        if tells:
            self.selection_changed.emit()

    def _in_hand(self) -> Entry | None:
        """The current row, as a command takes it: of a node that is there."""
        self.model.update_content()
        return self.tree.current_entry()

    def _places(self) -> list[Place]:
        current = self._in_hand()
        chosen = self.tree.chosen() or [one for one in (current,) if one is not None]
        return list(dict.fromkeys(Place(entry.at, entry.node) for entry in chosen))

    def _show_found(self, *, after_current: bool) -> None:
        model = self._document_model
        found = finding.found(model.graph, self.field.text(), model.document.registry)
        if not found:
            return
        current = self.tree.current_entry()
        place = found.index(current.path) if current is not None and current.path in found else -1
        place = place + 1 if after_current else max(place, 0)
        self._select((found[place % len(found)],), tells=True)

    def _update_commands(self) -> None:
        entry = self.tree.current_entry()
        on_socket = entry is not None and entry.row is Row.SOCKET
        is_wired = entry is not None and entry.part is not None and bool(entry.part.link)
        for key in ("connect", "disconnect", "earlier", "later"):
            self.commands[key].setEnabled(on_socket if key == "connect" else is_wired)
        for key in (
            "remove",
            "rename",
            "bypass",
            "group",
            "ungroup",
            "run",
            "pin",
            "open",
            "fetch_model",
        ):
            self.commands[key].setEnabled(entry is not None)

    def _made_commands(self) -> dict[str, QAction]:
        table: tuple[tuple[str, str, tuple[str, ...], Callable[[], None]], ...] = (
            ("open", tr("&Open"), ("Return", "Enter"), self.open_current),
            ("add", tr("&Add Node …"), ("Shift+A",), self.add),
            ("remove", tr("&Remove"), ("Del", "Backspace"), self.remove),
            ("rename", tr("Re&name"), ("F2",), self.rename),
            ("connect", tr("&Connect …"), ("Ctrl+L",), self.connect_socket),
            ("disconnect", tr("&Disconnect"), ("Shift+D",), self.disconnect_socket),
            ("earlier", tr("Move Wire &Earlier"), ("Alt+Up",), self.move_earlier),
            ("later", tr("Move Wire &Later"), ("Alt+Down",), self.move_later),
            ("bypass", tr("&Bypass"), ("Ctrl+B",), self.toggle_bypass),
            ("pin", tr("&Pin"), ("Ctrl+P",), self.toggle_pin),
            ("group", tr("&Group"), ("Ctrl+G",), self.group),
            ("ungroup", tr("&Ungroup"), ("Ctrl+Shift+G",), self.ungroup),
            ("run", tr("R&un This Node"), ("Ctrl+R",), self.run),
            ("fetch_model", tr("Download Its Model…"), (), self.fetch_model),
            ("find", tr("&Find …"), ("Ctrl+F",), self.ask_words),
        )
        made: dict[str, QAction] = {}
        for key, text, shortcuts, slot in table:
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(one) for one in shortcuts])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.tree.addAction(action)
            made[key] = action
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.begin()
        if self._wanted is not None:
            self._select(self._wanted, tells=self._tells)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 48, metrics.height() * 24)


def _shelf(spec: NodeSpec) -> tuple[bool, str, str]:
    return spec.conversion, spec.category, spec.title
