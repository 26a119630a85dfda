"""Pointing at what a mask is of: marks as they are drawn, and their answer until it is taken."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from pipelines.masking.objects import MaskKey, MaskObject, key_at
from pipelines.masking.patches import Patch, changed_part
from pipelines.pointing import Click, HandBox
from pipelines.segmentation.prompts import Lasso, Scribble
from widgets.masking.answers import Answered, AskOrder
from widgets.masking.hand import MaskTool, PointWith
from widgets.masking.marks import (
    Mark,
    Painted,
    paint_marks,
    pointing_cursor,
    prompt_of,
    with_mark,
)
from widgets.masking.shade import Shade
from widgets.masking.sight import MaskSight
from widgets.theme import Theme
from widgets.viewer.tools.tool import Shown, Touch, within
from widgets.words import tr

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class MaskPointing(QObject):
    """Points at the object in hand. What is answered is shown, and becomes a key when it is taken:
    by Enter, and before anything else is done with the mask."""

    changed = Signal()
    """Marks or their answer look different now."""

    def __init__(self, sight: MaskSight, parent: QObject) -> None:
        super().__init__(parent)
        self._sight = sight
        self._painted: MaskObject | None = None
        self._is_known = False
        """Whether the object is one of the document already."""
        self._shown = Shown()
        self._marks: list[Mark] = []
        self._drawn: list[QPointF] = []
        """Where the pointer went since it was pressed, in shares of the picture."""
        self._means = True
        self._with = PointWith.BOX
        self._order: AskOrder | None = None
        self._found: Answered | None = None
        self._owed: AskOrder | None = None
        """What was taken before it was answered."""
        self._seen: tuple[Answered | None, Shade | None] = (None, None)
        """The answer that was put into what is seen."""
        sight.answered.connect(self._on_answered)
        sight.failed.connect(self._on_failed)
        sight.easel.changed.connect(self._on_easel_changed)
        sight.warm_up()

    @property
    def is_begun(self) -> bool:
        """Whether there are marks."""
        return bool(self._marks)

    def newly_seen(self) -> list[Patch]:
        """What the answer makes of the mask as it is seen, where that is not known yet."""
        found, shade = self._found, self._sight.shade
        if found is None or shade is None or shade.values.shape != found.values.shape:
            return []
        if shade.look.frame != found.order.frame:
            return []
        if self._seen[0] is found and self._seen[1] is shade:
            return []
        self._seen = found, shade
        part = changed_part(shade.values, found.values)
        return [part] if part is not None else []

    # The hand

    def press(self, painted: MaskObject, shown: Shown, touch: Touch, *, means: bool) -> None:
        """Begin a mark, which `means` the thing or something else."""
        self._begin(painted, shown)
        self._drawn, self._means = [_inside(touch)], means
        is_line = bool(touch.modifiers & _SHIFT) or not means
        self._with = PointWith.SCRIBBLE if is_line else self._sight.hand.points_with

    def move(self, touch: Touch) -> None:
        """The pointer went on while it is pressed."""
        if not self._drawn:
            return
        first = self._drawn[0]
        if len(self._drawn) == 1 and touch.is_near(first.x(), first.y()):
            return
        here = _inside(touch)
        if self._with is PointWith.BOX:
            del self._drawn[1:]
        self._drawn.append(here)
        self.changed.emit()

    def release(self) -> None:
        """The mark is done."""
        mark, self._drawn = self._drawn_mark(), []
        if mark is None:
            self.changed.emit()
            return
        self._marks = with_mark(self._marks, mark)
        self._ask()

    def refine(self, shown: Shown) -> None:
        """Ask which thing is meant by what is painted on this frame."""
        shade, easel = self._sight.shade, self._sight.easel
        if shade is None or not shade.values.any():
            easel.refused.emit(tr("Paint the thing roughly on this frame first."))
            return
        if self.is_begun:
            self.take()
        self._sight.hand.take(MaskTool.POINT)
        self._begin(easel.object_to_paint(), shown)
        self._marks = [Painted()]
        self._ask()

    def cursor(self, touch: Touch, *, means: bool) -> QCursor:
        """A cross that says what a drag draws."""
        is_line = bool(touch.modifiers & _SHIFT)
        kind = PointWith.SCRIBBLE if is_line else self._sight.hand.points_with
        return pointing_cursor(kind, touch.ratio, means=means)

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the marks."""
        known = (*_TAKE, *_BACK, Qt.Key.Key_Escape)
        return self.is_begun and event.key() in known and not event.modifiers() & _SHIFT

    def key(self, event: QKeyEvent) -> None:
        """A key that it wants."""
        if event.key() in _TAKE:
            self.take()
        elif event.key() == Qt.Key.Key_Escape or len(self._marks) == 1:
            self.drop()
        else:
            self._marks.pop()
            self._ask()

    def take(self) -> None:
        """Make the answer the key of its frame, now or as soon as it is there."""
        order, found = self._order, self._found
        self._forget()
        if found is not None and found.order is order:
            self._put(found)
        else:
            self._owed = order
        self.changed.emit()

    def close(self) -> None:
        """Take what is answered; what is not is forgotten. The object goes out of hand."""
        if self.is_begun:
            self.take()
        self._owed = None

    def drop(self) -> None:
        """Forget marks and answer."""
        if self.is_begun:
            self._forget()
            self._sight.look_again()
            self.changed.emit()

    # What is seen

    def paint(self, painter: QPainter, theme: Theme, place: QRectF) -> None:
        """Draw the marks over the picture, which fills `place`."""
        paint_marks(painter, theme, place, (*self._marks, self._drawn_mark()))

    def words(self) -> str:
        """What to do."""
        if self._marks and self._is_awaited:
            return tr(
                "The model is looking at the picture. Enter: take what it finds. Esc: give up"
            )
        if self._marks:
            return tr("Enter: take it. Backspace: one mark back. Esc: give up")
        return {
            PointWith.BOX: tr(
                "Click, or drag a box. Alt or right button: not it. Shift: scribble. Esc: done"
            ),
            PointWith.LASSO: tr(
                "Click, or draw around it. Alt or right button: not it. Shift: scribble. Esc: done"
            ),
            PointWith.SCRIBBLE: tr(
                "Click, or draw along it. Alt or right button: not it. Esc: done"
            ),
        }[self._sight.hand.points_with]

    @property
    def _is_awaited(self) -> bool:
        """Whether a model is asked and has not answered."""
        order, found = self._order, self._found
        is_asked = order is not None and bool(order.model.model)
        return is_asked and (found is None or found.order is not order)

    # Under way

    def _drawn_mark(self) -> Mark | None:
        """What is drawn so far."""
        if not self._drawn:
            return None
        if len(self._drawn) == 1:
            return Click(self._drawn[0].x(), self._drawn[0].y(), self._means)
        points = tuple((one.x(), one.y()) for one in self._drawn)
        if self._with is PointWith.SCRIBBLE:
            return Scribble(points, self._means)
        if self._with is PointWith.LASSO:
            return Lasso(points) if len(points) > 2 else None
        area = QRectF(self._drawn[0], self._drawn[-1]).normalized()
        return HandBox(area.left(), area.top(), area.right(), area.bottom())

    def _begin(self, painted: MaskObject, shown: Shown) -> None:
        if not self._marks:
            self._painted, self._owed = painted, None
            self._is_known = self._sight.easel.object_by_id(painted.id) is not None
        self._shown = shown

    def _ask(self) -> None:
        painted, image = self._painted, self._shown.image
        if painted is None or image is None:
            return
        self._order = self._sight.ask(prompt_of(self._marks), painted, image)
        self.changed.emit()

    def _forget(self) -> None:
        self._marks, self._drawn = [], []
        self._order = self._found = None

    def _put(self, found: Answered) -> None:
        if found.is_changed:
            self._sight.take(found)
        else:
            self._sight.look_again()

    # What happened

    @Slot(object)
    def _on_answered(self, found: Answered) -> None:
        if found.order is self._owed:
            self._owed = None
            self._put(found)
        elif found.order is self._order:
            self._found = found
            self.changed.emit()

    @Slot()
    def _on_failed(self) -> None:
        self._owed = None
        self.drop()

    @Slot()
    def _on_easel_changed(self) -> None:
        """Another object is taken in hand, or the one in hand is another one now."""
        painted, easel = self._painted, self._sight.easel
        if not self.is_begun or painted is None or self._order is None:
            return
        now = easel.object_by_id(painted.id)
        frame = self._order.frame
        if _key_of(now, frame) != key_at(painted, frame) or (self._is_known and now is None):
            self.drop()
        elif easel.object is not None and easel.object.id != painted.id:
            self.take()


def _key_of(painted: MaskObject | None, frame: int) -> MaskKey | None:
    return key_at(painted, frame) if painted is not None else None


def _inside(touch: Touch) -> QPointF:
    return QPointF(within(touch.at.x()), within(touch.at.y()))
