"""The layers of the panel in hand: their rows, what is set about the one in hand, and commands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pipelines.painting.limbs import depths, followers
from pipelines.panels import BlendMode, LayerRole, Panel
from widgets.elided_label import ElidedLabel
from widgets.paper.amount import Amount
from widgets.paper.board import Board
from widgets.paper.layer_line import LayerLine
from widgets.paper.layer_rows import ROW, LayerRow, LayerRows, rows_of
from widgets.paper.layer_thumbnails import LayerThumbnails
from widgets.paper.layer_words import blend_words, layer_name, role_help, role_words
from widgets.paper.layering import Layering
from widgets.paper.underlay import UnderlayPicture
from widgets.paper.underlay_row import UnderlayRow
from widgets.theme import LABEL_COLOURS
from widgets.viewer.bar import Bar
from widgets.words import counted, said, tr

_BUTTONS = (
    ("add_layer", "plus"),
    ("duplicate_layer", "content-copy"),
    ("merge_down", "arrow-collapse-down"),
    ("lock_alpha", "checkerboard"),
    ("lock_layer", "lock-outline"),
)
_MENU = (
    "solo",
    "clear_layer",
    "merge_visible",
    "",
    "copy_layer",
    "paste",
    "import",
    "",
    "pivot_layer",
    "share_background",
    "own_background",
)


class LayersPanel(QWidget):
    """The uppermost layer stands first. It follows the board; edits go through `layering`."""

    def __init__(
        self, layering: Layering, commands: Mapping[str, QAction], underlay: UnderlayPicture
    ) -> None:
        super().__init__()
        self._layering = layering
        self._commands = commands
        self._board: Board = layering.board
        self.thumbnails = LayerThumbnails(self._board.tiles, self)
        self.rows = LayerRows(self)
        self.list = QListView()
        self.role = _choice(tr("What the layer is for"), {r: role_words(r) for r in LayerRole})
        for at, role in enumerate(LayerRole):
            self.role.setItemData(at, role_help(role), Qt.ItemDataRole.ToolTipRole)
        self.blend = _choice(tr("Blend mode"), {m: blend_words(m) for m in BlendMode})
        self.opacity = Amount(tr("Opacity"), 0, 100, "%")
        self.shared = ElidedLabel()
        self.underlay = UnderlayRow(self._board, underlay)
        self.rename = QAction(tr("Rename Layer"), self)
        self.rename.setShortcut(Qt.Key.Key_F2)
        self.rename.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.commands = {"rename_layer": self.rename, **self.underlay.commands}
        self.bar = Bar()
        self.menu = QMenu(self)
        self._colours = QMenu(tr("Colour"), self)
        self._hanging = QMenu(tr("Hang On"), self)
        self._set_up_list()
        self._lay_out()
        self._fill_menu()
        self._connect()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the panel in hand as it is."""
        panel, layer = self._board.panel, self._board.layer
        with QSignalBlocker(self.list.selectionModel()):
            self.rows.show(self._made_rows(panel))
            if layer is not None:
                index = self.rows.index(self.rows.row_of(layer.id))
                how = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.list.selectionModel().setCurrentIndex(index, how)
                self.list.scrollTo(index)
        self.list.viewport().update()
        for widget in (self.blend, self.role, self.opacity, self.rename):
            widget.setEnabled(layer is not None)
        row = self.row
        self.shared.setVisible(row is not None and row.is_shared)
        if layer is None or row is None:
            return
        self.blend.setEnabled(layer.role is not LayerRole.MASK)
        self.blend.setCurrentIndex(self.blend.findData(layer.blend))
        self.role.setCurrentIndex(self.role.findData(layer.role))
        self.role.setToolTip(f"{role_words(layer.role)}: {role_help(layer.role)}")
        self.opacity.show_amount(layer.opacity * 100)
        others = row.panels - 1
        words = counted("Shared with 1 other panel", "Shared with {count} other panels", others)
        self.shared.show_text(words)
        self.shared.setToolTip(tr("{shared}. What changes here changes there.", shared=words))

    @property
    def row(self) -> LayerRow | None:
        """The row of the layer in hand."""
        layer = self._board.layer
        at = self.rows.row_of(layer.id) if layer is not None else -1
        return self.rows.index(at).data(ROW) if at >= 0 else None

    @Slot()
    def rename_in_place(self) -> None:
        """Type another name for the layer in hand, where it stands."""
        if self.row is not None:
            self.list.edit(self.list.currentIndex())

    def close_thumbnails(self) -> None:
        """The panel goes: make no more pictures."""
        self.thumbnails.close()

    def _made_rows(self, panel: Panel | None) -> tuple[LayerRow, ...]:
        if panel is None:
            return ()
        counts = {
            layer.id: len(self._board.sharers(layer.id))
            for layer in panel.layers
            if layer.role is LayerRole.BACKGROUND
        }
        return rows_of(panel.layers, depths(panel.layers), counts)

    def _set_up_list(self) -> None:
        view, triggers = self.list, QAbstractItemView.EditTrigger
        view.setModel(self.rows)
        view.setItemDelegate(LayerLine(self._board, self.thumbnails, view))
        view.setAccessibleName(tr("Layers"))
        view.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the paper
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setUniformItemSizes(True)
        view.setMinimumHeight(round(4.2 * self.fontMetrics().height()))

    def _lay_out(self) -> None:
        unit = self.fontMetrics().height()
        choices = QHBoxLayout()
        for box in (self.role, self.blend):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choices.addWidget(box, 1)
        strength = QHBoxLayout()
        strength.addWidget(QLabel(tr("Opacity")))
        strength.addWidget(self.opacity, 1)
        for name, glyph in _BUTTONS:
            self.bar.add_command(self._commands[name], glyph)
        self.bar.row.addStretch(1)
        more = self.bar.add_menu(tr("More about layers"), "dots-horizontal")
        more.setMenu(self.menu)
        more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.bar.add_command(self._commands["delete_layer"], "trash-can-outline")
        column = QVBoxLayout(self)
        gap = unit // 2
        column.setContentsMargins(gap, gap, gap, 0)
        column.setSpacing(gap // 2)
        column.addLayout(choices)
        column.addLayout(strength)
        column.addWidget(self.list, 1)
        column.addWidget(self.shared)
        column.addWidget(self.underlay)
        column.addWidget(self.bar)

    def _fill_menu(self) -> None:
        side = self.fontMetrics().height()
        for name, colour in LABEL_COLOURS:
            square = QPixmap(side, side)
            square.fill(QColor(colour))
            self._colours.addAction(QIcon(square), said(name)).setData(colour)
        self._colours.addSeparator()
        self._colours.addAction(tr("No colour")).setData("")
        for name in _MENU:
            if name:
                self.menu.addAction(self._commands[name])
            else:
                self.menu.addSeparator()
        self.menu.addSeparator()
        self.menu.addMenu(self._colours)
        self.menu.addMenu(self._hanging)

    def _connect(self) -> None:
        self._board.changed.connect(self.update_content)
        self.rename.triggered.connect(self.rename_in_place)
        self.thumbnails.changed.connect(self.list.viewport().update)
        self.list.selectionModel().currentChanged.connect(self._on_row_chosen)
        self.rows.renamed.connect(self._layering.rename)
        self.rows.visibility_asked.connect(self._on_visibility_asked)
        self.rows.moved.connect(self._layering.move_to)
        self.rows.hung.connect(self._layering.hang)
        self.blend.activated.connect(self._on_blend_chosen)
        self.role.activated.connect(self._on_role_chosen)
        self.opacity.chosen.connect(self._on_opacity_chosen)
        self.opacity.slider.sliderReleased.connect(self._on_opacity_let_go)
        self._colours.triggered.connect(self._on_colour_chosen)
        self._hanging.aboutToShow.connect(self._on_hanging_shown)
        self._hanging.triggered.connect(self._on_parent_chosen)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    # What happened

    @Slot(QModelIndex, QModelIndex)
    def _on_row_chosen(self, index: QModelIndex, before: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, LayerRow):
            self._board.choose_layer(row.layer.id)

    @Slot(str, bool)
    def _on_visibility_asked(self, layer_id: str, is_visible: bool) -> None:
        self._layering.set_visible(layer_id, is_visible=is_visible)

    @Slot(int)
    def _on_blend_chosen(self, index: int) -> None:
        layer = self._board.layer
        if layer is not None:
            self._layering.set_blend(layer.id, BlendMode(self.blend.itemData(index)))

    @Slot(int)
    def _on_role_chosen(self, index: int) -> None:
        layer = self._board.layer
        if layer is not None:
            self._layering.set_role(layer.id, LayerRole(self.role.itemData(index)))

    @Slot(float)
    def _on_opacity_chosen(self, percent: float) -> None:
        layer = self._board.layer
        if layer is not None:
            self._layering.set_opacity(layer.id, percent / 100)

    @Slot()
    def _on_opacity_let_go(self) -> None:
        self._layering.let_go()

    @Slot(QAction)
    def _on_colour_chosen(self, action: QAction) -> None:
        layer = self._board.layer
        if layer is not None:
            self._layering.set_colour(layer.id, str(action.data()))

    @Slot()
    def _on_hanging_shown(self) -> None:
        """Offer what does not follow the layer in hand itself."""
        self._hanging.clear()
        panel, layer = self._board.panel, self._board.layer
        if panel is None or layer is None:
            return
        nothing = self._hanging.addAction(tr("Nothing"))
        nothing.setData("")
        nothing.setCheckable(True)
        nothing.setChecked(not layer.parent)
        self._hanging.addSeparator()
        beneath = followers(panel.layers, layer.id)
        for other in reversed(panel.layers):
            if other.id != layer.id and other.id not in beneath:
                action = self._hanging.addAction(layer_name(other).replace("&", "&&"))
                action.setData(other.id)
                action.setCheckable(True)
                action.setChecked(other.id == layer.parent)

    @Slot(QAction)
    def _on_parent_chosen(self, action: QAction) -> None:
        layer = self._board.layer
        if layer is not None:
            self._layering.hang(layer.id, str(action.data()))


def _choice(name: str, choices: Mapping[object, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for value, words in choices.items():
        box.addItem(words, value)
    return box
