"""The onion skin: which neighbouring panels show through the paper, and their tinted pictures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QImage, QPainter

from pipelines.painting.composite import RGB
from pipelines.panels import Layer, LayerRole, Panel
from widgets.paper.layer_painting import is_seen
from widgets.paper.tile_pictures import TilePictures, empty_picture

MOST_NEIGHBOURS = 6
_MOST_BYTES = 160 << 20
_TINTED = 0.8
"""How much of a drawing's own colours gives way to the tint."""


@dataclass(frozen=True, slots=True)
class OnionSkin:
    """How many neighbours show through, and how. The nearest has `opacity`; each farther one loses
    the share `falloff`. Where it `wraps`, the last panel stands before the first (a cycle)."""

    is_shown: bool = False
    before: int = 1
    after: int = 1
    opacity: float = 0.4
    falloff: float = 0.4
    before_tint: RGB = (214, 69, 65)
    after_tint: RGB = (46, 139, 87)
    wraps: bool = False
    moves: bool = False
    """The in-betweens on both sides show through as well, fainter."""

    @property
    def is_on(self) -> bool:
        """Whether any neighbour shows."""
        return self.is_shown and (self.before > 0 or self.after > 0)


@dataclass(frozen=True, slots=True)
class Ghost:
    """The layers of a neighbouring panel that show through, lowest first."""

    layers: tuple[Layer, ...]
    tint: RGB
    opacity: float


@dataclass(frozen=True, slots=True, eq=False)
class MoveGhost:
    """An in-between as it shows through: tinted, of any size; each is equal to itself only."""

    picture: QImage
    opacity: float


def ghosts(panels: Sequence[Panel], place: int, skin: OnionSkin) -> tuple[Ghost, ...]:
    """The neighbours of a panel that show through, the farthest first. None shows twice, and what
    is drawn alike in the panel itself does not show: it stands still."""
    if not skin.is_on or place < 0:
        return ()
    here = {(layer.id, layer.tiles) for layer in panels[place].layers}
    found: dict[int, Ghost] = {}
    for far in range(1, max(skin.before, skin.after) + 1):
        strength = skin.opacity * (1 - skin.falloff) ** (far - 1)
        for at, most, tint in (
            (place - far, skin.before, skin.before_tint),
            (place + far, skin.after, skin.after_tint),
        ):
            if skin.wraps:
                at %= len(panels)
            if far <= most and 0 <= at < len(panels) and at != place and at not in found:
                moved = tuple(
                    layer
                    for layer in panels[at].layers
                    if layer.role is LayerRole.DRAWING
                    and is_seen(layer)
                    and (layer.id, layer.tiles) not in here
                )
                found[at] = Ghost(moved, tint, strength)
    return tuple(reversed(found.values()))


_Key = tuple[tuple[Layer, ...], tuple[int, int], RGB]


class GhostPictures:
    """The drawings of panels in one colour, kept while there is room."""

    def __init__(self, pictures: TilePictures) -> None:
        self._pictures = pictures
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0

    def holds(self, ghost: Ghost, size: tuple[int, int]) -> bool:
        """Whether the drawing of a neighbour is at hand."""
        return (ghost.layers, size, ghost.tint) in self._kept

    def picture(self, ghost: Ghost, size: tuple[int, int]) -> QImage:
        """The drawing of a neighbour in its tint, its lightness kept a little."""
        key = (ghost.layers, size, ghost.tint)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = self._made(ghost, size)
        self._kept[key] = made
        self._bytes += made.sizeInBytes()
        while self._bytes > _MOST_BYTES and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
        return made

    def _made(self, ghost: Ghost, size: tuple[int, int]) -> QImage:
        made = empty_picture(size)
        painter = QPainter(made)
        for layer in ghost.layers:
            self._pictures.draw(painter, layer, made.rect())
        painter.end()
        tint(made, ghost.tint)
        return made


def tint(picture: QImage, colour: RGB) -> None:
    """Give a drawing one colour, its lightness kept a little."""
    painter = QPainter(picture)
    painter.setOpacity(_TINTED)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(picture.rect(), QColor(*colour))
    painter.end()


def bounded(skin: OnionSkin) -> OnionSkin:
    """The skin with numbers that are possible, from wherever it comes."""
    return replace(
        skin,
        before=min(max(skin.before, 0), MOST_NEIGHBOURS),
        after=min(max(skin.after, 0), MOST_NEIGHBOURS),
        opacity=min(max(skin.opacity, 0.0), 1.0),
        falloff=min(max(skin.falloff, 0.0), 1.0),
    )
