"""The panel in hand as one picture, put together again only where it changes.

What the graph sees is made by pipelines.painting.composite; this is the same stack on the screen,
by QPainter, within the rounding of 8 bits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from pipelines.painting.composite import RGB
from pipelines.painting.live_stroke import Patch
from pipelines.panels import TILE, BlendMode, Layer, LayerRole
from widgets.paper.layer_painting import draw_layer, is_seen
from widgets.paper.onion import Ghost, GhostPictures, MoveGhost
from widgets.paper.tile_pictures import TilePictures, empty_picture, put_patches

_SOURCE = QPainter.CompositionMode.CompositionMode_Source
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A picture that lies under everything, as large as fits. Two are equal if they are one."""

    picture: QImage
    opacity: float


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a sheet shows."""

    size: tuple[int, int]
    paper: RGB
    layers: tuple[Layer, ...]
    active: str
    ghosts: tuple[Ghost, ...] = ()
    grounds: tuple[Ground, ...] = ()
    moves: tuple[MoveGhost, ...] = ()


class Sheet:
    """Holds the stack below the active layer, the layer itself, and what lies above it."""

    def __init__(self, pictures: TilePictures, ghosts: GhostPictures) -> None:
        self._pictures = pictures
        self._ghosts = ghosts
        self._shown: Shown | None = None
        self._below = QImage()
        self._below_key: object = None
        self._above_key: object = None
        self._above: list[tuple[Layer, QImage]] = []
        self._active: Layer | None = None
        self.active_picture = QImage()
        self.flat = QImage()

    def missing(self, shown: Shown) -> list[str]:
        """The digests of the tiles that have to be read before this can be shown."""
        repainted = self._repainted(self._shown, shown)
        if repainted is not None and self._active is not None:
            had = set(self._active.tiles)
            tiles = [tile for tile in repainted.tiles if tile not in had]
        else:
            ghosts = [one for one in shown.ghosts if not self._ghosts.holds(one, shown.size)]
            layers = [one for one in shown.layers if is_seen(one) or one.id == shown.active]
            layers += [layer for ghost in ghosts for layer in ghost.layers]
            tiles = [tile for layer in layers for tile in layer.tiles]
        digests = dict.fromkeys(tile.digest for tile in tiles)
        return [digest for digest in digests if not self._pictures.holds(digest)]

    def show(self, shown: Shown) -> list[QRect]:
        """Show this, and answer the areas that changed."""
        before = self._shown
        if shown == before:
            return []
        repainted = self._repainted(before, shown)
        if repainted is not None:
            self._shown = shown
            return self._retile(repainted)
        self._shown = shown
        place = _place(shown.layers, shown.active)
        self._build_below(shown, shown.layers[:place] if place >= 0 else shown.layers)
        above = shown.layers[place + 1 :] if place >= 0 else ()
        if (shown.size, above) != self._above_key:
            self._above_key = (shown.size, above)
            self._above = self._merged([one for one in above if is_seen(one)], shown.size)
        self._active = shown.layers[place] if place >= 0 else None
        if self._active is not None:
            self.active_picture = _emptied(self.active_picture, shown.size)
            self._pictures.put(self.active_picture, self._active.tiles)
        area = QRect(0, 0, *shown.size)
        if self.flat.size() != area.size():
            self.flat = QImage(area.size(), QImage.Format.Format_RGB32)
        self.compose(area)
        return [area]

    def patch(self, patches: list[Patch]) -> QRect:
        """Paint arrived on the active layer; the area that changed."""
        if self._active is None:
            return QRect()
        area = put_patches(self.active_picture, patches)
        self.compose(area)
        return area

    def painted(self, layer: Layer) -> None:
        """The active layer was painted by patches and is this layer now: nothing to redraw."""
        if self._shown is not None and self._active is not None and layer.id == self._active.id:
            for tile in set(layer.tiles).difference(self._active.tiles):
                room = QRect(tile.x * TILE, tile.y * TILE, TILE, TILE)
                if self.active_picture.rect().contains(room):
                    self._pictures.keep(tile.digest, self.active_picture.copy(room))
            layers = tuple(layer if one.id == layer.id else one for one in self._shown.layers)
            self._active = layer
            self._shown = dataclasses.replace(self._shown, layers=layers)

    def show_instead(self, layer: Layer) -> None:
        """Show the active layer with other tiles for now, until `forget`."""
        self._retile(layer)

    def forget(self) -> None:
        """What is shown is not what was asked for: the next `show` begins anew."""
        self._active, self._shown, self._below_key = None, None, None

    def compose(self, area: QRect) -> None:
        """Put the picture together again in an area."""
        painter = QPainter(self.flat)
        painter.setClipRect(area)
        painter.setCompositionMode(_SOURCE)
        painter.drawImage(area, self._below, area)
        if self._active is not None and is_seen(self._active):
            draw_layer(painter, self._active, self.active_picture, area)
        for layer, picture in self._above:
            draw_layer(painter, layer, picture, area)
        painter.end()

    def _repainted(self, before: Shown | None, shown: Shown) -> Layer | None:
        """The active layer, where nothing but its tiles is another."""
        place = _place(shown.layers, shown.active)
        if before is None or self._active is None or place < 0:
            return None
        layers = list(before.layers)
        if place >= len(layers) or layers[place].id != shown.active:
            return None
        layers[place] = replace(layers[place], tiles=shown.layers[place].tiles)
        same = dataclasses.replace(before, layers=tuple(layers)) == shown
        return shown.layers[place] if same else None

    def _retile(self, layer: Layer) -> list[QRect]:
        """Bring the active layer's picture from the tiles that it had to those that it has."""
        assert self._active is not None
        had, has = set(self._active.tiles), set(layer.tiles)
        self._active = layer
        wanted = {(tile.x, tile.y): tile.digest for tile in has - had}
        changed: list[QRect] = []
        for place in {(tile.x, tile.y) for tile in had ^ has}:
            changed += self._pictures.bring(self.active_picture, place, wanted.get(place))
        for area in changed:
            self.compose(area)
        return changed

    def _build_below(self, shown: Shown, layers: Sequence[Layer]) -> None:
        key = dataclasses.replace(shown, layers=tuple(layers), active="")
        if key == self._below_key:
            return
        self._below_key = key
        if self._below.size() != QSize(*shown.size):
            self._below = QImage(*shown.size, QImage.Format.Format_RGB32)
        self._below.fill(QColor(*shown.paper))
        area = self._below.rect()
        seen = [layer for layer in layers if is_seen(layer)]
        grounds = list(takewhile(_is_ground, seen))
        painter = QPainter(self._below)
        for ground in shown.grounds:
            _draw_ground(painter, ground, area)
        for layer in grounds:
            self._pictures.draw(painter, layer, area)
        painter.setCompositionMode(_OVER)
        for ghost in shown.moves:
            painter.setOpacity(ghost.opacity)
            painter.drawImage(area, ghost.picture)
        for ghost in shown.ghosts:
            painter.setOpacity(ghost.opacity)
            painter.drawImage(0, 0, self._ghosts.picture(ghost, shown.size))
        for layer in seen[len(grounds) :]:
            self._pictures.draw(painter, layer, area)
        painter.end()

    def _merged(self, layers: list[Layer], size: tuple[int, int]) -> list[tuple[Layer, QImage]]:
        """Layers with their pictures; normal ones that are neighbours are put together."""
        if len(layers) < 2 or any(layer.blend is not BlendMode.NORMAL for layer in layers):
            return [(layer, self._pictures.whole(layer, size)) for layer in layers]
        merged = empty_picture(size)
        painter = QPainter(merged)
        for layer in layers:
            self._pictures.draw(painter, layer, merged.rect())
        painter.end()
        return [(Layer(id=""), merged)]


def _emptied(picture: QImage, size: tuple[int, int]) -> QImage:
    """The same memory where the size is the same: fresh memory takes longer than the drawing."""
    if picture.size() != QSize(*size):
        return empty_picture(size)
    picture.fill(0)
    return picture


def _draw_ground(painter: QPainter, ground: Ground, area: QRect) -> None:
    picture = ground.picture
    fitted = picture.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), fitted)
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(ground.opacity)
    painter.drawImage(place, picture)


def _is_ground(layer: Layer) -> bool:
    return layer.role is LayerRole.BACKGROUND


def _place(layers: Sequence[Layer], layer_id: str) -> int:
    return next((at for at, layer in enumerate(layers) if layer.id == layer_id), -1)
