"""The node canvas as one widget: path, view, search, find, and the actions of its menu."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from nodes.spec import NodeSpec
from widgets.canvas.bars import FindBar, PathBar
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.faces import Metrics
from widgets.canvas.linking import Candidate, End, candidates
from widgets.canvas.node_states import NodeStates
from widgets.canvas.painting import Look
from widgets.canvas.scene import CanvasScene
from widgets.canvas.search_popup import SearchPopup
from widgets.canvas.view import CanvasView
from widgets.document_model import DocumentModel
from widgets.theme import theme_of


class _Command(NamedTuple):
    name: str
    text: str
    keys: tuple[str, ...]
    slot: Callable[[], None]


class NodeCanvas(QWidget):
    """Shows and edits the graph of a model."""

    selection_changed = Signal()
    level_changed = Signal()
    """Another group was opened, or the group that was open is gone."""
    node_opened = Signal(str)
    """The path of a node that was double-clicked, or opened with Enter; groups are entered."""
    refused = Signal(str)
    """An edit was refused: why, and what to do."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._ask_for: tuple[End | None, QPointF] = (None, QPointF())
        self._candidates: dict[str, Candidate] = {}
        self._theme = theme_of(self.palette())
        look = Look(self._theme, Metrics(self.font()))
        self.scene = CanvasScene(model.document.registry, look)
        self.scene.setParent(self)
        self.editor = CanvasEditor(model, self.scene, self)
        self.view = CanvasView(self.scene, self.editor, self)
        self.path_bar = PathBar(self)
        self.find_bar = FindBar(self)
        self.search = SearchPopup(self)
        self.title_field = QLineEdit(self.view.viewport())
        self.title_field.setAccessibleName("Title of the node")
        self.title_field.hide()
        self._renamed = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.path_bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.commands = self._made_actions()
        self._wire_up()
        self._on_level_changed()

    def _wire_up(self) -> None:
        self.scene.selection_changed.connect(self.selection_changed)
        self.editor.refused.connect(self.refused)
        self.editor.level_changed.connect(self._on_level_changed)
        self.view.opened.connect(self._on_opened)
        self.view.search_asked.connect(self.ask_for_node)
        self.view.wire_dropped.connect(self._on_wire_dropped)
        self.view.menu_asked.connect(self._on_menu_asked)
        self.path_bar.level_asked.connect(self._on_level_asked)
        self.find_bar.sought.connect(self._on_sought)
        self.find_bar.next_asked.connect(self.show_next_found)
        self.find_bar.closed.connect(self._on_find_closed)
        self.search.chosen.connect(self._on_chosen)
        self.search.closed.connect(self.view.setFocus)
        self.title_field.editingFinished.connect(self._on_title_finished)

    # --- What the window asks ---

    @property
    def at(self) -> tuple[str, ...]:
        """The ids of the groups that are open, the outermost first."""
        return self.editor.at

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected nodes; the last one is the current one."""
        return self.scene.selected

    @property
    def selected_paths(self) -> tuple[str, ...]:
        """The selected nodes as paths ("group/node")."""
        return tuple(self._path(node_id) for node_id in self.scene.selected)

    def select(self, node_ids: Iterable[str]) -> None:
        """Select nodes of the open level."""
        self.editor.update_content()
        self.scene.select(node_ids)

    def reveal(self, path: str) -> None:
        """Open the level of a node, select it and bring it into sight."""
        *at, node_id = path.split("/")
        self.editor.open_level(tuple(at))
        self.select([node_id])
        if self.scene.selected:
            self.view.show_node(node_id)

    def set_states(self, states: NodeStates) -> None:
        """Show how the nodes stand."""
        self.scene.show_states(states)

    def update_content(self) -> None:
        """Show the model as it is now, without waiting for the event loop."""
        self.editor.update_content()

    def fit(self) -> None:
        """Show all nodes."""
        self.view.show_all()

    def fit_selected(self) -> None:
        """Show the selected nodes, or all."""
        self.view.look_at(self.scene.bounds(self.scene.selected or None))

    def ask_for_node(self, point: QPointF) -> None:
        """Search for a node to add at a point of the scene."""
        specs = sorted(
            (spec for spec in self._model.document.registry.specs.values()),
            key=_shelf,
        )
        self._ask(specs, None, point)

    # --- Actions ---

    def _made_actions(self) -> dict[str, QAction]:
        editor, view = self.editor, self.view
        commands = (
            _Command("add", "Add Node…", ("Shift+A",), self._on_add),
            _Command("remove", "Remove", ("Del", "Backspace"), editor.remove),
            _Command("cut", "Cut", ("Ctrl+X",), editor.cut),
            _Command("copy", "Copy", ("Ctrl+C",), editor.copy),
            _Command("paste", "Paste", ("Ctrl+V",), self._on_paste),
            _Command("duplicate", "Duplicate", ("Ctrl+D",), editor.duplicate),
            _Command("rename", "Rename", ("F2",), self.rename),
            _Command("bypass", "Bypass", ("B",), editor.toggle_bypass),
            _Command("detach", "Disconnect", ("Shift+D",), editor.detach),
            _Command("knife", "Cut Wires", ("K",), view.take_knife),
            _Command("arrange", "Arrange", ("L",), editor.arrange),
            _Command("group", "Group", ("Ctrl+G",), editor.group),
            _Command("ungroup", "Ungroup", ("Ctrl+Shift+G",), editor.ungroup),
            _Command("leave", "Leave Group", ("U", "Alt+Up"), editor.leave),
            _Command("select_all", "Select All", ("Ctrl+A",), self.select_all),
            _Command("find", "Find…", ("Ctrl+F",), self.find_bar.ask),
            _Command("fit", "Show All", ("Home",), self.fit),
            _Command("fit_selected", "Show Selected", ("F",), self.fit_selected),
            _Command("zoom_in", "Zoom In", ("Ctrl++", "Ctrl+="), self._on_zoom_in),
            _Command("zoom_out", "Zoom Out", ("Ctrl+-",), self._on_zoom_out),
            _Command("full_size", "Full Size", ("Ctrl+0",), self._on_full_size),
        )
        made: dict[str, QAction] = {}
        for command in commands:
            action = QAction(command.text, self.view)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(command.slot)
            self.view.addAction(action)
            made[command.name] = action
        return made

    def select_all(self) -> None:
        """Select every node of the level."""
        self.scene.select(self.scene.ids)

    def rename(self) -> None:
        """Let the person type the current node's title."""
        if not self.scene.selected:
            return
        self._renamed = self.scene.selected[-1]
        rect = self.scene.node_rect(self._renamed)
        at = self.view.mapFromScene(rect.topLeft())
        width = max(160, round(rect.width() * self.view.scale_now))
        field = self.title_field
        field.setText(self.editor.graph.nodes[self._renamed].title)
        field.setPlaceholderText(self.scene.face(self._renamed).kind)
        field.setGeometry(at.x(), at.y(), width, field.sizeHint().height())
        field.selectAll()
        field.show()
        field.setFocus()

    def show_next_found(self) -> None:
        """Select the next node that was found and bring it into sight."""
        found = self._found(self.find_bar.words)
        if not found:
            return
        current = self.scene.selected[-1] if self.scene.selected else ""
        place = found.index(current) + 1 if current in found else 0
        node_id = found[place % len(found)]
        self.scene.select([node_id])
        self.view.show_node(node_id)

    # --- What happened ---

    def _on_opened(self, node_id: str) -> None:
        if not self.editor.enter(node_id) and node_id in self.editor.graph.nodes:
            self.node_opened.emit(self._path(node_id))

    def _on_level_changed(self) -> None:
        titles: list[str] = []
        graph = self._model.graph
        for group_id in self.editor.at:
            group = graph.nodes[group_id]
            titles.append(" ".join(group.title.split()) or "Group")
            graph = group.graph or graph
        self.path_bar.show_path(titles)
        self.fit()
        self.level_changed.emit()

    def _on_level_asked(self, depth: int) -> None:
        self.editor.open_level(self.editor.at[:depth])
        self.view.setFocus()

    def _on_wire_dropped(self, start: End, point: QPointF) -> None:
        found = candidates(self.scene.level, start)
        self._candidates = {one.spec.id: one for one in found}
        self._ask([one.spec for one in found], start, point)

    def _ask(self, specs: list[NodeSpec], start: End | None, point: QPointF) -> None:
        self._ask_for = (start, point)
        at = self.view.viewport().mapTo(self, self.view.mapFromScene(point))
        used = Counter(node.type for node in self.editor.graph.nodes.values())
        self.search.ask(specs, at, self._theme, used)

    def _on_chosen(self, spec: NodeSpec) -> None:
        start, point = self._ask_for
        if start is None:
            self.editor.add(spec, point)
        else:
            self.editor.add_linked(self._candidates[spec.id], start, point)

    def _on_add(self) -> None:
        self.ask_for_node(self.view.hand())

    def _on_paste(self) -> None:
        at = self.view.viewport().mapFromGlobal(self.cursor().pos())
        inside = self.view.underMouse() and self.view.viewport().rect().contains(at)
        self.editor.paste(self.view.mapToScene(at) if inside else None)

    def _on_zoom_in(self) -> None:
        self.view.zoom(1.25)

    def _on_zoom_out(self) -> None:
        self.view.zoom(0.8)

    def _on_full_size(self) -> None:
        self.view.set_scale(1.0)

    def _on_menu_asked(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, action in self.commands.items():
            if name in _MENU_BREAKS:
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(at)

    def _on_sought(self, words: str) -> None:
        found = self._found(words)
        self.scene.show_found(found)
        self.find_bar.show_count(len(found))

    def _on_find_closed(self) -> None:
        self.scene.show_found(())
        self.view.setFocus()

    def _on_title_finished(self) -> None:
        if self.title_field.isVisible():
            self.title_field.hide()
            if self._renamed in self.editor.graph.nodes:
                self.editor.rename(self._renamed, self.title_field.text().strip())
            self.view.setFocus()

    def _found(self, words: str) -> list[str]:
        """The nodes whose title, kind, id or type hold all words."""
        wanted = words.lower().split()
        if not wanted:
            return []
        found: list[str] = []
        for node_id, node in self.editor.graph.nodes.items():
            face = self.scene.face(node_id)
            text = f"{face.title} {face.kind} {node_id} {node.type}".lower()
            if all(word in text for word in wanted):
                found.append(node_id)
        return found

    def _path(self, node_id: str) -> str:
        return "/".join((*self.editor.at, node_id))

    # --- Qt ---

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._theme = theme_of(self.palette())
            look = Look(self._theme, Metrics(self.font()))
            self.scene.show_look(look)
            self.view.overlay.look = look
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(960, 600)


_MENU_BREAKS = frozenset({"cut", "rename", "arrange", "select_all", "fit", "zoom_in"})


def _shelf(spec: NodeSpec) -> tuple[bool, str, str]:
    """Where a kind of node stands while nothing is typed: conversions, made by wires, last."""
    return spec.conversion, spec.category, spec.title
