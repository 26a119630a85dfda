"""What can be done while masks are painted, with its keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from pipelines.masking.frames import holds
from pipelines.masking.live import MaskMode
from pipelines.masking.objects import Between, MaskKey, key_at, key_before, next_key, widest_gap
from widgets.masking.hand import MaskHand, MaskTool, MaskView, PointWith
from widgets.masking.sight import MaskSight
from widgets.masking.studio import MaskChange
from widgets.words import noted, said, tr

_TOOLS = (
    (MaskTool.BRUSH, noted("Mask Brush"), ("B",)),
    (MaskTool.ERASER, noted("Mask Eraser"), ("E",)),
    (MaskTool.LASSO, noted("Mask Lasso"), ("L",)),
    (MaskTool.POLYGON, noted("Mask Polygon"), ("P",)),
    (MaskTool.RECTANGLE, noted("Mask Rectangle"), ("T",)),
    (MaskTool.ELLIPSE, noted("Mask Ellipse"), ("Shift+T",)),
    (MaskTool.FILL, noted("Fill Mask"), ("U",)),
    (MaskTool.MOVE, noted("Move Mask"), ("V",)),
    (MaskTool.POINT, noted("Point at the Thing"), ("W",)),
)
_POINTINGS = (
    (PointWith.BOX, noted("Point with a Box"), ("Shift+B",)),
    (PointWith.LASSO, noted("Point with a Lasso"), ("Shift+L",)),
    (PointWith.SCRIBBLE, noted("Point with a Scribble"), ("Shift+P",)),
)
_MODES = (
    (MaskMode.ADD, noted("Add to Mask"), ("Shift+A",)),
    (MaskMode.SUBTRACT, noted("Take from Mask"), ("Shift+S",)),
    (MaskMode.INTERSECT, noted("Intersect with Mask"), ("Shift+I",)),
)
_VIEWS = (
    (MaskView.OVERLAY, noted("Mask as Overlay"), ("Ctrl+Alt+1",)),
    (MaskView.OUTLINE, noted("Mask as Outline"), ("Ctrl+Alt+2",)),
    (MaskView.MATTE, noted("Mask as Matte"), ("Ctrl+Alt+3",)),
    (MaskView.CUT_OUT, noted("Mask as Cut-Out"), ("Ctrl+Alt+4",)),
)
_CHANGES = (
    (MaskChange.GROW, noted("Grow Mask"), ("Alt+]",)),
    (MaskChange.SHRINK, noted("Shrink Mask"), ("Alt+[",)),
    (MaskChange.FEATHER, noted("Feather Mask"), ("Shift+F",)),
    (MaskChange.INVERT, noted("Invert Mask"), ("Ctrl+I",)),
    (MaskChange.FILL_HOLES, noted("Fill Holes of Mask"), ("H",)),
    (MaskChange.CLEAR, noted("Clear Mask"), ("Del",)),
    (MaskChange.KEEP, noted("Take What Is Seen as a Key"), ("Shift+D",)),
)


class _Wish(NamedTuple):
    name: str
    words: str
    keys: tuple[str, ...]
    does: Callable[[], None]


class MaskCommands(QObject):
    """Actions by stable names. They are enabled while a painter is in hand."""

    frame_wanted = Signal(int)
    """The person wants to look at this frame."""
    change_wanted = Signal(object)
    """A MaskChange of the mask on this frame."""
    refining_wanted = Signal()
    """The thing is wanted that is painted roughly on this frame."""

    def __init__(self, sight: MaskSight, owner: QWidget) -> None:
        super().__init__(owner)
        self._sight = sight
        self._easel = sight.easel
        self._hand: MaskHand = sight.hand
        self._owner = owner
        self.length = 0
        """Frames of the clip that is painted over."""
        self.sureness: Mapping[str, Sequence[float]] = {}
        """How sure the followed masks are, frame by frame, by the objects' ids."""
        self.actions: dict[str, QAction] = {}
        self._add_choices("tool", _TOOLS, self._on_tool_chosen)
        self._add_choices("point", _POINTINGS, self._on_pointing_chosen)
        self._add_choices("mode", _MODES, self._on_mode_chosen)
        self._add_choices("view", _VIEWS, self._on_view_chosen)
        for change, words, keys in _CHANGES:
            self._add(_Wish(change.value.replace(" ", "_"), words, keys, self._on_change)).setData(
                change
            )
        easel = self._easel
        for wish in (
            _Wish("smaller", noted("Smaller Mask Brush"), ("[",), self._on_smaller),
            _Wish("larger", noted("Larger Mask Brush"), ("]",), self._on_larger),
            _Wish("softer", noted("Softer Mask Brush"), ("{",), self._on_softer),
            _Wish("harder", noted("Harder Mask Brush"), ("}",), self._on_harder),
            _Wish("fill_by_picture", noted("Fill by the Picture"), ("Shift+U",), self._on_fill_by),
            _Wish("refine", noted("Refine to the Thing"), ("Shift+R",), self._on_refine),
            _Wish("previous_key", noted("Previous Key of Mask"), (",",), self._on_previous_key),
            _Wish("next_key", noted("Next Key of Mask"), (".",), self._on_next_key),
            _Wish("widest_gap", noted("Middle of the Widest Gap"), ("N",), self._on_widest_gap),
            _Wish("least_sure", noted("Least Sure Frame"), ("Shift+W",), self._on_least_sure),
            _Wish("copy_key", noted("Copy the Last Key Here"), ("D",), self._on_copy_key),
            _Wish("hold_gap", noted("Hold Until the Next Key"), ("Shift+H",), self._on_hold_gap),
            _Wish("delete_key", noted("Delete the Key Here"), ("Shift+Del",), self._on_delete_key),
            _Wish("add_object", noted("Add Masked Object"), ("Shift+N",), easel.add_object),
            _Wish("copy_object", noted("Duplicate Masked Object"), (), easel.duplicate_object),
            _Wish("delete_object", noted("Delete Masked Object"), (), easel.remove_object),
            _Wish("next_object", noted("Next Masked Object"), ("Q",), self._on_next_object),
        ):
            self._add(wish)
        for name in ("hold_gap", "fill_by_picture"):
            self.actions[name].setCheckable(True)
        self._hand.changed.connect(self.update_content)
        self._hand.view_changed.connect(self.update_content)
        sight.changed.connect(self.update_content)
        self.enable(enabled=False)
        self.update_content()

    def enable(self, *, enabled: bool) -> None:
        """There is a painter in hand, or none."""
        for action in self.actions.values():
            action.setEnabled(enabled)
        self._is_enabled = enabled
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Say what is chosen, and what can be done."""
        self.actions[f"tool_{self._hand.tool.value}"].setChecked(True)
        self.actions[f"point_{self._hand.points_with.value}"].setChecked(True)
        self.actions[f"mode_{self._hand.mode.value}"].setChecked(True)
        self.actions[f"view_{self._hand.view.value}"].setChecked(True)
        self.actions["hold_gap"].setChecked(self._holds_here)
        self.actions["fill_by_picture"].setChecked(self._hand.fills_by_picture)
        painted = self._easel.object
        has_keys = painted is not None and bool(painted.keys)
        is_key = painted is not None and key_at(painted, self._sight.frame) is not None
        for name, can in (
            ("previous_key", has_keys),
            ("next_key", has_keys),
            ("copy_key", has_keys),
            ("hold_gap", self._gap_key is not None),
            ("delete_key", is_key),
            ("copy_object", painted is not None),
            ("delete_object", painted is not None),
            ("next_object", len(self._easel.objects) > 1),
        ):
            self.actions[name].setEnabled(self._is_enabled and can)

    @property
    def key_frames(self) -> list[int]:
        """The frames of the keys of the object in hand."""
        painted = self._easel.object
        return [key.frame for key in painted.keys] if painted is not None else []

    @property
    def _gap_key(self) -> MaskKey | None:
        """The key at which the gap begins that this frame lies in."""
        painted, frame = self._easel.object, self._sight.frame
        start = key_before(self.key_frames, frame + 1)
        if painted is None or start is None or next_key(self.key_frames, frame) is None:
            return None
        return key_at(painted, start)

    @property
    def _holds_here(self) -> bool:
        painted, key = self._easel.object, self._gap_key
        if painted is None or key is None:
            return False
        return holds(painted, key)

    # Making them

    def _add(self, wish: _Wish) -> QAction:
        action = QAction(said(wish.words), self._owner)
        action.setShortcuts([QKeySequence(key) for key in wish.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(wish.does)
        self._owner.addAction(action)
        self.actions[wish.name] = action
        return action

    def _add_choices(
        self,
        stem: str,
        choices: tuple[
            tuple[MaskTool | PointWith | MaskMode | MaskView, str, tuple[str, ...]], ...
        ],
        does: Callable[[], None],
    ) -> None:
        group = QActionGroup(self)
        for choice, words, keys in choices:
            action = self._add(_Wish(f"{stem}_{choice.value}", words, keys, does))
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)

    # What happened

    def _data(self) -> object:
        action = self.sender()
        assert isinstance(action, QAction)
        return action.data()

    @Slot()
    def _on_tool_chosen(self) -> None:
        self._hand.take(MaskTool(str(self._data())))

    @Slot()
    def _on_pointing_chosen(self) -> None:
        self._hand.point_with(PointWith(str(self._data())))

    @Slot()
    def _on_refine(self) -> None:
        self.refining_wanted.emit()

    @Slot()
    def _on_mode_chosen(self) -> None:
        self._hand.set_mode(MaskMode(str(self._data())))

    @Slot()
    def _on_view_chosen(self) -> None:
        self._hand.set_view(MaskView(str(self._data())))

    @Slot()
    def _on_change(self) -> None:
        self.change_wanted.emit(MaskChange(str(self._data())))

    @Slot()
    def _on_smaller(self) -> None:
        self._hand.grow(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._hand.grow(1)

    @Slot()
    def _on_softer(self) -> None:
        self._hand.harden(-1)

    @Slot()
    def _on_harder(self) -> None:
        self._hand.harden(1)

    @Slot()
    def _on_fill_by(self) -> None:
        """Fill by the colours of the picture, or by the mask again."""
        self._hand.set_filling(by_picture=not self._hand.fills_by_picture)
        self._hand.take(MaskTool.FILL)

    def _go(self, frame: int | None) -> None:
        if frame is not None:
            self.frame_wanted.emit(min(frame, max(self.length - 1, 0)))

    @Slot()
    def _on_previous_key(self) -> None:
        self._go(key_before(self.key_frames, self._sight.frame))

    @Slot()
    def _on_next_key(self) -> None:
        self._go(next_key(self.key_frames, self._sight.frame))

    @Slot()
    def _on_widest_gap(self) -> None:
        frame = widest_gap(self.key_frames, self.length)
        if frame is None:
            self._easel.refused.emit(tr("Every frame has a key."))
        self._go(frame)

    @Slot()
    def _on_least_sure(self) -> None:
        """Go where the followed mask is trusted least, of the frames that have no key by now."""
        painted = self._easel.object
        sure = self.sureness.get(painted.id, ()) if painted is not None else ()
        open_frames = set(range(len(sure))) - set(self.key_frames)
        if not open_frames:
            words = tr("It is not known where the mask is least sure. Run Propagate Mask first.")
            self._easel.refused.emit(words)
            return
        self._go(min(open_frames, key=lambda frame: (sure[frame], frame)))

    @Slot()
    def _on_copy_key(self) -> None:
        """Put the key before this frame here, or the one behind it where there is none before."""
        painted, frame = self._easel.object, self._sight.frame
        before = key_before(self.key_frames, frame)
        found = before if before is not None else next_key(self.key_frames, frame)
        key = key_at(painted, found) if painted is not None and found is not None else None
        if key is not None:
            copied = replace(key, frame=frame, picture=self._sight.picture)
            self._easel.put_keys((copied,), tr("Copy key"))

    @Slot()
    def _on_delete_key(self) -> None:
        self._easel.put_keys((), tr("Delete key"), removed=(self._sight.frame,))

    @Slot()
    def _on_hold_gap(self) -> None:
        """Let the key before this frame hold, or the outline move, in this gap alone."""
        key, painted = self._gap_key, self._easel.object
        if key is not None and painted is not None:
            wanted = Between.SHAPE if self._holds_here else Between.HOLD
            after = None if wanted is painted.between else wanted
            name = tr("Hold in this gap") if wanted is Between.HOLD else tr("Move in this gap")
            self._easel.put_keys((replace(key, after=after),), name)

    @Slot()
    def _on_next_object(self) -> None:
        ids = [one.id for one in self._easel.objects]
        painted = self._easel.object
        if painted is not None:
            self._easel.choose(ids[(ids.index(painted.id) + 1) % len(ids)])

    @Slot(int, int)
    def move_key(self, start: int, end: int) -> None:
        """Take a key of the object in hand to another frame; one that is there gives way."""
        painted = self._easel.object
        key = key_at(painted, start) if painted is not None else None
        if key is not None and start != end:
            moved: MaskKey = replace(key, frame=end)
            self._easel.put_keys((moved,), tr("Move key"), removed=(start,))
