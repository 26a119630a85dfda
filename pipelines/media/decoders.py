"""Decoders that are open now: a few, each used by one thread at a time, oldest closed first."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from pipelines.digest import Digest
from pipelines.errors import UnreadableFileError
from pipelines.media.colour import Reading, to_image
from pipelines.media.containers import decoder_for, open_container, readable, video_stream
from pipelines.media.frame_index import FrameIndex
from pipelines.media.paths import missing
from pipelines.values import Image

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

IDLE_LIMIT = 8
_PER_FILE = 2
_STEP_ON = 12
"""Frames worth decoding through rather than seeking."""
_EARLIER = (0, 1, 2, 4, 16, 1 << 40)
"""Keyframes to go back by, where a seek lands after the frame."""


@dataclass(frozen=True, slots=True, eq=False)
class VideoFile:
    """A file as it was when its clip was opened."""

    path: Path
    digest: Digest
    stamp: tuple[int, int]
    index: FrameIndex
    reading: Reading
    size: tuple[int, int]
    """Width and height as coded, before rotation."""


def stamp_of(path: Path) -> tuple[int, int]:
    """Size and modification time, by which a change of the file is noticed."""
    try:
        stat = path.stat()
    except OSError as error:
        raise missing(path) from error
    return stat.st_size, stat.st_mtime_ns


class Decoder:
    """One open file, decoded from where it stands. For one thread at a time."""

    def __init__(self, video: VideoFile) -> None:
        from av.video.reformatter import VideoReformatter

        if stamp_of(video.path) != video.stamp:
            raise UnreadableFileError(
                f"“{video.path.name}” has changed since it was loaded.",
                mend="Reload it to see what it is now; earlier results are kept.",
            )
        self.video = video
        self._reformatter = VideoReformatter()
        self._next: int | None = None
        self._open()

    def _open(self) -> None:
        """Open the file, standing at its beginning."""
        self._container = open_container(self.video.path)
        try:
            self._stream = video_stream(self._container, self.video.path)
            threads = min(4, os.cpu_count() or 1)
            self._context: Any = decoder_for(self._stream, threads=threads)
        except BaseException:
            self._container.close()
            raise
        self._frames: Iterator[VideoFrame] = self._decoded()
        self._ahead: VideoFrame | None = None

    def steps_to(self, index: int) -> int | None:
        """Frames to decode until this one without a seek, or None where a seek is better."""
        if self._next is None or index < self._next:
            return None
        steps = index - self._next
        key = self.video.index.at_time(self.video.index.keyframe_before(index))
        return steps if steps <= _STEP_ON or key <= self._next else None

    def image(self, index: int) -> Image:
        """The frame as an Image. Raises UnreadableFileError naming the frame."""
        return to_image(self.frame(index), self.video.reading, self._reformatter)

    def frame(self, index: int) -> VideoFrame:
        """The frame as decoded: not turned, not converted."""
        if self.steps_to(index) is None:
            frame = self._seek(index)
        else:
            frame, _ = self._run_to(index)
        if frame is None or frame.is_corrupt or (frame.width, frame.height) != self.video.size:
            raise UnreadableFileError(
                f"Frame {index} of “{self.video.path.name}” cannot be decoded.",
                mend="The other frames are unharmed: mark in or out around it, or copy the file "
                "again.",
            )
        return frame

    def close(self) -> None:
        """Let the file go."""
        self._frames = iter(())
        self._container.close()

    def _seek(self, index: int) -> VideoFrame | None:
        tried: set[int] = set()
        for back in _EARLIER:
            time = self.video.index.keyframe_before(index, back)
            if time in tried:
                break
            tried.add(time)
            self._start_at(time)
            frame, passed_any = self._run_to(index, after_seek=True)
            if frame is not None or passed_any:
                return frame
        self.close()
        self._open()
        return self._run_to(index)[0]

    def _start_at(self, time: int) -> None:
        with readable(self.video.path):
            self._container.seek(time, stream=self._stream)
        if self._context is not self._stream.codec_context:
            self._context.flush_buffers()
        self._ahead = None
        self._frames = self._decoded()

    def _run_to(self, index: int, *, after_seek: bool = False) -> tuple[VideoFrame | None, bool]:
        """Decode on to a frame. Also whether earlier frames came by, so that it is truly absent.

        A timestamp that the file does not have shows that a seek (in MPEG streams) went astray.
        """
        known = self.video.index
        passed_any = False
        self._next = index + 1
        while (frame := self._take()) is not None:
            at = known.at_time(frame.pts) if frame.pts is not None else -1
            if not known.is_time_of(frame.pts, at):
                if after_seek:
                    return None, False
            elif at < index:
                passed_any = True
            elif at == index:
                return frame, True
            else:
                self._ahead = frame
                return None, passed_any
        self._next = None
        return None, passed_any

    def _take(self) -> VideoFrame | None:
        frame, self._ahead = self._ahead, None
        return frame if frame is not None else next(self._frames, None)

    def _decoded(self) -> Iterator[VideoFrame]:
        """Frames from here on. A damaged packet costs its own frames, not those after it."""
        from av.error import FFmpegError

        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets, None)
            except (FFmpegError, EOFError):
                packet = None
            if packet is not None and packet.is_corrupt:
                continue
            last = packet is None or not packet.size
            with suppress(FFmpegError, EOFError):
                yield from self._context.decode(None if last else packet)
            if last:
                return


class DecoderPool:
    """Open decoders between uses. Taking one hands it to the caller alone."""

    def __init__(self, limit: int = IDLE_LIMIT) -> None:
        self._limit = limit
        self._idle: list[Decoder] = []
        self._lock = Lock()

    @contextmanager
    def decoder(self, video: VideoFile, index: int) -> Generator[Decoder]:
        """A decoder of this file, the one that reaches this frame soonest."""
        taken = self._take(video, index) or Decoder(video)
        try:
            yield taken
        except UnreadableFileError:
            self._give_back(taken)
            raise
        except BaseException:
            taken.close()
            raise
        self._give_back(taken)

    def close(self, path: Path | None = None) -> None:
        """Close the decoders that nobody is using: of one file, or all."""
        with self._lock:
            closing = [one for one in self._idle if path is None or one.video.path == path]
            self._idle = [one for one in self._idle if one not in closing]
        for decoder in closing:
            decoder.close()

    def _take(self, video: VideoFile, index: int) -> Decoder | None:
        with self._lock:
            own = [one for one in self._idle if one.video.digest == video.digest]
            near = [(steps, one) for one in own if (steps := one.steps_to(index)) is not None]
            if near:
                found = min(near, key=lambda pair: pair[0])[1]
            elif len(own) >= _PER_FILE:
                found = own[0]
            else:
                return None
            self._idle.remove(found)
            return found

    def _give_back(self, decoder: Decoder) -> None:
        with self._lock:
            self._idle.append(decoder)
            closing, self._idle = self._idle[: -self._limit], self._idle[-self._limit :]
        for old in closing:
            old.close()


POOL = DecoderPool()
"""The decoders of this process."""
