"""How YUV in a file becomes full-range RGB in memory and back: matrices, ranges, tags, depth.

Numbers are the code points of ITU-T H.273. swscale does the arithmetic, with accurate rounding
and interpolated chroma.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from pipelines.values import ColourTags, Image

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.reformatter import VideoReformatter

PRIMARIES = {
    1: "bt709",
    4: "bt470m",
    5: "bt470bg",
    6: "smpte170m",
    7: "smpte240m",
    8: "film",
    9: "bt2020",
    10: "smpte428",
    11: "smpte431",
    12: "smpte432",
    22: "ebu3213",
}
TRANSFERS = {
    1: "bt709",
    4: "gamma22",
    5: "gamma28",
    6: "smpte170m",
    7: "smpte240m",
    8: "linear",
    13: "iec61966-2-1",
    14: "bt2020-10",
    15: "bt2020-12",
    16: "smpte2084",
    18: "arib-std-b67",
}

BT601, BT709, BT2020 = 5, 1, 9
LIMITED, FULL = 1, 2
_RGB, _UNTAGGED = 0, 2
_MATRICES = {1: BT709, 4: 4, 5: BT601, 6: BT601, 7: 7, 9: BT2020, 10: BT2020}
_MATRIX_NAMES = {BT601: "BT.601", BT709: "BT.709", BT2020: "BT.2020", 4: "FCC", 7: "SMPTE 240M"}
_CONVERSION_THREADS = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """How every frame of one file becomes an Image. `matrix` is None for RGB.

    `turns` are quarter turns counterclockwise.
    """

    matrix: int | None
    full_range: bool
    channels: int
    bits: int
    turns: int = 0


def reading_of(frame: VideoFrame, rotation: int) -> tuple[Reading, tuple[str, ...]]:
    """How to read frames like this one, and what had to be assumed."""
    name = frame.format.name
    notes: list[str] = []
    deep = any(component.bits > 8 for component in frame.format.components)
    matrix = None
    if not frame.format.is_rgb and "pal8" not in name:
        matrix = _MATRICES.get(frame.colorspace)
        if matrix is None:
            matrix = BT601 if frame.height < 720 else BT709
            if not name.startswith(("gray", "mono")):
                notes.append(f"The colours are not tagged; read as {_MATRIX_NAMES[matrix]}.")
    untagged_gray = frame.color_range == 0 and name.startswith(("gray", "ya"))
    full = frame.color_range == FULL or name.startswith("yuvj") or untagged_gray
    channels = 4 if has_alpha(name) else 3
    turns = round(rotation / 90) % 4
    return Reading(matrix, full, channels, 16 if deep else 8, turns), tuple(notes)


def has_alpha(pixel_format: str) -> bool:
    """Whether an FFmpeg pixel format carries alpha."""
    return pixel_format.startswith(("yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya", "pal8"))


def tags_of(frame: VideoFrame) -> ColourTags:
    """The primaries and transfer that the frame is tagged with, BT.709 where it is not."""
    usual = ColourTags()
    return ColourTags(
        PRIMARIES.get(frame.color_primaries, usual.primaries),
        TRANSFERS.get(frame.color_trc, usual.transfer),
    )


def to_image(frame: VideoFrame, reading: Reading, reformatter: VideoReformatter) -> Image:
    """The frame as full-range RGB, upright."""
    target = _rgb_format(reading.channels, reading.bits)
    if reading.matrix is None:
        shown = reformatter.reformat(frame, format=target, threads=_CONVERSION_THREADS)
    else:
        shown = reformatter.reformat(
            frame,
            format=target,
            src_colorspace=reading.matrix,
            src_color_range=FULL if reading.full_range else LIMITED,
            dst_color_range=FULL,
            interpolation=_exact(),
            threads=_CONVERSION_THREADS,
        )
    pixels: Any = shown.to_ndarray()
    if reading.turns:
        pixels = np.rot90(pixels, reading.turns)
    return Image(np.ascontiguousarray(pixels))


def to_frame(
    image: Image, pixel_format: str, matrix: int | None, reformatter: VideoReformatter
) -> VideoFrame:
    """The image in an encoder's pixel format: limited-range YUV of `matrix`, or RGB for None."""
    from av.video.frame import VideoFrame

    source = _rgb_format(image.channels, image.bits)
    pixels: Any = np.ascontiguousarray(image.pixels)
    if source == pixel_format:
        return VideoFrame.from_ndarray(pixels, format=source)
    lent = VideoFrame.from_numpy_buffer(pixels, format=source)
    if matrix is None:
        return reformatter.reformat(lent, format=pixel_format, threads=_CONVERSION_THREADS)
    return reformatter.reformat(
        lent,
        format=pixel_format,
        dst_colorspace=matrix,
        dst_color_range=LIMITED,
        interpolation=_exact(),
        threads=_CONVERSION_THREADS,
    )


def scaled(
    frame: VideoFrame, reading: Reading, width: int, height: int, reformatter: VideoReformatter
) -> VideoFrame:
    """A decoded YUV frame at another size, as 8-bit limited-range BT.709."""
    return reformatter.reformat(
        frame,
        width,
        height,
        "yuv420p",
        src_colorspace=reading.matrix,
        src_color_range=FULL if reading.full_range else LIMITED,
        dst_colorspace=BT709,
        dst_color_range=LIMITED,
        interpolation="BILINEAR",
        threads=_CONVERSION_THREADS,
    )


def code_points(colour: ColourTags) -> tuple[int, int]:
    """The numbers of these primaries and transfer; 2 (unspecified) for unknown names."""
    primaries = {name: number for number, name in PRIMARIES.items()}
    transfers = {name: number for number, name in TRANSFERS.items()}
    return primaries.get(colour.primaries, _UNTAGGED), transfers.get(colour.transfer, _UNTAGGED)


def _rgb_format(channels: int, bits: int) -> str:
    letters = "rgb" if channels == 3 else "rgba"
    return f"{letters}{16 * channels}le" if bits == 16 else {3: "rgb24", 4: "rgba"}[channels]


def _exact() -> int:
    from av.video.reformatter import Interpolation as Scaling

    return Scaling.BICUBIC | Scaling.ACCURATE_RND | Scaling.FULL_CHR_H_INT
