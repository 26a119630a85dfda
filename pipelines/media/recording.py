"""Prepared frames encoded into a temporary file, which is then opened again and counted."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.errors import InputError, OutputError
from pipelines.media.containers import opened, video_stream
from pipelines.media.encoding import Encoder, Order
from pipelines.media.outputs import output_error
from pipelines.progress import Progress, silent

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_WAITING = 4
"""Prepared frames that may wait for the encoder."""


def record(
    temporary: Path,
    target: Path,
    order: Order,
    frames: Iterable[VideoFrame],
    *,
    frame_count: int | None = None,
    progress: Progress = silent,
) -> int:
    """Encode frames into `temporary`, check what it holds, and return how many there are.

    Frames are made in this thread while those before are encoded in another. `target` is the name
    that errors tell. Raises OutputError, and whatever `frames` and `progress` raise.
    """
    with _words(target):
        written = _encode(temporary, order, frames, frame_count, progress)
    _verify(temporary, target, order, written)
    return written


def _encode(
    temporary: Path,
    order: Order,
    frames: Iterable[VideoFrame],
    frame_count: int | None,
    progress: Progress,
) -> int:
    encoder = Encoder(temporary, order)
    worker = ThreadPoolExecutor(1, thread_name_prefix="video-encoder")
    try:
        waiting: deque[Future[None]] = deque()
        count = 0
        for frame in frames:
            if len(waiting) >= _WAITING:
                waiting.popleft().result()
            waiting.append(worker.submit(encoder.encode, frame, count))
            count += 1
            progress(count, frame_count or 0)
        for future in waiting:
            future.result()
        _require_count(count, frame_count)
        encoder.finish()
        return count
    finally:
        worker.shutdown(cancel_futures=True)
        encoder.abandon()


@contextmanager
def _words(target: Path) -> Generator[None]:
    """Turn what FFmpeg raises while encoding into OutputError."""
    from av.error import FFmpegError

    try:
        yield
    except FFmpegError as error:
        raise output_error(target, OSError(error.errno, error.strerror)) from error


def _verify(temporary: Path, target: Path, order: Order, written: int) -> None:
    try:
        with opened(temporary) as container:
            stream = video_stream(container, temporary)
            size = (stream.width, stream.height)
            count = sum(1 for packet in container.demux(stream) if packet.size)
    except InputError as error:
        raise _unverified(target, "it cannot be opened again") from error
    if count != written:
        raise _unverified(target, f"it holds {count} frames instead of {written}")
    if size != (order.width, order.height):
        raise _unverified(target, f"its size is {size[0]}x{size[1]}")


def _unverified(target: Path, why: str) -> OutputError:
    return OutputError(
        f"“{target.name}” was written, but {why}.",
        mend="It was removed. Look whether the disk is full or failing, then export again.",
    )


def _require_count(count: int, expected: int | None) -> None:
    if not count:
        raise OutputError("There is no frame to write.", mend="Check the in and out marks.")
    if expected is not None and count != expected:
        raise OutputError(
            f"{count} frames came where {expected} were expected.",
            mend="Nothing was written. Run the export again.",
        )
