"""What is typed to jump: a frame, a timecode or a part of one, or a distance."""

from __future__ import annotations

import re

from nodes.frame_serving.messages import Strip
from pipelines.media.timecode import frame_number

_DISTANCE = re.compile(r"([+-])(\d{1,9})")
_PART = re.compile(r"(?:(?:(?:(\d\d?)[:;.])?(\d\d?)[:;.])?(\d\d?)[:;.])?(\d\d?)")


def typed_frame(text: str, here: int) -> int | None:
    """The frame that is meant by a number, or by +10 and -10 from here."""
    distance = _DISTANCE.fullmatch(text)
    if distance is not None:
        return here + int(distance[1] + distance[2])
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def typed_timecode(text: str, here: int, strip: Strip) -> int | None:
    """The frame at a timecode; what is left out in front is that of the first frame's, so that
    "12:05" is 12 seconds and 5 frames into its minute. +10 and -10 are frames from here."""
    if _DISTANCE.fullmatch(text) is not None:
        return typed_frame(text, here)
    typed = _PART.fullmatch(text)
    if typed is None:
        return None
    start, fps = strip.format.start_timecode, strip.format.fps
    mark = start[8]
    parts = [
        given or had for given, had in zip(typed.groups(), re.split("[:;.]", start), strict=True)
    ]
    hours, minutes, seconds, frames = (int(part) for part in parts)
    if minutes > 59 or seconds > 59 or frames >= round(fps):
        return None
    meant = f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{frames:02d}"
    return frame_number(meant, fps) - frame_number(start, fps)
