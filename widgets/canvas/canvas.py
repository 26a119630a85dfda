"""The node canvas as one widget: path, view, search, find, and the actions of its menu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from nodes.edits import Edit
from nodes.graph import BACKDROP, DRAWN_ONLY, REROUTE
from nodes.touched import touched
from pipelines.errors import GraphError
from widgets.canvas.bars import FindBar, PathBar
from widgets.canvas.bookmarks import Place, bookmark, stored
from widgets.canvas.chosen_before import ChosenBefore
from widgets.canvas.commands import (
    Command,
    bookmark_commands,
    fill_menu,
    made_actions,
    number_bookmarks,
)
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.faces import Metrics
from widgets.canvas.finding import Finding
from widgets.canvas.inline_editor import InlineEditor
from widgets.canvas.look import Look
from widgets.canvas.mask_painting import paint_mask_behind
from widgets.canvas.minimap import Minimap
from widgets.canvas.node_menu import NodeMenu
from widgets.canvas.node_search import NodeSearch
from widgets.canvas.node_states import Lack, NodeStates
from widgets.canvas.rerouting import real_source
from widgets.canvas.scene import CanvasScene
from widgets.canvas.search_popup import SearchPopup
from widgets.canvas.thumbnails import Thumbnail
from widgets.canvas.titling import Titling
from widgets.canvas.value_editing import ValueEditing
from widgets.canvas.view import CanvasView
from widgets.document_model import DocumentModel
from widgets.theme import theme_of
from widgets.words import tr


class NodeCanvas(QWidget):
    """Shows and edits the graph of a model."""

    selection_changed = Signal()
    level_changed = Signal()
    """Another group was opened, or the group that was open is gone."""
    node_opened = Signal(str)
    """The path of a node that was double-clicked, or opened with Enter; groups are entered."""
    refused = Signal(str)
    """An edit was refused: why, and what to do."""
    model_asked = Signal(str)
    """The path of a node whose model is to be fetched."""
    told = Signal(str)
    """What was asked about a node."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme_of(self.palette())
        look = Look(self._theme, Metrics(self.font()))
        self.scene = CanvasScene(model.document.registry, look, self)
        self.editor = CanvasEditor(model, self.scene, self)
        self.view = CanvasView(self.scene, self.editor, self)
        self.path_bar = PathBar(self)
        self.find_bar = FindBar(self)
        self.search = SearchPopup(self)
        self.asking = NodeSearch(model, self.editor, self.view, self.search, self)
        self.finding = Finding(self.find_bar, self.editor, self.view)
        self.titling = Titling(self.editor, self.view, self)
        self.hint = QLabel(tr("Nothing is here yet. Press Tab or double-click to add a node."))
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.path_bar)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view)
        over = QVBoxLayout(self.view)
        over.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(self.view)
        self.minimap = Minimap(self.scene, self.view, self)
        self._node_menu = NodeMenu(self.editor, self)
        self._offered: list[QAction] = []
        self.inline = InlineEditor(self.view)
        self._values = ValueEditing(model, self.editor, self.view, self.inline)
        self._eyes: dict[tuple[str, ...], tuple[QPoint, float]] = {}
        self._seen_at: tuple[str, ...] = ()
        self.commands = self._made_actions()
        self._wire_up()
        self.fit()
        model.edited.connect(self._on_edited)
        self._on_edited()

    def _wire_up(self) -> None:
        self._model.retraced.connect(self.show_edit)
        ChosenBefore(self._model, self.editor)
        self.scene.selection_changed.connect(self.selection_changed)
        self.editor.refused.connect(self.refused)
        self.editor.level_changed.connect(self._on_level_changed)
        self.view.opened.connect(self._on_opened)
        self.view.menu_asked.connect(self._on_menu_asked)
        self.view.model_asked.connect(self._on_model_asked)
        self.path_bar.level_asked.connect(self._on_level_asked)

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
        """The selected nodes as paths ("group/node"); the node behind a dot stands for it."""
        nodes, level = self.editor.graph.nodes, self.scene.level
        real = (real_source(level, one) for one in self.scene.selected)
        kept = dict.fromkeys(one for one in real if nodes[one].type not in DRAWN_ONLY)
        return tuple(self._path(node_id) for node_id in kept)

    def offer(self, actions: Sequence[QAction]) -> None:
        """List these first in the menu of selected nodes."""
        self._offered = list(actions)

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

    @Slot(object)
    def show_edit(self, edit: Edit) -> None:
        """Bring into sight what an edit is about, if nothing of it is, and take it in hand where
        what was selected is gone."""
        before = self.scene.selected
        self.editor.update_content()
        levels = {at: self._there(at, ids) for at, ids in touched(edit).items()}
        at = self.at if levels.get(self.at) else next((at for at in levels if levels[at]), None)
        if at is None:
            return
        self.editor.open_level(at)
        if before and not self.scene.selected:
            self.scene.select(levels[at])
        rects = [self.scene.node_rect(one) for one in levels[at]]
        seen = self.view.seen()
        if not any(seen.intersects(rect) for rect in rects):
            self.view.show_rect(self.scene.bounds(levels[at]))

    def _there(self, at: tuple[str, ...], ids: Iterable[str]) -> list[str]:
        """Those nodes of a level that are there now."""
        try:
            nodes = self._model.document.graph_at(at).nodes
        except GraphError:
            return []
        return [one for one in ids if one in nodes]

    def set_folder(self, folder: Path | None) -> None:
        """Take the project's folder: files within it are named from there."""
        self.inline.folder = folder

    def set_states(self, states: NodeStates) -> None:
        """Show how the nodes stand."""
        self.scene.show_states(replace(states, lacks=self.scene.cast.states.lacks))

    def show_lacks(self, lacks: Mapping[str, Lack]) -> None:
        """Show which nodes need a model that is not here, by path."""
        self.scene.show_states(replace(self.scene.cast.states, lacks=lacks))

    def show_thumbnails(self, thumbnails: Mapping[str, Thumbnail | None]) -> None:
        """Show results on nodes, by path; None takes one away."""
        self.scene.show_thumbnails(thumbnails)

    def update_content(self) -> None:
        """Show the model as it is now, without waiting for the event loop."""
        self.editor.update_content()

    def fit(self) -> None:
        """Show all nodes."""
        self.view.show_all()

    def fit_selected(self) -> None:
        """Show the selected nodes, or all."""
        self.view.look_at(self.scene.bounds(self.scene.selected or None))

    # --- Actions ---

    def _made_actions(self) -> dict[str, QAction]:
        editor, view = self.editor, self.view
        commands = [
            Command("add", tr("Add Node…"), ("Shift+A",), self._on_add),
            Command("replace", tr("Replace Node…"), ("Shift+R",), self.asking.ask_for_replacement),
            Command("remove", tr("Remove"), ("Del", "Backspace"), editor.remove),
            Command("cut", tr("Cut"), ("Ctrl+X",), editor.cut),
            Command("copy", tr("Copy"), ("Ctrl+C",), editor.copy),
            Command("paste", tr("Paste"), ("Ctrl+V",), self._on_paste),
            Command("duplicate", tr("Duplicate"), ("Ctrl+D",), editor.duplicate),
            Command("rename", tr("Rename"), ("F2",), self.titling.ask),
            Command("bypass", tr("Bypass"), ("B",), editor.toggle_bypass),
            Command("thumbnail", tr("Picture on This Node"), ("T",), editor.toggle_thumbnail),
            Command("thumbnails", tr("Pictures on Nodes"), ("Shift+T",), editor.toggle_thumbnails),
            Command("paint_mask", tr("Paint a Mask Here"), ("Shift+M",), self._on_paint_mask),
            Command("pin", tr("Pin This Result"), ("Shift+P",), editor.toggle_pin),
            Command("why", tr("Why Did This Run?"), ("Shift+W",), self.tell_why),
            Command("fetch_model", tr("Download Its Model…"), (), self._on_fetch_model),
            Command("connect", tr("Connect"), ("C",), editor.link_best),
            Command("detach", tr("Disconnect"), ("Shift+D",), editor.detach),
            Command("knife", tr("Cut Wires"), ("K",), view.take_knife),
            Command("dot", tr("Dot on Wire"), (".",), view.place_dot),
            Command("arrange", tr("Arrange"), ("L",), editor.arrange),
            Command("backdrop", tr("Add Backdrop"), ("Shift+B",), self._on_backdrop),
            Command("group", tr("Group"), ("Ctrl+G",), self._on_group),
            Command("ungroup", tr("Ungroup"), ("Ctrl+Shift+G",), editor.ungroup),
            Command("leave", tr("Leave Group"), ("U", "Alt+Up"), editor.leave),
            Command("select_all", tr("Select All"), ("Ctrl+A",), self.select_all),
            Command("lasso", tr("Lasso"), ("Shift+L",), view.take_lasso),
            Command("find", tr("Find…"), ("Ctrl+F",), self.find_bar.ask),
            Command("fit", tr("Show All"), ("Home",), self.fit),
            Command("fit_selected", tr("Show Selected"), ("F",), self.fit_selected),
            Command("minimap", tr("Minimap"), ("M",), self.minimap.toggle),
            Command("zoom_in", tr("Zoom In"), ("Ctrl++", "Ctrl+="), self._on_zoom_in),
            Command("zoom_out", tr("Zoom Out"), ("Ctrl+-",), self._on_zoom_out),
            Command("full_size", tr("Full Size"), ("Ctrl+0",), self._on_full_size),
            *bookmark_commands(self._on_bookmark_stored, self._on_bookmark_asked),
        ]
        made = made_actions(commands, view)
        number_bookmarks(made)
        return made

    def tell_why(self) -> None:
        """Say why the current node ran the last time."""
        if self.scene.selected:
            node_id = self.scene.selected[-1]
            why = self.scene.why(node_id) or [tr("It has not run since it was opened.")]
            name = self.scene.face(node_id).title
            self.told.emit(tr("{node}: {reasons}", node=name, reasons=" ".join(why)))

    def select_all(self) -> None:
        """Select every node of the level."""
        self.scene.select(self.scene.ids)

    # --- What happened ---

    @Slot()
    def _on_edited(self) -> None:
        """A graph without nodes says how to begin."""
        self.hint.setVisible(not self._model.graph.nodes)

    def _on_opened(self, node_id: str) -> None:
        node = self.editor.graph.nodes.get(node_id)
        if node is not None and node.type == BACKDROP:
            self.scene.select([node_id])
            self.titling.ask()
        elif node is not None and node.type != REROUTE and not self.editor.enter(node_id):
            self.node_opened.emit(self._path(node_id))

    def _on_level_changed(self) -> None:
        titles: list[str] = []
        graph = self._model.graph
        for group_id in self.editor.at:
            group = graph.nodes[group_id]
            titles.append(" ".join(group.title.split()) or tr("Group"))
            graph = group.graph or graph
        self.path_bar.show_path(titles)
        self._move_eye()
        self.level_changed.emit()

    def _move_eye(self) -> None:
        """Look at the open level as it was looked at last, or at all of it."""
        self._eyes[self._seen_at] = self.view.eye
        self._seen_at = self.at
        if self.at in self._eyes:
            self.view.look_again(self._eyes[self.at])
        else:
            self.fit()

    def _on_model_asked(self, node_id: str) -> None:
        self.model_asked.emit(self._path(node_id))

    def _on_fetch_model(self) -> None:
        if self.scene.selected:
            self._on_model_asked(self.scene.selected[-1])

    def _on_group(self) -> None:
        self.editor.group()
        if self.scene.selected:
            self.view.show_node(self.scene.selected[-1])

    def _on_level_asked(self, depth: int) -> None:
        self.editor.leave_to(depth)
        self.view.setFocus()

    def _on_paint_mask(self) -> None:
        paint_mask_behind(self.editor)

    def _on_add(self) -> None:
        self.asking.ask_for_node(self.view.hand())

    def _on_backdrop(self) -> None:
        if self.editor.add_backdrop(self.view.hand()) is not None:
            self.titling.ask()

    def _on_bookmark_stored(self) -> None:
        number, middle = _data(self.sender()), self.view.seen().center()
        place = Place(self.at, middle.x(), middle.y(), self.view.scale_now)
        edit = stored(self._model.document.settings, number, place)
        self.editor.do(edit, tr("Store view {number}", number=number))

    def _on_bookmark_asked(self) -> None:
        number = _data(self.sender())
        place = bookmark(self._model.document.settings, number)
        if place is None:
            self.refused.emit(
                tr("View {number} is empty. Store one with Ctrl+{number}.", number=number)
            )
            return
        self.editor.open_level(place.at)
        if self.at == place.at:
            self.view.look_from(QPointF(place.x, place.y), place.scale)

    def _on_paste(self) -> None:
        at = self.view.viewport().mapFromGlobal(self.cursor().pos())
        inside = self.view.underMouse() and self.view.viewport().rect().contains(at)
        self.editor.paste(self.view.to_scene(at) if inside else None)

    def _on_zoom_in(self) -> None:
        self.view.zoom(1.25)

    def _on_zoom_out(self) -> None:
        self.view.zoom(0.8)

    def _on_full_size(self) -> None:
        self.view.set_scale(1.0)

    def _on_menu_asked(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.scene.selected:
            menu.addActions(self._offered)
        self._node_menu.fill(menu)
        fill_menu(menu, self.commands)
        menu.popup(at)

    def _path(self, node_id: str) -> str:
        return "/".join((*self.editor.at, node_id))

    # --- Qt ---

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._theme = theme_of(self.palette())
            look = Look(self._theme, Metrics(self.font()))
            self.scene.show_look(look)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(960, 600)


def _data(sender: QObject) -> int:
    assert isinstance(sender, QAction)
    return sender.data()
