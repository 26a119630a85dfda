"""What the menu of the canvas offers for the nodes at hand: a colour, a place on the group."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QMenu

from nodes.backdrops import own_size
from nodes.edits import ExposePort, HidePort, PutNodes
from nodes.graph import BACKDROP, GROUP, Node, Port
from widgets.canvas.editing import CanvasEditor
from widgets.words import tr


def colours() -> dict[str, str]:
    """What a backdrop can be tinted with, by name; empty is none."""
    return {
        tr("No colour"): "",
        tr("Red"): "#d9604e",
        tr("Orange"): "#d99a3a",
        tr("Green"): "#5f9e6e",
        tr("Teal"): "#4aa3a3",
        tr("Blue"): "#4f8fd6",
        tr("Violet"): "#8a7fd0",
        tr("Pink"): "#c678b4",
    }


class NodeMenu(QObject):
    """Adds to a menu what goes with the selected nodes."""

    def __init__(self, editor: CanvasEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def fill(self, menu: QMenu) -> None:
        """Add what can be done with the selection, if there is something."""
        nodes = [self._editor.graph.nodes[one] for one in self._editor.scene.selected]
        if any(node.type == BACKDROP for node in nodes):
            self._add_colours(menu)
        if any(node.type == BACKDROP and own_size(node) is not None for node in nodes):
            fit = menu.addAction(tr("Fit Backdrop to Its Nodes"))
            fit.triggered.connect(self._editor.fit_backdrops)
        if self._editor.at and len(nodes) == 1:
            self._add_parameters(menu, nodes[0])

    def _add_colours(self, menu: QMenu) -> None:
        inner = menu.addMenu(tr("Backdrop Colour"))
        for name, colour in colours().items():
            action = inner.addAction(name)
            if colour:
                swatch = QPixmap(16, 16)
                swatch.fill(QColor(colour))
                action.setIcon(QIcon(swatch))
            action.setData(colour)
            action.triggered.connect(self._on_colour_chosen)

    def _add_parameters(self, menu: QMenu, node: Node) -> None:
        names = parameter_names(self._editor, node)
        if not names:
            return
        inner = menu.addMenu(tr("Show on Group"))
        shown = {port.inner for port in self._ports() if port.node == node.id}
        for name in names:
            action = inner.addAction(name.replace("_", " "))
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.setData((node.id, name))
            action.triggered.connect(self._on_parameter_toggled)

    def _ports(self) -> tuple[Port, ...]:
        return open_group(self._editor).parameter_ports

    @Slot()
    def _on_colour_chosen(self) -> None:
        colour_backdrops(self._editor, _action(self.sender()).data())

    @Slot()
    def _on_parameter_toggled(self) -> None:
        toggle_on_group(self._editor, *_action(self.sender()).data())


def colour_backdrops(editor: CanvasEditor, colour: str) -> None:
    """Give the selected backdrops a colour (#rrggbb), or none."""
    nodes = [editor.graph.nodes[one] for one in editor.scene.selected]
    changed = tuple(
        replace(node, parameters=_with_colour(node, colour))
        for node in nodes
        if node.type == BACKDROP
    )
    if changed:
        editor.do(PutNodes(at=editor.at, nodes=changed), tr("Colour backdrop"))


def _with_colour(node: Node, colour: str) -> dict[str, Any]:
    kept = {name: value for name, value in node.parameters.items() if name != "colour"}
    return {**kept, "colour": colour} if colour else kept


def toggle_on_group(editor: CanvasEditor, node_id: str, name: str) -> None:
    """Show a parameter of a node on the open group, or take it off again."""
    group, at = open_group(editor), editor.at[:-1]
    ports = group.parameter_ports
    own = next((one for one in ports if (one.node, one.inner) == (node_id, name)), None)
    shown = name.replace("_", " ")
    if own is not None:
        edit = HidePort(at=at, group=group.id, name=own.name)
        editor.do(edit, tr("Hide “{parameter}” on the group", parameter=shown))
        return
    taken = {port.name for port in ports}
    tried = (name, f"{node_id}_{name}", *(f"{name}_{number}" for number in range(2, 1000)))
    port = Port(next(one for one in tried if one not in taken), node_id, name)
    edit = ExposePort(at=at, group=group.id, port=port)
    editor.do(edit, tr("Show “{parameter}” on the group", parameter=shown))


def open_group(editor: CanvasEditor) -> Node:
    """The group whose inside is shown."""
    return editor.model.document.graph_at(editor.at[:-1]).nodes[editor.at[-1]]


def parameter_names(editor: CanvasEditor, node: Node) -> list[str]:
    """The parameters of a node, or those that a group shows."""
    if node.type == GROUP:
        return [port.name for port in node.parameter_ports]
    spec = editor.model.document.registry.find(node.type)
    return list(spec.parameters) if spec is not None else []


def _action(sender: QObject) -> QAction:
    assert isinstance(sender, QAction)
    return sender
