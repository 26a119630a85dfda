"""The row above the strip: which storyboard, what is done most often, and numbers to type."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox, QToolBar

from pipelines.panel_edits import MOST_FRAMES
from pipelines.timing import MOVING
from pipelines.values import JointMode
from widgets.icons import icon
from widgets.strip.editing import BoardEditing
from widgets.strip.labels import spoken_joint, spoken_seconds
from widgets.strip.strip_commands import StripCommands
from widgets.words import tr

_ICONS = {
    "new_panel": "mdi6.plus-box-outline",
    "duplicate_panels": "mdi6.content-duplicate",
    "split_panel": "mdi6.content-cut",
    "delete_panels": "mdi6.delete-outline",
    "import_pictures": "mdi6.image-plus-outline",
    "snapping": "mdi6.magnet",
    "equal_widths": "mdi6.view-column-outline",
    "zoom_out": "mdi6.magnify-minus-outline",
    "zoom_in": "mdi6.magnify-plus-outline",
    "fit": "mdi6.fit-to-page-outline",
}


class StripBar(QToolBar):
    """Buttons and fields for the strip. What does not fit goes into the bar's own menu."""

    def __init__(self, editing: BoardEditing, commands: StripCommands) -> None:
        super().__init__()
        self._editing = editing
        self._commands = commands
        self._gestures = count()
        self._gesture = 0
        self.setAccessibleName(tr("Storyboard tools"))
        side = self.fontMetrics().height() + 2
        self.setIconSize(QSize(side, side))
        self.board = QComboBox()
        self.board.setAccessibleName(tr("Storyboard"))
        self.board.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.board.setMinimumContentsLength(12)
        self.duration = self._frames(tr("Duration of the chosen panels"), MOST_FRAMES)
        self.seconds = QLabel()
        self.seconds.setContentsMargins(4, 0, 6, 0)
        self.joint = QComboBox()
        self.joint.setAccessibleName(tr("Joint behind the chosen panels"))
        self.joint.setToolTip(tr("How a panel becomes the next"))
        self.joint.setPlaceholderText("–")
        for mode in JointMode:
            self.joint.addItem(spoken_joint(mode), mode)
        self.move_length = self._frames(tr("Length of the move"), MOST_FRAMES - 1)
        self._fill()
        self.board.activated.connect(self._on_board_chosen)
        self.duration.valueChanged.connect(self._on_duration_typed)
        self.duration.editingFinished.connect(self._on_gesture_ended)
        self.joint.activated.connect(self._on_joint_chosen)
        self.move_length.valueChanged.connect(self._on_move_typed)
        self.move_length.editingFinished.connect(self._on_gesture_ended)
        editing.changed.connect(self.update_content)
        editing.selection_changed.connect(self.update_content)
        self._colour_icons()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the storyboards and the numbers of the chosen panels."""
        self._show_boards()
        chosen = [panel for panel in self._editing.panels if panel.id in self._editing.selected]
        _show(self.duration, {panel.duration for panel in chosen})
        moves = [panel for panel in chosen if panel.joint in MOVING]
        _show(self.move_length, {panel.move for panel in moves})
        self.move_length.setEnabled(bool(moves))
        modes = {panel.joint for panel in chosen}
        blocker = QSignalBlocker(self.joint)
        self.joint.setEnabled(bool(chosen))
        self.joint.setCurrentIndex(
            list(JointMode).index(next(iter(modes))) if len(modes) == 1 else -1
        )
        blocker.unblock()
        board = self._editing.board
        total = sum(panel.duration for panel in chosen)
        self.seconds.setText(spoken_seconds(total, board.fps) if board and chosen else "")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_icons()

    def _fill(self) -> None:
        actions = self._commands.actions
        self.addWidget(self.board)
        for key in ("new_panel", "duplicate_panels", "split_panel", "delete_panels"):
            self.addAction(actions[key])
        self.addAction(actions["import_pictures"])
        self.addSeparator()
        self.addWidget(self.duration)
        self.addWidget(self.seconds)
        self.addWidget(self.joint)
        self.addWidget(self.move_length)
        self.addSeparator()
        for key in ("snapping", "equal_widths", "zoom_out", "zoom_in", "fit"):
            self.addAction(actions[key])

    def _frames(self, name: str, most: int) -> QSpinBox:
        field = QSpinBox()
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setRange(-1, most)
        field.setSpecialValueText("–")
        field.setSuffix(tr(" f"))
        field.setKeyboardTracking(False)
        return field

    def _show_boards(self) -> None:
        boards = self._editing.boards
        shown = [(board.title, board.path) for board in boards]
        had = [
            (self.board.itemText(at), str(self.board.itemData(at)))
            for at in range(self.board.count())
        ]
        blocker = QSignalBlocker(self.board)
        if shown != had:
            self.board.clear()
            for title, path in shown:
                self.board.addItem(title, path)
        self.board.setCurrentIndex(self.board.findData(self._editing.path))
        self.board.setEnabled(len(boards) > 1)
        blocker.unblock()

    def _colour_icons(self) -> None:
        colour = self.palette().buttonText().color()
        for key, name in _ICONS.items():
            self._commands.actions[key].setIcon(icon(name, colour))

    @Slot(int)
    def _on_board_chosen(self, index: int) -> None:
        self._editing.show(str(self.board.itemData(index)))

    @Slot(int)
    def _on_duration_typed(self, frames: int) -> None:
        if frames >= 1:
            self._editing.set_duration(frames, merge=f"strip duration {self._gesture}")

    @Slot(int)
    def _on_joint_chosen(self, index: int) -> None:
        self._editing.set_joint(JointMode(self.joint.itemData(index)))

    @Slot(int)
    def _on_move_typed(self, frames: int) -> None:
        if frames >= 0:
            self._editing.set_move(frames, merge=f"strip move {self._gesture}")

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture = next(self._gestures)


def _show(field: QSpinBox, values: set[int]) -> None:
    """Show the value that all have, or that they differ."""
    blocker = QSignalBlocker(field)
    field.setEnabled(bool(values))
    field.setValue(values.pop() if len(values) == 1 else -1)
    blocker.unblock()
