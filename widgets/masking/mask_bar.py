"""The tools over the viewer's picture while masks are painted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSpinBox, QWidget, QWidgetAction

from widgets.flow_layout import FlowLayout
from widgets.masking.commands import MaskCommands
from widgets.masking.hand import LEAST_SIZE, MOST_AMOUNT, MOST_SIZE, MaskHand, MaskTool
from widgets.paper.amount import Amount
from widgets.viewer.bar import Bar
from widgets.words import tr

_GROUPS = (
    {"tool_brush": "brush", "tool_eraser": "eraser"},
    {
        "tool_lasso": "lasso",
        "tool_polygon": "vector-polygon",
        "tool_rectangle": "rectangle-outline",
        "tool_ellipse": "ellipse-outline",
    },
    {
        "tool_fill": "format-color-fill",
        "tool_move": "cursor-move",
        "tool_point": "selection-ellipse-arrow-inside",
    },
    {
        "mode_add": "vector-union",
        "mode_subtract": "vector-difference-ba",
        "mode_intersect": "vector-intersection",
    },
)
"""What paints, and what paint does. Those of one group stay side by side."""
_VIEWS = {
    "view_overlay": "layers-outline",
    "view_outline": "vector-curve",
    "view_matte": "circle-half-full",
    "view_cut-out": "content-cut",
}
_KEYS = (
    {
        "previous_key": "skip-previous-outline",
        "next_key": "skip-next-outline",
        "widest_gap": "arrow-expand-horizontal",
    },
    {
        "copy_key": "content-duplicate",
        "hold_gap": "pause",
        "delete_key": "delete-outline",
    },
)
_FOLLOWING = {"least_sure": "magnify-expand", "keep": "key-plus"}
_POINTING = {
    "point_box": "selection",
    "point_lasso": "selection-ellipse",
    "point_scribble": "draw",
    "refine": "creation",
}
_ROWS = 2
_CHANGES = ("grow", "shrink", "feather", "invert", "fill_holes", "clear", "refine")


class MaskBar(QWidget):
    """What paints and how it is seen; how large it paints, what a fill goes by, and keys. In two
    rows; where it is too narrow for that, views, keys and hardness stand in a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Mask tools"))
        self.diameter = _number(tr("Size of the brush"), tr(" px"), LEAST_SIZE, MOST_SIZE)
        self.hardness = _number(tr("Hardness of the brush"), " %", 0, 100)
        words = tr("How far the picture's colours may differ within a fill")
        self.tolerance = _number(words, "", 0, 255)
        self.hardness_aside = _number(self.hardness.accessibleName(), " %", 0, 100)
        self.by = _number(
            tr("By how much a mask is grown, shrunk or feathered"), tr(" px"), 1, MOST_AMOUNT
        )
        self.opacity = Amount(tr("Opacity of the overlay"), 5, 100, "%")
        self.opacity_aside = Amount(tr("Opacity of the overlay"), 5, 100, "%")
        self._row = FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._of_brush = (Bar(self), Bar(self))
        self._of_fill, self._of_tolerance = Bar(self), Bar(self)
        self._bars: list[Bar] = []
        self._aside: list[Bar] = []
        """What stands in the menu where there is little room, the first first."""
        self._more = Bar(self)
        self._follows = False

    def begin(self, hand: MaskHand, commands: MaskCommands) -> None:
        """Show these commands and the hand that they work with. Once."""
        self._hand = hand
        actions = commands.actions
        for group in _GROUPS:
            self._add_group(group, actions)
        self._of_pointing = self._add_group(_POINTING, actions)
        view = self._add_group(_VIEWS, actions)
        opacity = view.add_menu(self.opacity.slider.accessibleName(), "opacity")
        menu = QMenu(opacity)
        menu.addAction(_held_in(menu, self.opacity.slider.accessibleName(), self.opacity))
        opacity.setMenu(menu)
        for bar, words, number in zip(
            (*self._of_brush, self._of_tolerance),
            (tr("Size"), tr("Hardness"), tr("Tolerance")),
            (self.diameter, self.hardness, self.tolerance),
            strict=True,
        ):
            label = QLabel(words)
            label.setBuddy(number)
            bar.row.addWidget(label)
            bar.row.addWidget(number)
        by_picture = self._of_fill.add_command(actions["fill_by_picture"], "image-outline")
        by_picture.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for bar in (*self._of_brush, self._of_fill, self._of_tolerance):
            self._add_bar(bar)
        whole = self._add_bar(Bar(self))
        change = whole.add_menu(tr("Change the whole mask of this frame"), "auto-fix")
        menu = QMenu(change)
        menu.addAction(_held_in(menu, tr("Grow, shrink, feather by"), self.by))
        for name in _CHANGES:
            menu.addAction(actions[name])
        change.setMenu(menu)
        keys = [self._add_group(group, actions) for group in _KEYS]
        self._of_following = self._add_group(_FOLLOWING, actions)
        self._aside = [self._of_brush[1], keys[1], view, keys[0]]
        self._add_more(actions)
        self._connect()
        self.update_content()

    def show_following(self, *, follows: bool) -> None:
        """Whether what is painted is followed between its keys."""
        self._follows = follows
        self._share_out()

    def _add_more(self, actions: Mapping[str, QAction]) -> None:
        more = self._more.add_menu(tr("Views, keys and more"), "dots-horizontal")
        menu = QMenu(more)
        menu.addAction(_held_in(menu, tr("Hardness"), self.hardness_aside))
        menu.addAction(_held_in(menu, tr("Opacity of the overlay"), self.opacity_aside))
        for group in (_VIEWS, *_KEYS):
            menu.addSeparator()
            for name in group:
                menu.addAction(actions[name])
        more.setMenu(menu)
        self._row.addWidget(self._more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Show all side by side, or some of it in the menu."""
        fills, points = self._hand.tool is MaskTool.FILL, self._hand.tool is MaskTool.POINT
        swapped = dict.fromkeys(self._of_brush, not (fills or points))
        swapped[self._of_pointing] = points
        swapped[self._of_following] = self._follows
        swapped |= {self._of_fill: fills, self._of_tolerance: fills and self._hand.fills_by_picture}
        stands = [bar for bar in self._bars if swapped.get(bar, True)]
        aside = [bar for bar in self._aside if bar in stands]
        is_narrow = self._row.rows(stands, self.width()) > _ROWS
        while is_narrow and aside and self._row.rows([*stands, self._more], self.width()) > _ROWS:
            stands.remove(aside.pop(0))
        for bar in self._bars:
            bar.setVisible(bar in stands)
        self._more.setVisible(is_narrow)

    def _add_group(self, icons: Mapping[str, str], actions: Mapping[str, QAction]) -> Bar:
        bar = Bar(self)
        for name, icon in icons.items():
            bar.add_command(actions[name], icon)
        return self._add_bar(bar)

    def _add_bar(self, bar: Bar) -> Bar:
        self._row.addWidget(bar)
        self._bars.append(bar)
        return bar

    def _connect(self) -> None:
        self.diameter.valueChanged.connect(self._on_size_chosen)
        for hardness in (self.hardness, self.hardness_aside):
            hardness.valueChanged.connect(self._on_hardness_chosen)
        self.tolerance.valueChanged.connect(self._on_tolerance_chosen)
        self.by.valueChanged.connect(self._hand.set_amount)
        for opacity in (self.opacity, self.opacity_aside):
            opacity.chosen.connect(self._on_opacity_chosen)
        self._hand.changed.connect(self.update_content)
        self._hand.view_changed.connect(self.update_content)

    @Slot()
    def update_content(self) -> None:
        """Show the hand as it is."""
        for number, value in (
            (self.diameter, self._hand.brush.size),
            (self.hardness, self._hand.brush.hardness * 100),
            (self.hardness_aside, self._hand.brush.hardness * 100),
            (self.tolerance, self._hand.tolerance),
            (self.by, self._hand.amount),
        ):
            with QSignalBlocker(number):
                number.setValue(round(value))
        for opacity in (self.opacity, self.opacity_aside):
            opacity.show_amount(self._hand.opacity * 100)
        self._share_out()

    @Slot(int)
    def _on_size_chosen(self, size: int) -> None:
        self._hand.set_brush(size=size)

    @Slot(int)
    def _on_hardness_chosen(self, percent: int) -> None:
        self._hand.set_brush(hardness=percent / 100)

    @Slot(int)
    def _on_tolerance_chosen(self, tolerance: int) -> None:
        self._hand.set_filling(tolerance=tolerance)

    @Slot(float)
    def _on_opacity_chosen(self, percent: float) -> None:
        self._hand.set_opacity(round(percent) / 100)


def _number(words: str, unit: str, low: float, high: float) -> QSpinBox:
    made = QSpinBox()
    made.setRange(round(low), round(high))
    made.setSuffix(unit)
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def _held_in(menu: QMenu, words: str, field: QWidget) -> QWidgetAction:
    """A field with its words as a line of a menu."""
    line = QWidget(menu)
    row = QHBoxLayout(line)
    gap = line.fontMetrics().height() // 2
    row.setContentsMargins(gap, gap // 2, gap, gap // 2)
    row.addWidget(QLabel(words))
    row.addWidget(field, 1)
    field.setMinimumWidth(line.fontMetrics().averageCharWidth() * 14)
    made = QWidgetAction(menu)
    made.setDefaultWidget(line)
    return made
