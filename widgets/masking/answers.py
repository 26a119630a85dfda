"""What marks on the picture mean: the answer as the whole mask of one frame. Runs in a thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from PySide6.QtGui import QImage

from pipelines.masking.looking import MaskReading
from pipelines.masking.objects import MaskObject
from pipelines.masking.patches import cut_mask
from pipelines.models.refusals import NotHereError
from pipelines.painting.tiles import TileStore
from pipelines.panels import Tile
from pipelines.pointing import HandBox
from pipelines.scaling import fitted_mask
from pipelines.segmentation.backend import Answerer
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.served import BUILT_IN, AnsweringModel
from pipelines.values import Image, Mask, Pixels8
from widgets.masking.beside import whole_mask, widened
from widgets.pictures import opaque_pixels

_SIDE = 320


@dataclass(frozen=True, slots=True)
class AskOrder:
    """Marks on a frame, and the picture as it is shown, which names the key that is made.

    They mend the mask that is there; a box or a lasso begins anew. Protected others are spared.
    """

    prompt: Prompt
    image: QImage
    objects: tuple[MaskObject, ...]
    painted: MaskObject
    frame: int
    size: tuple[int, int]
    picture: str
    followed: Mapping[str, Pixels8]
    model: AnsweringModel = BUILT_IN


@dataclass(frozen=True, slots=True)
class Answered:
    """What an AskOrder came to: the mask (h, w) on the canvas, and its tiles, which are kept."""

    order: AskOrder
    values: Pixels8
    tiles: tuple[Tile, ...]
    is_changed: bool
    instead: NotHereError | None = None
    """Why what is built in answered, and not the model that was to."""


class ModelAnswers(Protocol):
    """Answers prompts by models, elsewhere."""

    def answer(self, model: AnsweringModel, picture: Image, prompt: Prompt) -> Mask:
        """Takes seconds where the model is not loaded, or sees another picture. Raises
        NotHereError, or another StoryloomError."""
        ...

    def close(self) -> None:
        """End; an answer under way fails."""
        ...


@dataclass(frozen=True, slots=True)
class ByModel:
    """Implements Answerer by a model that answers elsewhere."""

    answers: ModelAnswers
    model: AnsweringModel

    def answer(self, picture: Image, prompt: Prompt) -> Mask:
        return self.answers.answer(self.model, picture, prompt)


def warmed(segmenter: Answerer) -> None:
    """Answer something simple, so that what is needed for it is loaded and laid out."""
    pixels = np.zeros((_SIDE, _SIDE, 3), np.uint8)
    pixels[_SIDE // 3 : -_SIDE // 3, _SIDE // 3 : -_SIDE // 3] = 255
    segmenter.answer(Image(pixels), Prompt(box=HandBox(0.25, 0.25, 0.75, 0.75)))


def answered(
    order: AskOrder, reading: MaskReading, tiles: TileStore, segmenter: Answerer
) -> Answered:
    """Answer marks. Raises MissingTileError."""
    objects = {one.id: one for one in (*order.objects, order.painted)}
    look = reading.look(tuple(objects.values()), order.frame, order.size, order.followed)
    before = look.masks[order.painted.id]
    picture = Image(opaque_pixels(order.image))
    prompt = order.prompt
    if prompt.bounds is None and before.any():
        shape = fitted_mask(Mask(before), picture.width, picture.height)
        prompt = replace(prompt, shape=shape)
    width, height = order.size
    found = fitted_mask(segmenter.answer(picture, prompt), width, height).pixels
    after = look.spared(order.painted.id, found)
    whole = widened(whole_mask(order.painted, look, tiles), order.size, 0)
    whole.values[-whole.y : height - whole.y, -whole.x : width - whole.x] = after
    is_changed = not np.array_equal(before, after)
    return Answered(order, after, cut_mask(whole, tiles), is_changed)
