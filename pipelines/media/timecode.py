"""Timecode as text, "HH:MM:SS:FF", or with ";" before the frames where numbers are dropped."""

from __future__ import annotations

import re
from fractions import Fraction

from pipelines.errors import MismatchError

ZERO = "00:00:00:00"
_SHAPE = re.compile(r"(\d\d):([0-5]\d):([0-5]\d)([:;.])(\d\d)")


def is_timecode(text: str) -> bool:
    """Whether the text has the shape of a timecode."""
    return _SHAPE.fullmatch(text) is not None


def frame_number(timecode: str, fps: Fraction) -> int:
    """Frames since 00:00:00:00. Drop-frame counting follows SMPTE ST 12-1."""
    hours, minutes, seconds, frames, drop = _parts(timecode)
    base = round(fps)
    total_minutes = hours * 60 + minutes
    number = (total_minutes * 60 + seconds) * base + frames
    return number - _dropped(base) * (total_minutes - total_minutes // 10) if drop else number


def timecode_at(number: int, fps: Fraction, *, drop: bool = False) -> str:
    """The timecode of a frame counted from 00:00:00:00; wraps after 24 hours."""
    base = round(fps)
    if drop:
        skipped = _dropped(base)
        per_minute, per_ten = base * 60 - skipped, base * 600 - skipped * 9
        tens, rest = divmod(number, per_ten)
        later = max(0, (rest - skipped) // per_minute)
        number += skipped * (9 * tens + later)
    seconds, frames = divmod(number, base)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    mark = ";" if drop else ":"
    return f"{hours % 24:02d}:{minutes:02d}:{seconds:02d}{mark}{frames:02d}"


def shifted(timecode: str, frames: int, fps: Fraction) -> str:
    """The timecode a number of frames later."""
    drop = _parts(timecode)[4]
    return timecode_at(frame_number(timecode, fps) + frames, fps, drop=drop)


def _dropped(base: int) -> int:
    """Frame numbers left out at the start of a minute: 2 at 29.97, 4 at 59.94."""
    return base // 15


def _parts(timecode: str) -> tuple[int, int, int, int, bool]:
    match = _SHAPE.fullmatch(timecode)
    if match is None:
        raise MismatchError(f"“{timecode}” is not a timecode.", mend="Write it as 01:02:03:04.")
    hours, minutes, seconds, mark, frames = match.groups()
    return int(hours), int(minutes), int(seconds), int(frames), mark != ":"
