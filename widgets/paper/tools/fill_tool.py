"""Filling an area of one colour."""

from __future__ import annotations

from math import floor

from pipelines.painting.flood import flood
from pipelines.painting.tiles import Changes
from pipelines.values import Image
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.pictures import opaque_pixels
from widgets.words import tr


class FillTool(Tool):
    """Looks at all that shows on the paper, and fills on the layer in hand."""

    draws_over = False

    def press(self, point: PenPoint) -> None:
        layer, hand = self.desk.layer_to_paint(), self.desk.hand
        if layer is None:
            return
        picture = Image(opaque_pixels(self.desk.sheet.flat))
        at, colour, erases = (floor(point.x), floor(point.y)), hand.colour, point.is_tail
        tolerance, gap = hand.tolerance, hand.gap
        selection, canvas = self.desk.selection, self.desk.canvas(layer, bounded=True)
        bounds = selection.coverage if selection is not None else None

        def fill() -> Changes:
            covered = flood(picture, at, tolerance=tolerance, gap=gap, bounds=bounds)
            canvas.paint(covered, colour, erase=erases)
            return canvas.commit()

        hand.used_colour()
        self.desk.paint_aside(layer, fill, tr("Fill"))


class PickTool(Tool):
    """Takes a colour from the paper, as it shows."""

    draws_over = False

    def press(self, point: PenPoint) -> None:
        self.move([point])

    def move(self, points: object) -> None:
        assert isinstance(points, list)
        point = points[-1]
        flat = self.desk.sheet.flat
        x, y = floor(point.x), floor(point.y)
        if flat.rect().contains(x, y):
            colour = flat.pixelColor(x, y)
            self.desk.hand.set_colour((colour.red(), colour.green(), colour.blue()))
