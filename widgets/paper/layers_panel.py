"""The layers of the panel in hand: order, names, visibility, locks, opacity, blend modes, roles."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from pipelines.painting.layers import (
    merged_down,
    moved,
    with_added,
    with_layer,
    without,
)
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from widgets.inspector.glyph_button import GlyphButton
from widgets.paper.board import Board
from widgets.paper.brush_panel import Amount
from widgets.words import tr

_ID = Qt.ItemDataRole.UserRole


def blend_words(mode: BlendMode) -> str:
    """What a blend mode is called."""
    return {
        BlendMode.NORMAL: tr("Normal"),
        BlendMode.MULTIPLY: tr("Multiply"),
        BlendMode.SCREEN: tr("Screen"),
        BlendMode.OVERLAY: tr("Overlay"),
        BlendMode.DARKEN: tr("Darken"),
        BlendMode.LIGHTEN: tr("Lighten"),
        BlendMode.ADD: tr("Add"),
    }[mode]


def role_words(role: LayerRole) -> str:
    """What a role is called."""
    return {
        LayerRole.DRAWING: tr("Drawing"),
        LayerRole.BACKGROUND: tr("Background"),
        LayerRole.REFERENCE: tr("Reference"),
        LayerRole.MASK: tr("Mask"),
        LayerRole.CONTROL: tr("Control"),
        LayerRole.NOTES: tr("Notes"),
    }[role]


class LayersPanel(QWidget):
    """The uppermost layer stands first. A tick shows a layer; its name is typed in place."""

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self._merge = 0
        self.layers = QListWidget()
        self.layers.setAccessibleName(tr("Layers"))
        self.layers.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.layers.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.layers.setSpacing(2)
        self.add = GlyphButton("mdi6.plus", tr("Add layer"))
        self.remove = GlyphButton("mdi6.trash-can-outline", tr("Delete layer"))
        self.merge = GlyphButton("mdi6.arrow-collapse-down", tr("Merge with the layer below"))
        self.lock = GlyphButton("mdi6.lock-outline", tr("Lock layer"))
        self.lock.setCheckable(True)
        self.blend = _choice(tr("Blend mode"), {m: blend_words(m) for m in BlendMode})
        self.role = _choice(tr("What the layer is for"), {r: role_words(r) for r in LayerRole})
        self.opacity = Amount(tr("Opacity"), 0, 100, "%")
        self._lay_out()
        self._connect()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the panel in hand as it is."""
        panel, layer = self._board.panel, self._board.layer
        layers = panel.layers[::-1] if panel is not None else ()
        with QSignalBlocker(self.layers):
            while self.layers.count() > len(layers):
                self.layers.takeItem(self.layers.count() - 1)
            for row, one in enumerate(layers):
                self._show_row(row, one)
                if layer is not None and one.id == layer.id:
                    self.layers.setCurrentRow(row)
        for widget in (self.remove, self.merge, self.lock, self.blend, self.role, self.opacity):
            widget.setEnabled(layer is not None)
        self.add.setEnabled(panel is not None)
        if layer is not None:
            self.remove.setEnabled(len(layers) > 1)
            self.merge.setEnabled(bool(panel and panel.layers[0].id != layer.id))
            self.lock.setChecked(layer.locked)
            self.blend.setCurrentIndex(self.blend.findData(layer.blend))
            self.role.setCurrentIndex(self.role.findData(layer.role))
            self.opacity.show_amount(layer.opacity * 100)

    def _show_row(self, row: int, layer: Layer) -> None:
        found = self.layers.item(row)
        item = found if row < self.layers.count() else QListWidgetItem()
        name = layer.name or role_words(layer.role)
        item.setText(name)
        item.setData(_ID, layer.id)
        item.setFlags(
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setCheckState(Qt.CheckState.Checked if layer.visible else Qt.CheckState.Unchecked)
        said = tr("{name}, {role}", name=name, role=role_words(layer.role))
        item.setToolTip(said)
        if row >= self.layers.count():
            self.layers.addItem(item)

    def _lay_out(self) -> None:
        settings = QGridLayout()
        settings.setColumnStretch(1, 1)
        for row, (words, widget) in enumerate(
            (
                (tr("Blend"), self.blend),
                (tr("Use"), self.role),
                (tr("Opacity"), self.opacity),
            )
        ):
            settings.addWidget(QLabel(words), row, 0)
            settings.addWidget(widget, row, 1)
        buttons = QHBoxLayout()
        for button in (self.add, self.merge, self.lock):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.addLayout(settings)
        column.addWidget(self.layers, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._board.changed.connect(self.update_content)
        self.layers.currentRowChanged.connect(self._on_row_chosen)
        self.layers.itemChanged.connect(self._on_item_changed)
        self.layers.model().rowsMoved.connect(self._on_rows_moved)
        self.add.clicked.connect(self.add_layer)
        self.remove.clicked.connect(self.remove_layer)
        self.merge.clicked.connect(self.merge_down)
        self.lock.clicked.connect(self._on_lock_clicked)
        self.blend.activated.connect(self._on_blend_chosen)
        self.role.activated.connect(self._on_role_chosen)
        self.opacity.chosen.connect(self._on_opacity_chosen)
        self.opacity.slider.sliderReleased.connect(self._on_opacity_let_go)

    # Commands

    @Slot()
    def add_layer(self) -> None:
        """Put a layer above the one in hand and draw on it."""
        panel, layer = self._board.panel, self._board.layer
        if panel is None:
            return
        layer_id = self._board.free_layer_id()
        name = tr("Layer {number}", number=len(panel.layers) + 1)
        made = Layer(id=layer_id, name=name)
        above = layer.id if layer is not None else ""
        self._board.put(with_added(panel, made, above=above), tr("Add layer"))
        self._board.choose_layer(layer_id)

    @Slot()
    def remove_layer(self) -> None:
        """Take the layer in hand away."""
        layer = self._board.layer
        if layer is not None:
            layer_id = layer.id

            def change(panel: Panel) -> Panel:
                return without(panel, layer_id)

            self._board.change(change, tr("Delete layer"))

    @Slot()
    def merge_down(self) -> None:
        """Paint the layer in hand into the one below."""
        panel, layer = self._board.panel, self._board.layer
        if panel is None or layer is None:
            return
        layer_id, tiles = layer.id, self._board.tiles

        def change(panel: Panel) -> Panel:
            return merged_down(panel, layer_id, tiles)

        below = panel.layers[max(panel.layers.index(layer) - 1, 0)].id
        self._board.change(change, tr("Merge layers"))
        self._board.choose_layer(below)

    def _set(
        self, layer_id: str, how: Callable[[Layer], Layer], name: str, merge: str = ""
    ) -> None:
        panel = self._board.panel
        layers = {one.id: one for one in panel.layers} if panel is not None else {}
        if panel is None or layer_id not in layers:
            return
        changed = how(layers[layer_id])
        if changed != layers[layer_id]:
            self._board.put(with_layer(panel, changed), name, merge=merge)

    # What happened

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        item = self.layers.item(row)
        if row >= 0:
            self._board.choose_layer(str(item.data(_ID)))

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        seen = item.checkState() is Qt.CheckState.Checked
        words = item.text().strip()
        layer_id = str(item.data(_ID))
        panel = self._board.panel
        layers = {one.id: one for one in panel.layers} if panel is not None else {}
        layer = layers.get(layer_id)
        if layer is None:
            return
        if layer.visible != seen:
            name = tr("Show layer") if seen else tr("Hide layer")
            self._set(layer_id, lambda one: replace(one, visible=seen), name)
        elif words not in (layer.name, role_words(layer.role) if not layer.name else ""):
            self._set(layer_id, lambda one: replace(one, name=words), tr("Rename layer"))
        self.update_content()

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _on_rows_moved(
        self, parent: QModelIndex, start: int, end: int, target: QModelIndex, row: int
    ) -> None:
        panel = self._board.panel
        if panel is None:
            return
        ids = [str(self.layers.item(at).data(_ID)) for at in range(self.layers.count())][::-1]
        before = [layer.id for layer in panel.layers]
        if ids != before and sorted(ids) == sorted(before):
            layers = {layer.id: layer for layer in panel.layers}
            ordered = tuple(layers[layer_id] for layer_id in ids)
            self._board.put(replace(panel, layers=ordered), tr("Reorder layers"))

    def move_layer(self, step: int) -> None:
        """Move the layer in hand up, or down (below 0)."""
        panel, layer = self._board.panel, self._board.layer
        if panel is not None and layer is not None:
            place = panel.layers.index(layer) + step
            changed = moved(panel, layer.id, place)
            if changed != panel:
                self._board.put(changed, tr("Reorder layers"))

    @Slot()
    def _on_lock_clicked(self) -> None:
        layer, locks = self._board.layer, self.lock.isChecked()
        if layer is not None:
            name = tr("Lock layer") if locks else tr("Unlock layer")
            self._set(layer.id, lambda one: replace(one, locked=locks), name)

    @Slot(int)
    def _on_blend_chosen(self, index: int) -> None:
        layer, mode = self._board.layer, self.blend.itemData(index)
        if layer is not None:
            chosen = BlendMode(mode)
            self._set(layer.id, lambda one: replace(one, blend=chosen), tr("Blend mode"))

    @Slot(int)
    def _on_role_chosen(self, index: int) -> None:
        layer, role = self._board.layer, self.role.itemData(index)
        if layer is not None:
            chosen = LayerRole(role)
            self._set(layer.id, lambda one: replace(one, role=chosen), tr("Use of the layer"))

    @Slot(float)
    def _on_opacity_chosen(self, percent: float) -> None:
        layer = self._board.layer
        if layer is not None:
            share = round(percent) / 100
            merge = f"opacity {layer.id} {self._merge}"
            self._set(layer.id, lambda one: replace(one, opacity=share), tr("Layer opacity"), merge)

    @Slot()
    def _on_opacity_let_go(self) -> None:
        self._merge += 1

    def contextMenuEvent(self, event: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, slot in (
            (tr("Add layer"), self.add_layer),
            (tr("Merge with the layer below"), self.merge_down),
            (tr("Delete layer"), self.remove_layer),
        ):
            action = QAction(words, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        menu.popup(self.cursor().pos())


def _choice(name: str, choices: dict[object, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, words in choices.items():
        box.addItem(words, value)
    return box
