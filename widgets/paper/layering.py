"""What is done to layers of the panel in hand: every one a named step, or refused with words."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject

from pipelines.errors import MismatchError
from pipelines.painting import layers as stack
from pipelines.painting.lifted import lift
from pipelines.painting.limbs import hung
from pipelines.painting.tiles import Changes, cut
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from widgets.paper.board import Board
from widgets.paper.desk import PaperDesk
from widgets.paper.layer_words import layer_name
from widgets.words import tr


class Layering(QObject):
    """Edits of layers. Used by the GUI thread only."""

    def __init__(self, desk: PaperDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._merge = 0

    @property
    def board(self) -> Board:
        """Where the layers are."""
        return self._desk.board

    # The stack

    def add(self) -> None:
        """Put a layer above the one in hand and draw on it."""
        panel, layer = self.board.panel, self.board.layer
        if panel is not None:
            layer_id = self.board.free_layer_id()
            made = Layer(id=layer_id, name=tr("Layer {number}", number=len(panel.layers) + 1))
            above = layer.id if layer is not None else ""
            self.board.put(stack.with_added(panel, made, above=above), tr("Add layer"))
            self.board.choose_layer(layer_id)

    def duplicate(self) -> None:
        """Put a copy of the layer in hand above it and draw on that."""
        layer = self.board.layer
        if layer is None:
            return
        source, copy_id = layer.id, self.board.free_layer_id()
        name = tr("{name} copy", name=layer_name(layer))

        def change(panel: Panel) -> Panel:
            return stack.duplicated(panel, source, copy_id, name)

        self.board.change(change, tr("Duplicate layer"))
        self.board.choose_layer(copy_id)

    def part(self) -> None:
        """Make what is selected of the layer in hand a layer above it. The first part of a layer
        is the same in every panel, and so is the second: parts move from panel to panel."""
        layer, selection, panel = self._unlocked(), self._desk.selection, self.board.panel
        if layer is None or panel is None:
            return
        if selection is None:
            self.board.refused.emit(tr("Select a part of the drawing with the lasso first."))
            return
        canvas, tiles = self._desk.canvas(layer), self.board.tiles
        number = stack.free_part(panel, layer.id)
        name = tr("{name}, part {number}", name=layer_name(layer), number=number)
        made = replace(layer, id=stack.part_id(layer.id, number), name=name, pivot=None)

        def change(one: Panel) -> Panel:
            piece = lift(canvas, selection.coverage)
            if piece is None:
                raise MismatchError(
                    "Nothing is drawn there on this layer.", mend="Draw around a part of it."
                )
            canvas.commit()
            part = replace(made, tiles=cut(piece.picture, tiles, at=(piece.x, piece.y)))
            bare = stack.with_layer(one, canvas.layer)
            if any(known.id == part.id for known in one.layers):
                return stack.with_layer(bare, part)
            return stack.with_added(bare, part, above=layer.id)

        self._desk.select(None)
        self._desk.work.do(panel, change, tr("Selection to a layer"), layer=made.id)

    def remove(self) -> None:
        """Take the layer in hand away."""
        layer = self._unlocked()
        if layer is not None:
            layer_id = layer.id
            self._change(lambda panel: stack.without(panel, layer_id), tr("Delete layer"))

    def clear(self, name: str = "", *, only: Layer | None = None) -> None:
        """Take the paint of a layer away, that of the one in hand where none is named; within the
        selection where there is one."""
        layer, selection = only or self._desk.layer_to_paint(erases=True), self._desk.selection
        if layer is None:
            return
        if selection is None:
            gone = dict.fromkeys(((tile.x, tile.y) for tile in layer.tiles), None)
            self._desk.paint(layer, {**gone}, name or tr("Clear layer"))
            return
        canvas = self._desk.canvas(layer)

        def clear() -> Changes:
            canvas.paint(selection.coverage, (0, 0, 0), erase=True)
            return canvas.commit()

        self._desk.paint_aside(layer, clear, name or tr("Clear selection"))

    def merge_down(self) -> None:
        """Paint the layer in hand into the one below."""
        panel, layer = self.board.panel, self._unlocked()
        if panel is None or layer is None:
            return
        below = panel.layers[max(panel.layers.index(layer) - 1, 0)]
        if self._is_free(below):
            layer_id, tiles = layer.id, self.board.tiles

            def change(one: Panel) -> Panel:
                return stack.merged_down(one, layer_id, tiles)

            self._desk.work.do(panel, change, tr("Merge layers"), layer=below.id)

    def merge_visible(self) -> None:
        """Paint all drawings that show into the lowest of them."""
        panel, tiles = self.board.panel, self.board.tiles

        def change(one: Panel) -> Panel:
            return stack.merged_visible(one, tiles)

        if panel is not None:
            self._desk.work.do(panel, change, tr("Merge visible layers"))

    def move(self, step: int) -> None:
        """Move the layer in hand up, or down (below 0)."""
        panel, layer = self.board.panel, self.board.layer
        if panel is not None and layer is not None:
            place, layer_id = panel.layers.index(layer) + step, layer.id
            self._change(lambda one: stack.moved(one, layer_id, place), tr("Reorder layers"))

    def move_to(self, layer_id: str, place: int) -> None:
        """Move a layer to a place among the others, counted from the lowest."""
        self._change(lambda panel: stack.moved(panel, layer_id, place), tr("Reorder layers"))

    def choose(self, step: int) -> None:
        """Draw on the next layer above, or below (below 0)."""
        panel, layer = self.board.panel, self.board.layer
        if panel is not None and layer is not None:
            place = panel.layers.index(layer) + step
            if 0 <= place < len(panel.layers):
                self.board.choose_layer(panel.layers[place].id)

    def hang(self, layer_id: str, parent: str) -> None:
        """Let a layer follow the moves of another, or (empty) of none."""
        name = tr("Hang layer on another") if parent else tr("Take layer off")
        self._change(lambda panel: hung(panel, layer_id, parent), name)

    # One layer

    def rename(self, layer_id: str, name: str) -> None:
        """Give a layer a name; an empty one is what it is for."""
        self._set(layer_id, lambda one: replace(one, name=name.strip()), tr("Rename layer"))

    def set_visible(self, layer_id: str, *, is_visible: bool) -> None:
        """Show or hide a layer, in the film too."""
        name = tr("Show layer") if is_visible else tr("Hide layer")
        self._set(layer_id, lambda one: replace(one, visible=is_visible), name)

    def set_locked(self, layer_id: str, *, is_locked: bool) -> None:
        """Keep a layer as it is, or let it be changed."""
        name = tr("Lock layer") if is_locked else tr("Unlock layer")
        self._set(layer_id, lambda one: replace(one, locked=is_locked), name)

    def set_alpha_locked(self, layer_id: str, *, is_locked: bool) -> None:
        """Let paint go only where there is paint, or anywhere."""
        name = tr("Lock transparency") if is_locked else tr("Unlock transparency")
        self._set(layer_id, lambda one: replace(one, alpha_locked=is_locked), name)

    def set_opacity(self, layer_id: str, opacity: float) -> None:
        """How strong a layer is, 0..1. Until `let_go` all of it is one step."""
        merge = f"opacity {layer_id} {self._merge}"
        share = round(min(max(opacity, 0.0), 1.0) * 100) / 100
        change = tr("Layer opacity")
        self._set(layer_id, lambda one: replace(one, opacity=share), change, merge=merge)

    def let_go(self) -> None:
        """A drag of the opacity has come to its end."""
        self._merge += 1

    def set_blend(self, layer_id: str, mode: BlendMode) -> None:
        """How a layer's colours meet those below."""
        self._set(layer_id, lambda one: replace(one, blend=mode), tr("Blend mode"))

    def set_role(self, layer_id: str, role: LayerRole) -> None:
        """What a layer is for."""
        self._set(layer_id, lambda one: replace(one, role=role), tr("Use of the layer"))

    def reset_pivot(self) -> None:
        """Let the layer in hand turn about its middle."""
        layer = self.board.layer
        if layer is not None:
            name = tr("Pivot to the middle")
            self._set(layer.id, lambda one: replace(one, pivot=None), name)

    def set_colour(self, layer_id: str, colour: str) -> None:
        """Tag a layer with a colour, or (empty) none."""
        self._set(layer_id, lambda one: replace(one, colour=colour), tr("Colour of the layer"))

    # Inside

    def _unlocked(self) -> Layer | None:
        """The layer in hand, unless it is locked, which is told."""
        layer = self.board.layer
        return layer if layer is not None and self._is_free(layer) else None

    def _is_free(self, layer: Layer) -> bool:
        if layer.locked:
            words = tr("“{name}” is locked. Unlock it first.", name=layer_name(layer))
            self.board.refused.emit(words)
        return not layer.locked

    def _change(self, how: Callable[[Panel], Panel], name: str) -> None:
        self.board.change(how, name)

    def _set(
        self, layer_id: str, how: Callable[[Layer], Layer], name: str, *, merge: str = ""
    ) -> None:
        panel = self.board.panel
        found = [one for one in panel.layers if one.id == layer_id] if panel is not None else []
        if panel is not None and found:
            changed = how(found[0])
            if changed != found[0]:
                self.board.put(stack.with_layer(panel, changed), name, merge=merge)
