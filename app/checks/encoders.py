"""Whether films can be written and read: a few frames through each encoder. Runs in a child."""

from __future__ import annotations

from io import BytesIO

import av
import numpy as np
from av.error import FFmpegError

from app.checks.finding import REINSTALL, Finding, State

FRAMES = 3
_ENCODERS = {
    "libx264": ("mp4", "yuv420p"),
    "libx265": ("mp4", "yuv420p"),
    "ffv1": ("matroska", "bgr0"),
    "prores_ks": ("mov", "yuv444p10le"),
    "gif": ("gif", "rgb8"),
}
_GRAYS = (40, 120, 200)


def check_encoders() -> list[Finding]:
    """Every encoder that exports use."""
    return [check_encoder(name, *how) for name, how in _ENCODERS.items()]


def check_encoder(encoder: str, container: str, pixels: str) -> Finding:
    """Encode three gray frames, decode them, and compare."""
    name = f"encoder {encoder}"
    try:
        levels = _decoded(_encoded(encoder, container, pixels))
    except (FFmpegError, ValueError) as error:
        return Finding(name, State.MISSING, f"{type(error).__name__}: {error}", REINSTALL)
    if len(levels) != FRAMES or any(
        abs(level - gray) > 24 for level, gray in zip(levels, _GRAYS, strict=True)
    ):
        return Finding(name, State.MISSING, f"{_GRAYS} came back as {levels}", REINSTALL)
    return Finding(name, State.OK, f"{FRAMES} frames written and read as {container}")


def _encoded(encoder: str, container: str, pixels: str) -> BytesIO:
    buffer = BytesIO()
    with av.open(buffer, "w", format=container) as film:
        options = {"x265-params": "log-level=error"} if encoder == "libx265" else {}
        stream = film.add_stream(encoder, rate=24, options=options)
        assert isinstance(stream, av.VideoStream)
        stream.width = stream.height = 64
        stream.pix_fmt = pixels
        for gray in _GRAYS:
            picture = np.full((64, 64, 3), gray, np.uint8)
            film.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        film.mux(stream.encode())
    buffer.seek(0)
    return buffer


def _decoded(buffer: BytesIO) -> list[int]:
    with av.open(buffer, "r") as film:
        if not film.streams.video:
            return []
        frames = film.decode(film.streams.video[0])
        return [round(float(frame.to_ndarray(format="gray").mean())) for frame in frames]
