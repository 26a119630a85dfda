"""Everything that can be told to the strip by key, menu or palette."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog

from nodes.relinking import relative
from pipelines.values import JointMode
from widgets.strip.dropping import picture_filter
from widgets.strip.editing import BoardEditing
from widgets.strip.label_commands import LabelCommands
from widgets.strip.strip_view import StripView
from widgets.words import tr

_ZOOM = 1.25
_Keys = QKeySequence.StandardKey
_Shortcut = QKeySequence.StandardKey | str
ON_PAPER = (
    "add_breakdown",
    "split_panel",
    "move_panels_left",
    "move_panels_right",
    "longer",
    "shorter",
    "cycle_joint",
    "joint_cut",
    "joint_hold",
    "joint_fade",
    "joint_in_between",
    "set_duration",
)
"""What is done to panels with the same keys while one draws; labels besides."""
_NEEDS_PANELS = frozenset(
    (
        "lasso_part",
        "next_held_move",
        "add_breakdown",
        "duplicate_panels",
        "split_panel",
        "delete_panels",
        "move_panels_left",
        "move_panels_right",
        "copy_panels",
        "cut_panels",
        "select_all_panels",
        "set_duration",
        "longer",
        "shorter",
        "cycle_joint",
        "joint_cut",
        "joint_hold",
        "joint_fade",
        "joint_in_between",
        "rename_shot",
    )
)


class StripCommands(QObject):
    """The actions, by a stable name. They work while the strip has the focus."""

    duration_asked = Signal()
    """Let the person type a duration."""
    naming_asked = Signal()
    """Let the person name the shot at the cursor."""
    play_asked = Signal()
    breakdown_asked = Signal(int)
    """The in-between at this frame is to become a panel."""
    lasso_asked = Signal(str)
    """A part of this panel's drawing is to become a layer."""
    pictures_brought = Signal(object)
    """Paths of pictures that the person chose or dropped."""

    def __init__(self, view: StripView, editing: BoardEditing) -> None:
        super().__init__(view)
        self.folder: Path | None = None
        self._view = view
        self._editing = editing
        self.actions: dict[str, QAction] = {}
        self._add_panel_commands()
        self._add_joint_commands()
        self._add_choosing_commands()
        self._add_view_commands()
        self.labels = LabelCommands(view, editing)
        self.actions |= self.labels.actions
        editing.changed.connect(self.update_content)
        editing.selection_changed.connect(self.update_content)
        view.pictures_dropped.connect(self.bring_pictures)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Offer what can be done."""
        has_board = self._editing.board is not None
        has_panels = bool(self._editing.panels)
        for key, action in self.actions.items():
            needs_panels = key in _NEEDS_PANELS or key in self.labels.actions
            action.setEnabled(has_panels if needs_panels else has_board)

    @property
    def on_paper(self) -> list[QAction]:
        """What is offered on the paper too."""
        return [*(self.actions[key] for key in ON_PAPER), *self.labels.actions.values()]

    def _add(self, key: str, text: str, slot: Callable[[], object], *keys: _Shortcut) -> QAction:
        action = QAction(text, self._view)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self._view.addAction(action)
        self.actions[key] = action
        return action

    def _add_panel_commands(self) -> None:
        self._add("new_panel", tr("New Panel"), self.add_panel, "N")
        self._add("duplicate_panels", tr("Duplicate Panels"), self.duplicate, "D")
        self._add("split_panel", tr("Split at the Playhead"), self.split, "S")
        self._add("add_breakdown", tr("Add a Breakdown"), self.add_breakdown, "K")
        self.actions["add_breakdown"].setToolTip(
            tr("Make the in-between under the playhead a panel to draw on")
        )
        self._add("lasso_part", tr("Lasso a Part"), self.lasso_part, "L")
        self.actions["lasso_part"].setToolTip(
            tr("Draw around a part of the panel, so that it becomes a layer that moves by itself")
        )
        self._add("next_held_move", tr("Next Move That Holds"), self.go_to_held, "A")
        self._add("delete_panels", tr("Delete Panels"), self.delete, _Keys.Delete, "Backspace")
        self._add("move_panels_left", tr("Move Panels Left"), self.move_left, "Alt+Left")
        self._add("move_panels_right", tr("Move Panels Right"), self.move_right, "Alt+Right")
        self._add("cut_panels", tr("Cut Panels"), self.cut, _Keys.Cut)
        self._add("copy_panels", tr("Copy Panels"), self.copy, _Keys.Copy)
        self._add("paste_panels", tr("Paste Panels"), self.paste, _Keys.Paste)
        self._add("import_pictures", tr("Import Pictures …"), self.import_pictures, "Ctrl+I")
        self._add("set_duration", tr("Set the Duration …"), self.duration_asked.emit, "T")
        self._add("longer", tr("One Frame Longer"), self.lengthen, "+", "=")
        self._add("shorter", tr("One Frame Shorter"), self.shorten, "-")

    def _add_joint_commands(self) -> None:
        self._add("cycle_joint", tr("Next Kind of Joint"), self.cycle_joint, "J")
        self._add("joint_cut", tr("Joint: Cut"), self.join_by_cut, "Shift+C")
        self._add("joint_hold", tr("Joint: Hold"), self.join_by_hold, "Shift+H")
        self._add("joint_fade", tr("Joint: Fade"), self.join_by_fade, "Shift+F")
        self._add("joint_in_between", tr("Joint: In-Between"), self.join_by_moving, "Shift+B")
        self._add("rename_shot", tr("Name the Shot"), self.naming_asked.emit, "F2")

    def _add_choosing_commands(self) -> None:
        self._add("previous_panel", tr("Previous Panel"), self.go_back, "Left")
        self._add("next_panel", tr("Next Panel"), self.go_on, "Right")
        self._add("first_panel", tr("First Panel"), self.go_first, "Home")
        self._add("last_panel", tr("Last Panel"), self.go_last, "End")
        self._add("choose_back", tr("Choose the Previous One Too"), self.extend_back, "Shift+Left")
        self._add("choose_on", tr("Choose the Next One Too"), self.extend_on, "Shift+Right")
        self._add("select_all_panels", tr("Choose All Panels"), self.select_all, _Keys.SelectAll)
        self._add("play", tr("Play"), self.play_asked.emit, "Space")

    def _add_view_commands(self) -> None:
        self._add("zoom_in", tr("Zoom In"), self.zoom_in, "Ctrl++", "Ctrl+=")
        self._add("zoom_out", tr("Zoom Out"), self.zoom_out, "Ctrl+-")
        self._add("fit", tr("Show All Panels"), self._view.fit, "Ctrl+0")
        equal = self._add("equal_widths", tr("Equal Widths"), self.turn_equal, "E")
        equal.setCheckable(True)
        snapping = self._add("snapping", tr("Snap Edges"), self.turn_snapping, "G")
        snapping.setCheckable(True)
        snapping.setToolTip(tr("Edges snap to the playhead, marks, seconds and other edges"))

    # Panels

    @Slot()
    def add_panel(self) -> None:
        """An empty panel behind the cursor."""
        self._editing.add_panel()

    @Slot()
    def duplicate(self) -> None:
        """Another pose of the chosen panels."""
        self._editing.duplicate()

    @Slot()
    def split(self) -> None:
        """Cut the panel under the playhead in two."""
        self._editing.split_at(self._view.frame)

    @Slot()
    def add_breakdown(self) -> None:
        """Draw on the in-between under the playhead."""
        self.breakdown_asked.emit(self._view.frame)

    @Slot()
    def lasso_part(self) -> None:
        """Make a part of the drawing at the cursor a layer."""
        self.lasso_asked.emit(self._editing.cursor)

    @Slot()
    def go_to_held(self) -> None:
        """To the next panel whose move is not sure enough, from the first again after the last."""
        ids = [panel.id for panel in self._editing.panels]
        at = ids.index(self._editing.cursor) + 1 if self._editing.cursor in ids else 0
        held = [one for one in (*ids[at:], *ids[:at]) if one in self._view.doubtful]
        if held:
            self._editing.select([held[0]])
            self._editing.look_at(held[0])
        else:
            self._editing.refused.emit(tr("No move is known to hold."))

    @Slot()
    def delete(self) -> None:
        """Take the chosen panels away."""
        self._editing.delete()

    @Slot()
    def move_left(self) -> None:
        """Bring the chosen panels one place towards the start."""
        self._editing.shift(-1)

    @Slot()
    def move_right(self) -> None:
        """Bring the chosen panels one place towards the end."""
        self._editing.shift(1)

    @Slot()
    def copy(self) -> None:
        """The chosen panels to the clipboard."""
        if self._editing.selected:
            QGuiApplication.clipboard().setText(self._editing.copied())

    @Slot()
    def cut(self) -> None:
        """The chosen panels to the clipboard, and away."""
        self.copy()
        self._editing.delete()

    @Slot()
    def paste(self) -> None:
        """Panels from the clipboard behind the cursor."""
        self._editing.paste(QGuiApplication.clipboard().text())

    @Slot()
    def import_pictures(self) -> None:
        """Choose picture files; each becomes a panel."""
        start = str(self.folder or Path.home())
        found, _ = QFileDialog.getOpenFileNames(
            self._view, tr("Import pictures as panels"), start, picture_filter()
        )
        self.bring_pictures([Path(name) for name in found], -1)

    @Slot(object, int)
    def bring_pictures(self, paths: list[Path], gap: int) -> None:
        """A panel for each picture, in a gap, or (-1) behind the cursor."""
        if paths:
            self.pictures_brought.emit(paths)
            folder = self.folder
            names = [str(path) if folder is None else relative(path, folder) for path in paths]
            self._editing.add_pictures(names, gap if gap >= 0 else None)

    @Slot()
    def lengthen(self) -> None:
        """Every chosen panel a frame longer."""
        self._editing.lengthen(1)

    @Slot()
    def shorten(self) -> None:
        """Every chosen panel a frame shorter."""
        self._editing.lengthen(-1)

    # Joints

    @Slot()
    def cycle_joint(self) -> None:
        """The next kind of joint behind the cursor."""
        self._editing.cycle_joint(self._editing.cursor)

    @Slot()
    def join_by_cut(self) -> None:
        """The next panel is there at once, and a shot ends."""
        self._editing.set_joint(JointMode.CUT)

    @Slot()
    def join_by_hold(self) -> None:
        """The next panel is there at once, within the shot."""
        self._editing.set_joint(JointMode.HOLD)

    @Slot()
    def join_by_fade(self) -> None:
        """One panel fades into the next."""
        self._editing.set_joint(JointMode.FADE)

    @Slot()
    def join_by_moving(self) -> None:
        """The frames between are drawn."""
        self._editing.set_joint(JointMode.IN_BETWEEN)

    # Choosing

    @Slot()
    def go_back(self) -> None:
        """To the panel before."""
        self._editing.step(-1)

    @Slot()
    def go_on(self) -> None:
        """To the next panel."""
        self._editing.step(1)

    @Slot()
    def go_first(self) -> None:
        """To the first panel."""
        self._editing.step(-len(self._editing.panels))

    @Slot()
    def go_last(self) -> None:
        """To the last panel."""
        self._editing.step(len(self._editing.panels))

    @Slot()
    def extend_back(self) -> None:
        """Choose one more, towards the start."""
        self._editing.step(-1, extends=True)

    @Slot()
    def extend_on(self) -> None:
        """Choose one more, towards the end."""
        self._editing.step(1, extends=True)

    @Slot()
    def select_all(self) -> None:
        """Choose all panels."""
        self._editing.select(panel.id for panel in self._editing.panels)

    # The view

    @Slot()
    def zoom_in(self) -> None:
        """Wider panels."""
        self._view.set_zoom(self._view.zoom * _ZOOM)

    @Slot()
    def zoom_out(self) -> None:
        """Narrower panels."""
        self._view.set_zoom(self._view.zoom / _ZOOM)

    @Slot()
    def turn_equal(self) -> None:
        """All panels equally wide, or each as it is long."""
        self._view.set_equal_widths(are_equal=self.actions["equal_widths"].isChecked())

    @Slot()
    def turn_snapping(self) -> None:
        """Edges snap, or not."""
        self._view.is_snapping = self.actions["snapping"].isChecked()
