"""The codecs that films are written with, and how each is asked of FFmpeg."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipelines.conversions import Bits
from pipelines.errors import MismatchError


class VideoCodec(StrEnum):
    """How pictures are packed."""

    H264 = "h264"
    H264_10 = "h264-10bit"
    H264_RGB = "h264-lossless-rgb"
    H265 = "h265"
    H265_10 = "h265-10bit"
    FFV1 = "ffv1"
    PRORES_4444 = "prores-4444"
    PRORES_HQ = "prores-hq"
    GIF = "gif"


class SoundCodec(StrEnum):
    """How sound is packed."""

    AAC = "aac"
    PCM = "pcm"
    OPUS = "opus"


class Effort(StrEnum):
    """How long an encoder looks for a smaller file of the same quality."""

    FASTEST = "fastest"
    FAST = "fast"
    NORMAL = "normal"
    SLOW = "slow"


@dataclass(frozen=True, slots=True)
class CodecFacts:
    """What a codec can hold. `suffixes` begins with the usual one; `weight` is bytes a pixel."""

    label: str
    suffixes: tuple[str, ...]
    bits: Bits
    has_alpha: bool
    lossless: bool
    weight: float
    sounds: tuple[SoundCodec, ...]
    even: tuple[int, int] = (1, 1)
    """Width and height are multiples of these."""


@dataclass(frozen=True, slots=True)
class EncoderPlan:
    """What to ask of FFmpeg. `matrix` says whether pictures become YUV."""

    encoder: str
    pixel_format: str
    channels: int
    bits: Bits
    matrix: bool
    options: dict[str, str]


CONTAINERS = {".mp4": "mp4", ".mov": "mov", ".mkv": "matroska", ".gif": "gif"}
"""FFmpeg's muxer for a suffix."""

_BOXES = (".mp4", ".mov", ".mkv")
_MIXED = (SoundCodec.AAC, SoundCodec.OPUS, SoundCodec.PCM)
_STUDIO = (SoundCodec.PCM, SoundCodec.AAC)

CODECS = {
    VideoCodec.H264: CodecFacts("H.264", _BOXES, 8, False, False, 0.15, _MIXED, (2, 2)),
    VideoCodec.H264_10: CodecFacts("H.264 10-bit", _BOXES, 16, False, False, 0.2, _MIXED, (2, 2)),
    VideoCodec.H264_RGB: CodecFacts("H.264 lossless RGB", _BOXES, 8, False, True, 2.0, _MIXED),
    VideoCodec.H265: CodecFacts("H.265", _BOXES, 8, False, False, 0.1, _MIXED, (2, 2)),
    VideoCodec.H265_10: CodecFacts("H.265 10-bit", _BOXES, 16, False, False, 0.15, _MIXED, (2, 2)),
    VideoCodec.FFV1: CodecFacts("FFV1", (".mkv",), 16, True, True, 2.5, _STUDIO),
    VideoCodec.PRORES_4444: CodecFacts(
        "ProRes 4444", (".mov", ".mkv"), 16, True, False, 1.5, _STUDIO
    ),
    VideoCodec.PRORES_HQ: CodecFacts(
        "ProRes 422 HQ", (".mov", ".mkv"), 16, False, False, 1.0, _STUDIO, (2, 1)
    ),
    VideoCodec.GIF: CodecFacts("GIF", (".gif",), 8, True, False, 1.0, ()),
}

_X264_PRESETS = {
    Effort.FASTEST: "ultrafast",
    Effort.FAST: "veryfast",
    Effort.NORMAL: "medium",
    Effort.SLOW: "slow",
}


def named_for(codec: VideoCodec, path: Path) -> Path:
    """The path with a suffix that the codec is kept in, its usual one if it has none of a film.

    Raises MismatchError where it has that of another kind of film.
    """
    facts = CODECS[codec]
    suffix = path.suffix.lower()
    if suffix not in CONTAINERS:
        return path.with_name(path.name + facts.suffixes[0])
    if suffix not in facts.suffixes:
        raise MismatchError(
            f"{facts.label} is not kept in “{suffix}” files.",
            mend=f"Name the file with {' or '.join(facts.suffixes)}.",
        )
    return path


def sound_for(codec: VideoCodec, suffix: str, wanted: SoundCodec | None) -> SoundCodec | None:
    """How to pack sound in this file; None where it has no sound. Raises MismatchError."""
    choices = [sound for sound in CODECS[codec].sounds if _is_kept_in(suffix, sound)]
    if not choices:
        return None
    if wanted is not None and wanted not in choices:
        raise MismatchError(
            f"{wanted.value.upper()} sound is not kept in “{suffix}” files with "
            f"{CODECS[codec].label}.",
            mend=f"Choose {' or '.join(choice.value.upper() for choice in choices)}.",
        )
    return wanted or choices[0]


def plan_for(
    codec: VideoCodec, *, channels: int, bits: int, quality: int, effort: Effort
) -> EncoderPlan:
    """How to encode pictures of these channels and bits. `quality` is 0..100."""
    alpha = channels == 4 and CODECS[codec].has_alpha
    kept = 4 if alpha else 3
    deep: Bits = 16 if bits == 16 and CODECS[codec].bits == 16 else 8
    crf = round(33 - 0.2 * quality)
    match codec:
        case VideoCodec.H264 | VideoCodec.H264_10:
            pixels = "yuv420p" if codec is VideoCodec.H264 else "yuv420p10le"
            options = {"crf": str(crf), "preset": _X264_PRESETS[effort]}
            return EncoderPlan("libx264", pixels, 3, deep, True, options)
        case VideoCodec.H264_RGB:
            options = {"qp": "0", "preset": _X264_PRESETS[effort]}
            return EncoderPlan("libx264rgb", "rgb24", 3, 8, False, options)
        case VideoCodec.H265 | VideoCodec.H265_10:
            pixels = "yuv420p" if codec is VideoCodec.H265 else "yuv420p10le"
            options = {"crf": str(crf + 3), "preset": _X264_PRESETS[effort]}
            options["x265-params"] = "log-level=error"
            return EncoderPlan("libx265", pixels, 3, deep, True, options)
        case VideoCodec.FFV1:
            pixels = {(3, 8): "bgr0", (4, 8): "bgra", (3, 16): "rgb48le", (4, 16): "rgba64le"}
            options = {"level": "3", "g": "1", "slices": "4", "slicecrc": "1"}
            return EncoderPlan("ffv1", pixels[kept, deep], kept, deep, False, options)
        case VideoCodec.PRORES_4444:
            pixels = "yuva444p10le" if alpha else "yuv444p10le"
            options = {"profile": "4", "vendor": "apl0", "alpha_bits": "16" if alpha else "0"}
            return EncoderPlan("prores_ks", pixels, kept, deep, True, options)
        case VideoCodec.PRORES_HQ:
            options = {"profile": "3", "vendor": "apl0"}
            return EncoderPlan("prores_ks", "yuv422p10le", 3, deep, True, options)
        case VideoCodec.GIF:
            return EncoderPlan("gif", "pal8", kept, 8, False, {})


def _is_kept_in(suffix: str, sound: SoundCodec) -> bool:
    """MP4 players do not know PCM; QuickTime does not know Opus."""
    return (suffix, sound) not in ((".mp4", SoundCodec.PCM), (".mov", SoundCodec.OPUS))
