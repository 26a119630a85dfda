"""What a drag does, one class for each thing that can be taken. All begin from what was there at
the press, show a draft while they go on, and become one step when they end."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pipelines import panel_edits
from pipelines.timing import MOVING
from pipelines.values import JointMode, Marks
from widgets.strip.targets import Part, Target
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.strip.strip_view import StripView

SNAP_REACH = 8.0
"""View units within which an edge is drawn to what it snaps to."""
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class Gesture:
    """A press, until it is let go. `x` counts from the first panel."""

    scrolls = True
    """The strip rolls on where the pointer is at its edge."""

    def __init__(self, view: StripView, x: float) -> None:
        self.view = view
        self.start = x
        self.has_moved = False

    def move_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        """The pointer is here now."""
        if abs(x - self.start) >= self.view.drag_distance:
            self.has_moved = True
        if self.has_moved:
            self.drag_to(x, keys)

    def drag_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        """The pointer has gone far enough not to be a click."""

    def finish(self) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """It was not meant."""
        self.view.show_draft(None)
        self.view.show_insertion(None)


class Scrub(Gesture):
    """Along the time: look at the frame under the pointer."""

    def move_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        layout = self.view.layout_shown
        frame = min(max(int(layout.frame_at(x)), 0), max(layout.length - 1, 0))
        self.view.ask_frame(frame)


class MarkDrag(Gesture):
    """Pull an in or out mark."""

    def __init__(self, view: StripView, x: float, part: Part) -> None:
        super().__init__(view, x)
        self._part = part

    def drag_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        marks, layout = self.view.marks, self.view.layout_shown
        if marks is None:
            return
        frame = min(max(round(layout.frame_at(x)), 0), layout.length)
        if self._part is Part.MARK_IN:
            self.view.marks_dragged.emit(Marks(min(frame, marks.stop - 1), marks.stop))
        else:
            self.view.marks_dragged.emit(Marks(marks.first, max(frame, marks.first + 1)))


class EdgeDrag(Gesture):
    """Retime a panel by its right border: what follows moves along, or, with Shift, gives way."""

    def __init__(self, view: StripView, x: float, place: int) -> None:
        super().__init__(view, x)
        self._place = place
        self._panels = view.editing.panels
        self._layout = view.layout_shown
        self._rolls = False

    def drag_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        self._rolls = bool(keys & _SHIFT) and self._place < len(self._panels) - 1
        edge = self._layout.starts[self._place + 1]
        by = round((x - self.start) / self._layout.scale.per_frame)
        if self.view.is_snapping:
            reach = ceil(SNAP_REACH / self._layout.scale.per_frame)
            by = panel_edits.snapped(edge + by, self._targets(), reach) - edge
        if self._rolls:
            after = panel_edits.rolled(self._panels, self._place, by)
        else:
            after = panel_edits.lengthened(self._panels, {self._panels[self._place].id}, by)
        self.view.show_draft(after, place=self._place)

    def finish(self) -> None:
        draft = self.view.draft
        self.view.show_draft(None)
        if draft is not None:
            name = tr("Roll the border") if self._rolls else tr("Retime the panel")
            self.view.editing.put(draft, name)

    def _targets(self) -> list[int]:
        """Frames that do not move while this border does."""
        starts = self._layout.starts
        stays = starts if self._rolls else starts[: self._place + 1]
        borders = [frame for at, frame in enumerate(stays) if at != self._place + 1]
        return [*borders, *self.view.fixed_frames()]


class JointDrag(Gesture):
    """The symbol of a joint: a click brings the next kind, a drag sets the length of the move."""

    def __init__(self, view: StripView, x: float, place: int) -> None:
        super().__init__(view, x)
        self._place = place
        self._panels = view.editing.panels
        layout = view.layout_shown
        self._right = layout.lefts[place + 1]
        width = self._right - layout.lefts[place]
        self._per_frame = width / layout.durations[place]

    def drag_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        panel = self._panels[self._place]
        move = max(0, round((self._right - x) / self._per_frame))
        mode = panel.joint if panel.joint in MOVING else JointMode.IN_BETWEEN
        after = panel_edits.with_joints(self._panels, {panel.id}, mode, move)
        self.view.show_draft(after, place=self._place)

    def finish(self) -> None:
        draft = self.view.draft
        self.view.show_draft(None)
        if not self.has_moved:
            self.view.editing.cycle_joint(self._panels[self._place].id)
        elif draft is not None:
            self.view.editing.put(draft, tr("Set the length of the move"))


class PanelDrag(Gesture):
    """Panels: a click chooses, a drag brings the chosen ones elsewhere."""

    def __init__(self, view: StripView, x: float, place: int, keys: Qt.KeyboardModifier) -> None:
        super().__init__(view, x)
        editing = view.editing
        self._panel = editing.panels[place].id
        self._chooses_alone = False
        if keys & _SHIFT:
            editing.extend(self._panel)
        elif keys & _CTRL:
            editing.toggle(self._panel)
        elif self._panel in editing.selected:
            self._chooses_alone = True
        else:
            editing.select([self._panel])
        view.ask_panel(place)

    def drag_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        if self._panel in self.view.editing.selected:
            self.view.show_insertion(self.view.layout_shown.gap_at(x), x)

    def finish(self) -> None:
        gap = self.view.insertion
        self.view.show_insertion(None)
        if self.has_moved and gap is not None:
            self.view.editing.move_to(self.view.editing.selected, gap)
        elif self._chooses_alone and not self.has_moved:
            self.view.editing.select([self._panel])


class Pan(Gesture):
    """The middle button moves the strip itself."""

    scrolls = False

    def move_to(self, x: float, keys: Qt.KeyboardModifier) -> None:
        self.view.scroll_by(self.start - x)  # afterwards the same place is under the pointer


def begun_gesture(
    view: StripView, target: Target, x: float, keys: Qt.KeyboardModifier
) -> Gesture | None:
    """What a press of the left button on something begins."""
    match target.part:
        case Part.TIME:
            return Scrub(view, x)
        case Part.MARK_IN | Part.MARK_OUT:
            return MarkDrag(view, x, target.part)
        case Part.EDGE:
            return EdgeDrag(view, x, target.place)
        case Part.JOINT:
            return JointDrag(view, x, target.place)
        case Part.PANEL:
            return PanelDrag(view, x, target.place, keys)
        case Part.SHOT | Part.EMPTY:
            return None
