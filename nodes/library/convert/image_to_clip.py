"""Node: a still as a clip."""

from __future__ import annotations

from nodes.node import node
from nodes.spec import Kind
from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.values import Clip, ClipFormat, Image


@node("convert.image_to_clip", icon="mdi6.swap-horizontal", kind=Kind.SEGMENT, conversion=True)
def image_to_clip(image: Image) -> Clip:
    """Turn a picture into a clip of one frame, at 24 frames a second.

    A link puts it in by itself where a picture flows into a clip. Use Fit Length behind it to hold
    the picture for longer. Alpha and 16 bits are kept.

    Example: a title card as a picture, wired to Concatenate before the film.
    """
    clip_format = ClipFormat(image.width, image.height, image.channels, image.bits)
    return Clip(clip_format, PictureFrames([image], [digest_array(image.pixels)]))
