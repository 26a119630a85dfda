"""Small copies of clips that any frame is read from at once, and the thread that makes them.

H.264 with a keyframe every 6 frames: made faster and smaller than Motion JPEG, and read in less
than 10 ms. A proxy has no alpha and no sound; frame i of it is frame i of the clip.
"""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread, get_native_id
from typing import TYPE_CHECKING, Any

from pipelines.conversions import drop_alpha
from pipelines.digest import Digest, digest_file
from pipelines.errors import Cancelled, OutputError, StoryloomError
from pipelines.frames import FrameRef, FrameSource
from pipelines.media.clips import VideoFrames, open_clip
from pipelines.media.codecs import EncoderPlan
from pipelines.media.colour import BT709, LIMITED, scaled, to_frame
from pipelines.media.encoding import Order
from pipelines.media.outputs import replace, require_space, temporary_beside
from pipelines.media.paths import local_file, missing
from pipelines.media.recording import record
from pipelines.progress import CancelToken, LocalCancelToken, Progress, check, silent
from pipelines.values import Clip, ClipFormat, Image

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

HEIGHT = 540
BUDGET = 8 << 30
"""Bytes of proxies that a folder holds; those that were not used for the longest time go first."""
_BYTES_A_PIXEL = 0.1
_OPTIONS = {"preset": "ultrafast", "tune": "fastdecode", "crf": "23", "g": "6"}
_PLAN = EncoderPlan("libx264", "yuv420p", 3, 8, True, _OPTIONS)


def proxy_path(folder: Path, digest: Digest) -> Path:
    """Where the proxy of the file with this digest lies, whether or not it is made."""
    return folder / f"{digest}.mp4"


def proxy_of(folder: Path, source: Path | str) -> Path:
    """Where the proxy of a file lies. Reads the whole file the first time."""
    file = local_file(source)
    try:
        return proxy_path(folder, digest_file(file))
    except OSError as error:
        raise missing(file) from error


class ProxiedFrames(FrameSource):
    """The frames of a video, with a proxy at hand for those who want them small."""

    def __init__(self, frames: VideoFrames, proxy: VideoFrames, height: int) -> None:
        self._frames = frames
        self._proxy = proxy
        self._height = height

    def __len__(self) -> int:
        return len(self._frames)

    def key(self, index: int) -> Digest:
        return self._frames.key(index)

    def make(self, index: int, inputs: Sequence[Any]) -> Image:
        return self._frames.make(index, inputs)

    def resolve(self, index: int) -> FrameRef:
        return FrameRef(self._frames, index)

    def reduced(self, width: int, height: int) -> FrameSource | None:
        return self._proxy if height <= self._height else None


def with_proxy(clip: Clip, proxy: Path) -> Clip:
    """The clip of a video file with its proxy at hand; as it is where the two do not agree.

    Raises InputError where the proxy cannot be read.
    """
    small = open_clip(proxy, sound=False).clip
    frames, reduced = clip.frames, small.frames
    if not isinstance(frames, VideoFrames) or not isinstance(reduced, VideoFrames):
        return clip
    if len(frames) != len(reduced) or clip.format.channels != 3:
        return clip
    return dataclasses.replace(clip, frames=ProxiedFrames(frames, reduced, small.format.height))


def make_proxy(
    source: Path | str,
    target: Path,
    *,
    progress: Progress = silent,
    cancel: CancelToken | None = None,
    height: int = HEIGHT,
) -> None:
    """Make the proxy of a video file, at most `height` high, in the place of `target`.

    `target` appears when it is whole. Raises Cancelled, InputError or OutputError.
    """
    clip = open_clip(source, sound=False).clip
    assert isinstance(clip.frames, VideoFrames)
    order = _order(clip.format, height)
    count = len(clip)

    def report(done: int, total: int) -> None:
        if cancel is not None:
            check(cancel)
        progress(done, total)

    require_space(target.parent, int(order.width * order.height * count * _BYTES_A_PIXEL))
    with temporary_beside(target) as temporary:
        shrunk = _shrunk(clip.frames, order)
        record(temporary, target, order, shrunk, frame_count=count, progress=report)
        replace(temporary, target)


def _tell_nobody(source: Path, result: object) -> None:
    """For makers that nobody watches: a draft reads the video itself where there is no proxy."""


class ProxyMaker:
    """Makes proxies one at a time in a thread of its own.

    The two callbacks are called in that thread: with the source and its proxy, or with the source
    and why there is none.
    """

    def __init__(
        self,
        folder: Path,
        *,
        on_made: Callable[[Path, Path], None] = _tell_nobody,
        on_failed: Callable[[Path, StoryloomError], None] = _tell_nobody,
        height: int = HEIGHT,
        least_height: int = 0,
        budget: int = BUDGET,
    ) -> None:
        self.height = height
        """How high proxies are at most."""
        self.least_height = least_height
        """Videos that are lower are read as quickly as they are."""
        self._budget = budget
        self._folder = folder
        self._on_made = on_made
        self._on_failed = on_failed
        self._jobs: dict[Path, LocalCancelToken] = {}
        self._lock = Lock()
        self._queue: SimpleQueue[Path | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="proxy-maker", daemon=True)
        self._thread.start()

    def __enter__(self) -> ProxyMaker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ready(self, source: Path) -> Path | None:
        """The proxy of a file if it is made; otherwise it is asked for. Raises InputError."""
        target = proxy_of(self._folder, source)
        if target.exists():
            with suppress(OSError):
                os.utime(target)
            return target
        self.request(source)
        return None

    def request(self, source: Path) -> None:
        """Ask for the proxy of a file; asking again while it is under way changes nothing."""
        with self._lock:
            token = self._jobs.get(source)
            if token is not None and not token.cancelled:
                return
            self._jobs[source] = LocalCancelToken()
        self._queue.put(source)

    def cancel(self, source: Path) -> None:
        """Give up the proxy of a file. Neither callback is called for it."""
        with self._lock:
            if source in self._jobs:
                self._jobs[source].cancel()

    def close(self) -> None:
        """Give up all that is under way and wait for the thread to end."""
        with self._lock:
            for token in self._jobs.values():
                token.cancel()
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        _go_last()
        while (source := self._queue.get()) is not None:
            with self._lock:
                token = self._jobs.get(source)
            if token is not None:
                self._serve(source, token)
                with self._lock:
                    if self._jobs.get(source) is token:
                        del self._jobs[source]

    def _make_room(self, newest: Path) -> None:
        """Remove what was not used for the longest time beyond the budget, but not the newest."""
        found = [(*_used(proxy), proxy) for proxy in self._folder.glob("*.mp4") if proxy != newest]
        taken = _used(newest)[1]
        for _, size, proxy in sorted(found, reverse=True):
            taken += size
            if taken > self._budget:
                with suppress(OSError):  # another process is reading it
                    proxy.unlink(missing_ok=True)

    def _serve(self, source: Path, token: LocalCancelToken) -> None:
        from av.error import FFmpegError

        try:
            check(token)
            target = proxy_of(self._folder, source)
            if not target.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                make_proxy(source, target, cancel=token, height=self.height)
                self._make_room(target)
        except Cancelled:
            return
        except StoryloomError as error:
            self._on_failed(source, error)
        except (FFmpegError, OSError, ValueError, MemoryError) as error:  # on to the next file
            self._on_failed(source, OutputError(f"No proxy of “{source.name}”: {error}."))
        else:
            self._on_made(source, target)


def _used(proxy: Path) -> tuple[float, int]:
    try:
        found = proxy.stat()
    except OSError:  # another process removed it meanwhile
        return 0.0, 0
    return found.st_mtime, found.st_size


def _go_last() -> None:
    """Let everything else go before this thread, and what the codecs start from it."""
    if sys.platform == "linux":  # elsewhere a thread has no niceness of its own
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), 19)


def _order(clip_format: ClipFormat, height: int) -> Order:
    share = min(1.0, height / clip_format.height)
    width = max(2, round(clip_format.width * share / 2) * 2)
    tall = max(2, round(clip_format.height * share / 2) * 2)
    small = ClipFormat(width, tall, fps=clip_format.fps, colour=clip_format.colour)
    return Order(small, _PLAN, ".mp4", width, tall)


def _shrunk(frames: VideoFrames, order: Order) -> Iterator[VideoFrame]:
    """Frames for the encoder: scaled as they are decoded, or by way of RGB if turned or clear."""
    from av.video.reformatter import VideoReformatter

    reformatter = VideoReformatter()
    reading = frames.video.reading
    upright = not reading.turns and reading.channels == 3 and reading.matrix is not None
    for index in range(len(frames)):
        if upright:
            frame = frames.decoded(index)
            yield scaled(frame, reading, order.width, order.height, reformatter)
            continue
        rgb = to_frame(drop_alpha(frames.make(index, ())), "rgb24", None, reformatter)
        yield reformatter.reformat(
            rgb,
            order.width,
            order.height,
            "yuv420p",
            dst_colorspace=BT709,
            dst_color_range=LIMITED,
            interpolation="BICUBIC",
        )
