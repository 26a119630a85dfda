"""Masks as run lengths in the JSON of the COCO data set: written, and read with care.

Run lengths go down the columns and begin with black; in a string they are packed as pycocotools
does: differences to the run before the last, five bits a character.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from pipelines.errors import TooLargeError, UnreadableFileError
from pipelines.values import Mask

_SIDE = 16384
_FRAMES = 200_000
_ORIGIN = 48
_BITS, _MORE, _SIGN = 5, 0x20, 0x10

_Whole = Annotated[int, Meta(ge=0)]


class RunLengths(msgspec.Struct, frozen=True):
    """One mask of two levels: its size (height, width) and its runs, packed or not."""

    size: tuple[Annotated[int, Meta(ge=1, le=_SIDE)], Annotated[int, Meta(ge=1, le=_SIDE)]]
    counts: str | tuple[_Whole, ...]


class CocoImage(msgspec.Struct, frozen=True):
    """One frame."""

    id: int
    width: int
    height: int
    file_name: str = ""


class CocoAnnotation(msgspec.Struct, frozen=True):
    """The mask of one thing on one frame; `bbox` is (x, y, width, height)."""

    id: int
    image_id: int
    segmentation: RunLengths
    area: float = 0
    bbox: tuple[float, float, float, float] = (0, 0, 0, 0)
    category_id: int = 1
    iscrowd: int = 1


class CocoCategory(msgspec.Struct, frozen=True):
    """What a thing is."""

    id: int
    name: str


class CocoFile(msgspec.Struct, frozen=True):
    """What is read and written of such a file."""

    images: tuple[CocoImage, ...]
    annotations: tuple[CocoAnnotation, ...]
    categories: tuple[CocoCategory, ...] = ()


def annotated(masks: Iterable[Mask], *, label: str) -> CocoFile:
    """A file of one thing on many frames; at half strength or more a pixel belongs to it."""
    images: list[CocoImage] = []
    annotations: list[CocoAnnotation] = []
    for index, mask in enumerate(masks, 1):
        images.append(CocoImage(index, mask.width, mask.height, f"{index - 1:06d}.png"))
        if (mask.pixels >= 128).any():
            annotations.append(_annotation(index, mask))
    return CocoFile(tuple(images), tuple(annotations), (CocoCategory(1, label),))


def spelled(file: CocoFile) -> bytes:
    """The text of a file."""
    return msgspec.json.encode(file)


def parsed(text: bytes, name: str) -> CocoFile:
    """What a file says. Raises UnreadableFileError or TooLargeError."""
    try:
        file = msgspec.json.decode(text, type=CocoFile)
    except msgspec.DecodeError as error:
        raise UnreadableFileError(
            f"“{name}” holds no masks as run lengths: {error}.",
            mend="Choose a JSON file in COCO's form whose segmentations are run lengths.",
        ) from error
    if len(file.images) > _FRAMES:
        raise TooLargeError(f"“{name}” has {len(file.images)} frames.", mend="Split it into parts.")
    sizes = {(image.width, image.height) for image in file.images}
    if len(sizes) != 1 or not all(0 < side <= _SIDE for side in next(iter(sizes))):
        raise UnreadableFileError(
            f"The frames in “{name}” have {len(sizes)} sizes.",
            mend="Choose a file whose frames are all of one size.",
        )
    return file


def mask_of(found: Sequence[RunLengths], width: int, height: int, name: str) -> Mask:
    """White where any of the things is. Raises UnreadableFileError."""
    white = np.zeros((height, width), bool)
    for one in found:
        white |= _unrolled(one, width, height, name)
    return Mask(white.astype(np.uint8) * np.uint8(255))


def packed(runs: Iterable[int]) -> str:
    """Run lengths as a string."""
    letters: list[str] = []
    before: list[int] = []
    for index, run in enumerate(runs):
        left = run - before[-2] if index > 2 else run
        before.append(run)
        more = True
        while more:
            part = left & (_MORE - 1)
            left >>= _BITS
            more = left != (-1 if part & _SIGN else 0)
            letters.append(chr(part + (_MORE if more else 0) + _ORIGIN))
    return "".join(letters)


def unpacked(text: str) -> list[int]:
    """Run lengths from a string. Raises ValueError where it is none."""
    runs: list[int] = []
    value = shift = 0
    for letter in text:
        part = ord(letter) - _ORIGIN
        if not 0 <= part < 2 * _MORE or shift > 60:
            raise ValueError(text[:20])
        value |= (part & (_MORE - 1)) << shift
        shift += _BITS
        if part & _MORE:
            continue
        if part & _SIGN:
            value -= 1 << shift
        runs.append(value + runs[-2] if len(runs) > 2 else value)
        value = shift = 0
    if shift:
        raise ValueError(text[-20:])
    return runs


def _annotation(index: int, mask: Mask) -> CocoAnnotation:
    import cv2

    white = mask.pixels >= 128
    flat = white.T.reshape(-1)
    turns = np.flatnonzero(np.diff(flat.view(np.int8))) + 1
    edges = np.concatenate(([0], turns, [flat.size]))
    runs = np.diff(edges).tolist()
    if flat[0]:
        runs = [0, *runs]
    lengths = RunLengths((mask.height, mask.width), packed(runs))
    x, y, width, height = cv2.boundingRect(white.view(np.uint8))
    box = (float(x), float(y), float(width), float(height))
    return CocoAnnotation(index, index, lengths, float(np.count_nonzero(white)), box)


def _unrolled(one: RunLengths, width: int, height: int, name: str) -> NDArray[np.bool_]:
    damaged = UnreadableFileError(
        f"A mask in “{name}” is damaged: its runs do not fill {width} x {height} pixels.",
        mend="Export it again, or choose another file.",
    )
    try:
        runs = unpacked(one.counts) if isinstance(one.counts, str) else list(one.counts)
    except ValueError as error:
        raise damaged from error
    whole = width * height
    if one.size != (height, width) or min(runs, default=0) < 0 or sum(runs) != whole:
        raise damaged
    levels = np.arange(len(runs)) % 2 == 1
    return np.repeat(levels, runs).reshape(width, height).T
