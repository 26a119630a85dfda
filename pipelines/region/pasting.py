"""What was made in a region put back into its film: the way back of `cropping`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.boundary import composite, matched
from pipelines.conversions import Bits, to_bits
from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.framing import Box, crop, resize, unwindow
from pipelines.premultiplied import full, with_format
from pipelines.region.region import Region
from pipelines.region.texture import Texture, blended, grained, measured, sharpened
from pipelines.region.tracking import bounds_of
from pipelines.values import Clip, Image, Mask

_VERSION = "2"
_RING = 24
"""Pixels around the matte that what was made is compared with."""
_NEAR = _RING + 8
_EVERY = 8
"""Textures are measured on every so manieth frame, and go over smoothly in between."""


class Look(NamedTuple):
    """How far what was made is brought to the look of the film around it, each from 0 to 1."""

    colour: float = 0.0
    sharpness: float = 0.0
    grain: float = 0.0
    seed: int = 0

    @property
    def needs_textures(self) -> bool:
        return self.sharpness > 0 or self.grain > 0


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Frames that were given to be kept: those of `clip`, or of the film where there is none."""

    frames: frozenset[int]
    clip: Clip | None


class Textures(NamedTuple):
    """What the film looks like around the matte, and what was made within it."""

    film: Texture
    made: Texture


class TextureFrames(FrameSource):
    """The textures of single frames."""

    def __init__(self, region: Region, film: Clip, made: Clip, matte: FrameSource) -> None:
        self._boxes = region.boxes
        self._sources = (film.frames, made.frames, matte)

    def __len__(self) -> int:
        return len(self._boxes)

    def key(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key("textures", _VERSION, repr(self._boxes[index]), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return [FrameRef(source, index) for source in self._sources]

    def make(self, index: int, inputs: Sequence[Any]) -> Textures:
        film, made, matte = inputs
        parts = _parts(film, made, matte, self._boxes[index])
        share = parts.share.pixels
        return Textures(
            measured(parts.film, _around(share > 0)), measured(parts.made, share == 255)
        )


class PastedFrames(FrameSource):
    """The frames of a film, `made` in place of what was in its region; to the last bit the film's
    outside of the `matte`. A frame that was given comes back as it was given."""

    def __init__(
        self,
        region: Region,
        film: Clip,
        made: Clip,
        matte: FrameSource,
        *,
        given: Given,
        look: Look,
    ) -> None:
        _require(region, film, made, given)
        self._region = region
        self._film = film.frames
        self._made = made.frames
        self._matte = matte
        self._given = given
        self._look = look
        self.textures = TextureFrames(region, film, made, matte)
        self._starts = sorted({0, *(shot.start for shot in film.shots)})

    def __len__(self) -> int:
        return len(self._region)

    def key(self, index: int) -> Digest:
        given = "given" if index in self._given.frames else repr(self._look)
        how = f"{self._region.boxes[index]} {self._region.size} {given}"
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key("pasted", _VERSION, how, *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        film = FrameRef(self._film, index)
        if index not in self._given.frames:
            parts = (film, FrameRef(self._made, index), FrameRef(self._matte, index))
            if not self._look.needs_textures:
                return parts
            return (*parts, *(FrameRef(self.textures, at) for at in self._sampled(index)))
        clip = self._given.clip
        return (film,) if clip is None else (film, FrameRef(clip.frames, index))

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        box = self._region.boxes[index]
        if index in self._given.frames:
            return _as_given(inputs[0], inputs[-1], box)
        film, made, matte, *textures = inputs
        if not matte.pixels.any():
            return film
        parts = _parts(film, made, matte, box)
        over = parts.made
        if self._look.colour > 0:
            strength = self._look.colour
            over = matched(parts.film, over, parts.share, ring=_RING, strength=strength)
        if textures:
            over = self._textured(over, index, textures)
        mixed = composite(parts.film, over, parts.share)
        whole = crop(film, parts.seen)
        return unwindow(_with_alpha_of(whole, mixed), parts.seen, film)

    def _textured(self, made: Image, index: int, found: Sequence[Textures]) -> Image:
        """What was made, as sharp and as noisy as the film is around it at that time."""
        first, second = self._sampled(index)
        share = (index - first) / (second - first) if second > first else 0.0
        film, own = (
            blended(*ends, share)
            for ends in (
                (found[0].film, found[1].film),
                (found[0].made, found[1].made),
            )
        )
        look = self._look
        made = sharpened(made, own, film, look.sharpness)
        return grained(made, own, film, look.grain, seed=(look.seed, index))

    def _sampled(self, index: int) -> tuple[int, int]:
        """The frames before and after one whose textures it is brought to, within its shot."""
        place = bisect_right(self._starts, index)
        start = self._starts[place - 1]
        stop = self._starts[place] if place < len(self._starts) else len(self)
        first = start + (index - start) // _EVERY * _EVERY
        return first, min(first + _EVERY, stop - 1)


class _Parts(NamedTuple):
    """What lies near the matte, without alpha; where it is pasted, and its place in the film."""

    film: Image
    made: Image
    share: Mask
    seen: Box


def _parts(film: Image, made: Image, matte: Mask, box: Box) -> _Parts:
    seen = _near(matte, _within(box, film))
    part = crop(brought(made, box, bits=film.bits), _moved(seen, box))
    share = _shown(crop(matte, seen), part)
    return _Parts(_opaque(crop(film, seen).pixels), _opaque(part.pixels), share, seen)


def _around(area: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A ring around an area."""
    import cv2

    side = 2 * _RING + 1
    wide = cv2.dilate(area.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    return np.asarray(wide & ~area)


def brought(made: Image, box: Box, *, bits: int) -> Image:
    """What was made at the size of its box and with so many bits, counted with the more of both."""
    finer = with_format(made, channels=made.channels, bits=bits)
    kept: Bits = 8 if bits == 8 else 16
    return to_bits(resize(finer, box.width, box.height), kept)


def _shown(matte: Mask, made: Image) -> Mask:
    """The matte where something was made: what is transparent shows the film."""
    if made.channels == 3:
        return matte
    share = made.pixels[..., 3].astype(np.float32) / np.float32(full(made.bits))
    return Mask(np.rint(matte.pixels * share).astype(np.uint8))


def _with_alpha_of(film: Image, mixed: Image) -> Image:
    """Other colours with the alpha of the film."""
    if film.channels == 3:
        return mixed
    joined: NDArray[Any] = np.concatenate([mixed.pixels, film.pixels[..., 3:]], axis=2)
    return Image(joined)


def _as_given(film: Image, given: Image, box: Box) -> Image:
    """A frame as it was given: the whole of it, or its part within the box."""
    if (given.width, given.height) == (film.width, film.height):
        return _like(given, film)
    seen = _within(box, film)
    part = crop(brought(given, box, bits=film.bits), _moved(seen, box))
    return unwindow(_like(part, crop(film, seen)), seen, film)


def _like(picture: Image, film: Image) -> Image:
    """A picture with the depth of the film, and with alpha where the film has it."""
    kept: Bits = 8 if film.bits == 8 else 16
    same = to_bits(picture, kept)
    if same.channels > film.channels:
        return _opaque(same.pixels)
    return with_format(same, channels=film.channels, bits=film.bits)


def _opaque(pixels: NDArray[Any]) -> Image:
    """The colours alone."""
    return Image(np.ascontiguousarray(pixels[..., :3]))


def _within(box: Box, film: Image) -> Box:
    """The part of a box that lies on the frame."""
    left, top = max(box.x, 0), max(box.y, 0)
    right, bottom = min(box.x + box.width, film.width), min(box.y + box.height, film.height)
    return Box(left, top, right - left, bottom - top)


def _near(matte: Mask, seen: Box) -> Box:
    """The part of a box in which a matte is, with the ring around it."""
    bounds = bounds_of(crop(matte, seen))
    if bounds is None:
        return seen
    left, top = max(bounds.left - _NEAR, 0), max(bounds.top - _NEAR, 0)
    right, bottom = (
        min(bounds.right + _NEAR, seen.width),
        min(bounds.bottom + _NEAR, seen.height),
    )
    return Box(seen.x + left, seen.y + top, right - left, bottom - top)


def _moved(seen: Box, box: Box) -> Box:
    return Box(seen.x - box.x, seen.y - box.y, seen.width, seen.height)


def _require(region: Region, film: Clip, made: Clip, given: Given) -> None:
    """Raise MismatchError for clips that are not of this region."""
    if len(made) != len(region):
        raise MismatchError(
            f"What was made has {len(made)} frames, the region {len(region)}.",
            mend="Make every frame of the region, or trim the film in front of Work Region.",
        )
    size, other = ((one.width, one.height) for one in (region.source, film.format))
    if size != other or len(film) != len(region):
        raise MismatchError(
            f"The region is of a film of {size[0]}x{size[1]} with {len(region)} frames, this one is"
            f" {other[0]}x{other[1]} with {len(film)}.",
            mend="Paste into the film that the region was cut from, or one just as large and long.",
        )
    if given.clip is not None:
        _require_given(given.clip, region)
    if given.frames and max(given.frames) >= len(region):
        raise MismatchError(
            f"Frame {max(given.frames)} is named as a key, and the film ends with"
            f" {len(region) - 1}.",
            mend="Take it out of the list.",
        )


def _require_given(clip: Clip, region: Region) -> None:
    size = clip.format.width, clip.format.height
    if len(clip) != len(region) or size not in (
        region.size,
        (region.source.width, region.source.height),
    ):
        raise MismatchError(
            f"The clip of keyframes is {size[0]}x{size[1]} with {len(clip)} frames.",
            mend="Give one as large as the film or as the region, and as long.",
        )
