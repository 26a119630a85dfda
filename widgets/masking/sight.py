"""What is seen of the masks: those of the frame that is shown, read in a thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QImage

from pipelines.errors import StoryloomError
from pipelines.hex_colours import rgb
from pipelines.masking.frames import place_of
from pipelines.masking.live import MaskGround
from pipelines.masking.objects import MaskObject, key_at
from pipelines.masking.patches import Patch, assembled, common, extent
from pipelines.painting.tiles import Place, TileStore
from pipelines.panels import Tile
from pipelines.segmentation.prompts import Prompt
from pipelines.values import Pixels8
from widgets.masking.answers import Answered, AskOrder, ModelAnswers
from widgets.masking.easel import MaskEasel
from widgets.masking.hand import MaskHand
from widgets.masking.shade import Shade, ShadeStyle
from widgets.masking.studio import (
    Changed,
    ChangeOrder,
    Looked,
    LookOrder,
    MaskChange,
    MaskStudio,
    PourOrder,
)
from widgets.words import told, tr

_LINE = 2.0
"""Width of an outline in view units."""


@dataclass(frozen=True, slots=True)
class Followed:
    """The masks of a frame that a run made between the keys, by the objects' ids; whether keys
    have changed since."""

    masks: Mapping[str, Pixels8] = field(default_factory=dict[str, Pixels8])
    is_stale: bool = False


class MaskSight(QObject):
    """Keeps the shade to the frame and the objects. Used by the GUI thread only."""

    changed = Signal()
    """Something else is seen."""
    moved = Signal()
    """Another frame is shown, whose masks are not looked for yet."""
    poured = Signal(object)
    """A Poured: what a fill covers."""
    answered = Signal(object)
    """An Answered: what marks on the picture mean."""
    failed = Signal()
    """Something could not be read or kept, and that was told."""

    def __init__(
        self,
        easel: MaskEasel,
        hand: MaskHand,
        tiles: TileStore,
        parent: QObject,
        models: ModelAnswers | None = None,
    ) -> None:
        super().__init__(parent)
        self.easel = easel
        self.hand = hand
        self.tiles = tiles
        self.frame = 0
        self.picture = ""
        """Names the picture that is shown."""
        self.shade: Shade | None = None
        self.followed = Followed()
        self.is_awaiting = False
        """Nothing is shown before it is known what was followed."""
        self.is_held = False
        """Paint is on its way: what is seen stays until it is done."""
        self._shown = (0, 0)
        self._line = 2
        self._serial = 0
        self._is_changing = False
        self._studio = MaskStudio(tiles, self)
        self._studio.looked.connect(self._on_looked)
        self._studio.changed.connect(self._on_changed)
        self._studio.poured.connect(self.poured)
        self._studio.answered.connect(self.answered)
        self._studio.failed.connect(self._on_failed)
        self._models = models
        self._asking = MaskStudio(tiles, self, models=models)
        """Waits for models, so that nothing else waits for them."""
        self._asking.answered.connect(self._on_model_answered)
        self._asking.failed.connect(self._on_failed)
        self._told_instead: set[str] = set()
        easel.changed.connect(self.look_again)
        hand.view_changed.connect(self.look_again)
        self._studio.start()

    def close(self) -> None:
        """End."""
        self.easel.changed.disconnect(self.look_again)
        self.hand.view_changed.disconnect(self.look_again)
        self._studio.close()
        self._asking.answered.disconnect()
        self._asking.failed.disconnect()
        if self._models is not None:
            self._models.close()  # what is under way ends with it
        self._asking.close()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the canvas: the first picture's that was painted on."""
        kept = self.easel.size
        return kept if all(kept) else self._shown

    @property
    def has_picture(self) -> bool:
        """Whether there is something to paint on."""
        return min(self._shown) > 0

    @property
    def is_ready(self) -> bool:
        """Whether what is seen is how the masks of this frame are now, but for paint of today."""
        shade, painted = self.shade, self.easel.object
        if shade is None or (shade.look.frame, shade.look.size) != (self.frame, self.size):
            return False
        if painted is None or key_at(painted, self.frame) is not None:
            return True
        return any(one is painted for one in shade.look.objects)

    @property
    def is_of_another_picture(self) -> bool:
        """Whether the key of this frame was painted on another picture than the one shown."""
        painted = self.easel.object
        key = key_at(painted, self.frame) if painted is not None else None
        if key is None or not key.picture or not self.picture:
            return False
        return key.picture != self.picture

    def show(self, frame: int, size: tuple[int, int], picture: str) -> None:
        """Another picture is shown."""
        is_other = (frame, size) != (self.frame, self._shown)
        self.frame, self._shown, self.picture = frame, size, picture
        if is_other:
            self.followed, self.is_awaiting = Followed(), False
            self.easel.followed_here = frozenset()
            self.moved.emit()
            self.look_again()
        self.changed.emit()

    def follow_zoom(self, zoom: float) -> None:
        """The picture is shown at another size: outlines stay as wide."""
        line = max(round(_LINE / max(zoom, 0.01)), 1)
        if line != self._line:
            self._line = line
            self.look_again()

    def await_followed(self) -> None:
        """Show nothing of this frame before it is known what was followed there."""
        self.is_awaiting = True

    def show_followed(self, followed: Followed) -> None:
        """Show what was followed on this frame, where there are no keys."""
        self.followed, self.is_awaiting = followed, False
        self.easel.followed_here = frozenset(followed.masks)
        self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Have the masks of this frame read."""
        if not self.has_picture or self.is_awaiting:
            return
        painted = self.easel.object
        self._serial += 1
        fresh = rgb(self.easel.object_to_paint().colour)
        style = ShadeStyle(self.hand.view, self.hand.opacity, self._line, fresh=fresh)
        active = painted.id if painted is not None else ""
        self._studio.look(
            LookOrder(
                self._serial,
                self.easel.objects,
                active,
                self.frame,
                self.size,
                style,
                self.followed.masks,
            )
        )

    def ground(self, painted: MaskObject) -> MaskGround:
        """The mask of an object as it is before paint goes onto it."""
        tiles = self._base(painted)
        if tiles is not None:
            return MaskGround({(tile.x, tile.y): tile for tile in tiles}, self.tiles)
        return MaskGround({}, self.tiles, self._between(painted))

    def whole(self, painted: MaskObject) -> Patch:
        """All of the mask of an object, also what lies beside the picture, twice as far as it."""
        tiles = self._base(painted)
        if tiles is None:
            return self._between(painted)
        width, height = self.size
        reach = (-2 * width, -2 * height, 3 * width, 3 * height)
        return assembled(tiles, common(extent(tiles) or (0, 0, 0, 0), reach), self.tiles)

    def _base(self, painted: MaskObject) -> tuple[Tile, ...] | None:
        """The tiles that this frame shows; None where it lies between two shapes."""
        if self.shade is not None and painted.id in self.shade.look.whole:
            return None
        place = place_of(painted, self.frame)
        if place is None:
            return ()
        return None if place.t else painted.keys[place.key].tiles

    def _between(self, painted: MaskObject) -> Patch:
        """The shape between two keys, as it was read."""
        assert self.shade is not None
        look = self.shade.look
        return look.whole.get(painted.id) or Patch(0, 0, look.masks[painted.id])

    def kept(self, painted: MaskObject) -> dict[Place, Tile]:
        """The tiles of the key of this frame, none where there is no key."""
        key = key_at(painted, self.frame)
        return {(tile.x, tile.y): tile for tile in key.tiles} if key is not None else {}

    def pour(self, by: QImage | None, at: QPointF, tolerance: int) -> PourOrder:
        """Find what a fill covers, by the colours of a picture or by the mask as it is seen."""
        assert self.shade is not None
        found = self.shade.values.copy() if by is None else by
        order = PourOrder(found, (at.x(), at.y()), self.size, tolerance)
        self._studio.work(order)
        return order

    def ask(self, prompt: Prompt, painted: MaskObject, image: QImage) -> AskOrder:
        """Have marks on a picture answered; what was asked for before is forgotten."""
        order = AskOrder(
            prompt,
            image,
            self.easel.objects,
            painted,
            self.frame,
            self.size,
            self.picture,
            self.followed.masks,
            self.easel.answering,
        )
        if self._models is None or not order.model.model:
            self._studio.ask(order)
        else:
            if not self._asking.isRunning():
                self._asking.start()
            self._asking.ask(order)
        return order

    def warm_up(self) -> None:
        """Be ready to answer."""
        self._studio.warm_up()

    def take(self, found: Answered) -> None:
        """Make an answer the key of its frame."""
        self._put(found.order, found.tiles, tr("Mask by pointing"))

    def change(self, painted: MaskObject, change: MaskChange) -> None:
        """Grow, feather, invert ... the mask of this frame."""
        if self._is_changing:
            return
        self._is_changing = True
        self._studio.work(
            ChangeOrder(
                self.easel.objects,
                painted,
                self.frame,
                self.size,
                change,
                self.hand.amount,
                self.picture,
                self.followed.masks,
            )
        )

    @Slot(object)
    def _on_looked(self, looked: Looked) -> None:
        if looked.order.serial == self._serial and not self.is_held:
            self.shade = looked.shade
            self.changed.emit()

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        self._is_changing = False
        self._put(changed.order, changed.tiles, change_words(changed.order.change))

    def _put(self, order: ChangeOrder | AskOrder, tiles: tuple[Tile, ...], name: str) -> None:
        now, before = self.easel.object_by_id(order.painted.id), key_at(order.painted, order.frame)
        if now is not None and key_at(now, order.frame) != before:
            self.easel.refused.emit(tr("The mask was painted on meanwhile, and is left as it is."))
            return
        self.easel.put_mask(
            order.painted, order.frame, tiles, order.size, name, picture=order.picture
        )

    @Slot(object)
    def _on_model_answered(self, found: Answered) -> None:
        if found.instead is not None and found.order.model.model not in self._told_instead:
            self._told_instead.add(found.order.model.model)
            words = tr("{why} What is built in answers.", why=told(found.instead))
            self.easel.refused.emit(words)
        self.answered.emit(found)

    @Slot(object)
    def _on_failed(self, error: StoryloomError) -> None:
        self._is_changing = False
        self.easel.refused.emit(told(error))
        self.failed.emit()


def change_words(change: MaskChange) -> str:
    """What a change of a whole mask is called."""
    return {
        MaskChange.GROW: tr("Grow Mask"),
        MaskChange.SHRINK: tr("Shrink Mask"),
        MaskChange.FEATHER: tr("Feather Mask"),
        MaskChange.INVERT: tr("Invert Mask"),
        MaskChange.FILL_HOLES: tr("Fill Holes of Mask"),
        MaskChange.CLEAR: tr("Clear Mask"),
        MaskChange.KEEP: tr("Take as a Key"),
    }[change]
