"""The objects of a mask painter: a list, and what is said of the one in hand."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pipelines.hex_colours import rgb
from pipelines.masking.objects import OUTPUTS, Between, MaskObject
from widgets.hinted_list import paint_hint
from widgets.icons import icon
from widgets.inspector.glyph_button import GlyphButton
from widgets.masking.easel import COLOURS, MaskEasel
from widgets.paper.brush_panel import Swatch
from widgets.segmented import Segmented
from widgets.theme import theme_of
from widgets.words import counted, tr

_ID = Qt.ItemDataRole.UserRole
_LINE = Qt.ItemDataRole.UserRole + 1
"""What a line shows: icons are made only where it is another one."""
_NAME, _KEYS, _VISIBLE, _PROTECTED = range(4)
_LINES = 5


class ObjectsPanel(QWidget):
    """A name is typed in place; the eye shows an object, the shield keeps the others' paint off."""

    painting_toggled = Signal(bool)
    """The person wants to paint over the picture, or is done with it."""

    def __init__(self, easel: MaskEasel) -> None:
        super().__init__()
        self._easel = easel
        self._rename = 0
        self.title = QLabel(tr("Objects"))
        self.paint = GlyphButton("mdi6.brush", tr("Paint over the picture"))
        self.paint.setCheckable(True)
        self.add = GlyphButton("mdi6.plus", tr("Add an object"))
        self.copy = GlyphButton("mdi6.content-duplicate", tr("Duplicate the object"))
        self.up = GlyphButton("mdi6.arrow-up", tr("Move the object up"))
        self.down = GlyphButton("mdi6.arrow-down", tr("Move the object down"))
        self.remove = GlyphButton("mdi6.delete-outline", tr("Delete the object"))
        self.list = _ObjectList()
        self.swatches = [Swatch(rgb(colour)) for colour in COLOURS]
        self.between = Segmented(
            {
                Between.SHAPE.value: (
                    tr("Shape"),
                    tr("Between keys the outline moves from one to the next"),
                ),
                Between.HOLD.value: (tr("Hold"), tr("A key holds until the next one")),
            },
            tr("Between keys"),
        )
        self.leads = QCheckBox(tr("Also before the first key"))
        self.trails = QCheckBox(tr("Also after the last key"))
        self.joined = QCheckBox(tr("Part of the joined mask"))
        self.output = QComboBox()
        self.canvas = QLabel()
        self.canvas.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._said = QWidget()
        self._lay_out()
        self._connect()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the objects as they are."""
        objects, painted = self._easel.objects, self._easel.object
        with QSignalBlocker(self.list):
            self.list.show_objects(objects, painted)
        place = objects.index(painted) if painted in objects else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(objects) - 1)
        for button in (self.copy, self.remove):
            button.setEnabled(painted is not None)
        self._said.setVisible(painted is not None)
        if painted is None:
            return
        for swatch, colour in zip(self.swatches, COLOURS, strict=True):
            swatch.setCheckable(True)
            swatch.setChecked(colour == painted.colour)
        self.between.show_choice(painted.between.value)
        for box, checked in (
            (self.leads, painted.leads),
            (self.trails, painted.trails),
            (self.joined, painted.joined),
        ):
            with QSignalBlocker(box):
                box.setChecked(checked)
        width, height = self._easel.size
        self.canvas.setText(f"{width} × {height}" if width else tr("nothing yet"))
        with QSignalBlocker(self.output):
            self.output.setCurrentIndex(painted.output)

    def show_painting(self, *, paints: bool) -> None:
        """Say whether the viewer is painted on."""
        with QSignalBlocker(self.paint):
            self.paint.setChecked(paints)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.title.setBuddy(self.list)
        head.addWidget(self.title, 1)
        head.setSpacing(0)
        for button in (self.paint, self.add, self.copy, self.up, self.down, self.remove):
            head.addWidget(button)
        self.output.addItem(tr("None"))
        for number in range(1, OUTPUTS + 1):
            self.output.addItem(tr("Output {number}", number=number))
        self.output.setAccessibleName(tr("Output of its own"))
        colours = QHBoxLayout()
        colours.setSpacing(2)
        for swatch in self.swatches:
            colours.addWidget(swatch)
        colours.addStretch(1)
        form = QFormLayout(self._said)
        form.setContentsMargins(0, 4, 0, 0)
        form.setVerticalSpacing(6)
        form.addRow(tr("Colour"), colours)
        form.addRow(tr("Between keys"), self.between)
        form.addRow("", self.leads)
        form.addRow("", self.trails)
        form.addRow("", self.joined)
        form.addRow(tr("Own output"), self.output)
        form.addRow(tr("Painted on"), self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self._said)

    def _connect(self) -> None:
        easel = self._easel
        easel.changed.connect(self.update_content)
        self.paint.toggled.connect(self.painting_toggled)
        self.add.clicked.connect(easel.add_object)
        self.copy.clicked.connect(easel.duplicate_object)
        self.remove.clicked.connect(easel.remove_object)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.list.itemChanged.connect(self._on_renamed)
        self.list.itemClicked.connect(self._on_clicked)
        self.between.chosen.connect(self._on_between_chosen)
        self.leads.toggled.connect(self._on_leads_toggled)
        self.trails.toggled.connect(self._on_trails_toggled)
        self.joined.toggled.connect(self._on_joined_toggled)
        self.output.activated.connect(self._on_output_chosen)
        for swatch in self.swatches:
            swatch.clicked.connect(self._on_swatch_clicked)

    # What happened

    def _change(self, how: Callable[[MaskObject], MaskObject], name: str) -> None:
        painted = self._easel.object
        if painted is not None:
            self._easel.change_object(how(painted), name)

    @Slot(QTreeWidgetItem)
    def _on_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._easel.choose(str(item.data(_NAME, _ID)))

    @Slot(QTreeWidgetItem, int)
    def _on_renamed(self, item: QTreeWidgetItem, column: int) -> None:
        painted = self._easel.object_by_id(str(item.data(_NAME, _ID)))
        words = item.text(_NAME).strip()
        if painted is not None and words and words != painted.name:
            self._easel.change_object(replace(painted, name=words), tr("Rename object"))
        with QSignalBlocker(self.list):
            item.setData(_NAME, _LINE, "")  # what was typed may not be what it is called
        self.update_content()

    @Slot(QTreeWidgetItem, int)
    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        painted = self._easel.object_by_id(str(item.data(_NAME, _ID)))
        if painted is None:
            return
        if column == _VISIBLE:
            name = tr("Hide object") if painted.visible else tr("Show object")
            self._easel.change_object(replace(painted, visible=not painted.visible), name)
        elif column == _PROTECTED:
            name = tr("Unprotect object") if painted.protected else tr("Protect object")
            self._easel.change_object(replace(painted, protected=not painted.protected), name)

    @Slot()
    def _on_up_clicked(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        ids = [one.id for one in self._easel.objects]
        painted = self._easel.object
        if painted is not None:
            place = ids.index(painted.id)
            ids.insert(place + step, ids.pop(place))
            self._easel.reorder(tuple(ids))

    @Slot()
    def _on_swatch_clicked(self) -> None:
        swatch = self.sender()
        assert isinstance(swatch, QAbstractButton)
        colour = COLOURS[self.swatches.index(swatch)]  # type: ignore[arg-type] - only swatches are wired
        self._change(lambda one: replace(one, colour=colour), tr("Colour of the object"))
        self.update_content()

    @Slot(str)
    def _on_between_chosen(self, value: str) -> None:
        between = Between(value)
        self._change(lambda one: replace(one, between=between), tr("Between keys"))

    @Slot(bool)
    def _on_leads_toggled(self, leads: bool) -> None:
        self._change(lambda one: replace(one, leads=leads), tr("Before the first key"))

    @Slot(bool)
    def _on_trails_toggled(self, trails: bool) -> None:
        self._change(lambda one: replace(one, trails=trails), tr("After the last key"))

    @Slot(bool)
    def _on_joined_toggled(self, joined: bool) -> None:
        name = tr("Join the object") if joined else tr("Leave the object out")
        self._change(lambda one: replace(one, joined=joined), name)

    @Slot(int)
    def _on_output_chosen(self, output: int) -> None:
        self._change(lambda one: replace(one, output=output), tr("Output of the object"))


class _ObjectList(QTreeWidget):
    """Names with their colours, their number of keys, an eye and a shield."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(4)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(tr("Masked objects"))
        self.setAccessibleDescription(tr("Paint over the picture: what is masked stands here."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        for column in (_KEYS, _VISIBLE, _PROTECTED):
            self.setItemDelegateForColumn(column, _Fixed(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(self.fontMetrics().height())
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        for column in (_VISIBLE, _PROTECTED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, round(self.fontMetrics().height() * 1.8))
        self._shown: tuple[MaskObject, ...] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.topLevelItemCount():
            paint_hint(self, self.accessibleDescription())

    def show_objects(self, objects: tuple[MaskObject, ...], painted: MaskObject | None) -> None:
        """Show these, the painted one marked."""
        self._shown = objects
        while self.topLevelItemCount() > len(objects):
            self.takeTopLevelItem(self.topLevelItemCount() - 1)
        while self.topLevelItemCount() < len(objects):
            self.addTopLevelItem(QTreeWidgetItem())
        for place, one in enumerate(objects):
            item = self.topLevelItem(place)
            assert item is not None
            if item.data(_NAME, _LINE) != _line_of(one):
                self._fill(item, one)
            if painted is not None and one.id == painted.id:
                self.setCurrentItem(item)

    def _fill(self, item: QTreeWidgetItem, one: MaskObject) -> None:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
        item.setData(_NAME, _ID, one.id)
        item.setData(_NAME, _LINE, _line_of(one))
        if item.text(_NAME) != (one.name or one.id):
            item.setText(_NAME, one.name or one.id)
        item.setIcon(_NAME, self._swatch(one.colour))
        item.setText(_KEYS, counted("{count} key", "{count} keys", len(one.keys)))
        eye = "mdi6.eye-outline" if one.visible else "mdi6.eye-off-outline"
        item.setIcon(_VISIBLE, self._sign(eye, is_on=one.visible))
        item.setToolTip(_VISIBLE, tr("Shown") if one.visible else tr("Hidden"))
        shield = "mdi6.shield" if one.protected else "mdi6.shield-outline"
        item.setIcon(_PROTECTED, self._sign(shield, is_on=one.protected))
        item.setToolTip(
            _PROTECTED,
            tr("Protected: paint of the others does not cover it")
            if one.protected
            else tr("Not protected from paint of the others"),
        )

    def _swatch(self, colour: str) -> QIcon:
        side = self.fontMetrics().height()
        picture = QPixmap(side * 2, side * 2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self.palette()).border, 2))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(4, 4, side * 2 - 8, side * 2 - 8, 6, 6)
        painter.end()
        made = QIcon(picture)
        made.addPixmap(picture, QIcon.Mode.Selected)
        return made

    def _sign(self, name: str, *, is_on: bool) -> QIcon:
        """An icon that is legible on a chosen line, too."""
        theme, side = theme_of(self.palette()), self.fontMetrics().height() * 2
        made = QIcon(icon(name, theme.text if is_on else theme.dim_text).pixmap(side, side))
        chosen = QColor(self.palette().highlightedText().color())
        chosen.setAlpha(255 if is_on else 150)
        made.addPixmap(icon(name, chosen).pixmap(side, side), QIcon.Mode.Selected)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            current = self.currentItem()
            chosen = str(current.data(_NAME, _ID)) if current is not None else ""
            painted = next((one for one in self._shown if one.id == chosen), None)
            with QSignalBlocker(self):
                self.clear()
                self.show_objects(self._shown, painted)

    def sizeHint(self) -> QSize:
        high = max(self.sizeHintForRow(0), round(self.fontMetrics().height() * 1.5))
        return QSize(0, high * _LINES + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _Fixed(QStyledItemDelegate):
    """What is not typed."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        return None  # type: ignore[return-value] - Qt takes it for “no editor”


def _line_of(one: MaskObject) -> str:
    return f"{one.id} {one.name} {one.colour} {one.visible} {one.protected} {len(one.keys)}"
