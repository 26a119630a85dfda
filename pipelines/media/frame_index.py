"""Which frames a file has and when each is shown, and how they fall on a constant rate."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from pipelines.digest import Digest
from pipelines.errors import TooLargeError, UnreadableFileError
from pipelines.media.containers import decoded, opened, video_stream
from pipelines.values import read_only

FRAME_LIMIT = 5_000_000
_REMEMBERED = 64
_COARSE = Fraction(1, 100)
_UNTIMED = ("avi", "h264", "hevc", "obu", "m4v", "mpegvideo")
"""Containers whose packets have no presentation time."""
_WHOLE_RATES = tuple(
    Fraction(rate) for rate in (8, 10, 12, 15, 18, 24, 25, 30, 48, 50, 60, 90, 100, 120, 240)
)
_STANDARD_RATES = _WHOLE_RATES + tuple(
    Fraction(rate * 1000, 1001) for rate in (24, 30, 48, 60, 120)
)


@dataclass(frozen=True, slots=True, eq=False)
class FrameIndex:
    """Timestamps of a file's frames in the order shown, in units of `time_base` seconds.

    `keyframes` are those from which decoding can begin. `stop` is where the last frame ends.
    `cut_short` says that the file ends within a packet, or before what its header promises.
    `labels` are the timestamps in the order in which frames are decoded, where a container
    (AVI, a bare stream) stores packets in decoding order and gives them times in that order.
    """

    times: NDArray[np.int64]
    keyframes: NDArray[np.int64]
    time_base: Fraction
    stop: int
    cut_short: bool
    labels: Mapping[int, int] | None = None

    def __len__(self) -> int:
        return len(self.times)

    def keyframe_before(self, index: int, back: int = 0) -> int:
        """Timestamp of the keyframe at or before a frame, or `back` keyframes earlier."""
        at = int(np.searchsorted(self.keyframes, self.times[index], side="right")) - 1
        return int(self.keyframes[max(0, at - back)])

    def at_time(self, time: int) -> int:
        """The frame with this timestamp, or the first after it."""
        if self.labels is not None:
            return self.labels.get(time, len(self.times))
        return int(np.searchsorted(self.times, time))

    def is_time_of(self, time: int | None, index: int) -> bool:
        """Whether `index`, found by `at_time`, has exactly this timestamp."""
        if time is None or not 0 <= index < len(self.times):
            return False
        return self.labels is not None or int(self.times[index]) == time

    @property
    def gop(self) -> int:
        """The longest distance between keyframes, in frames."""
        starts = np.searchsorted(self.times, self.keyframes)
        return int(np.diff(np.append(starts, len(self.times))).max())


@dataclass(frozen=True, slots=True, eq=False)
class Conformed:
    """A constant rate, and the file's frame for each frame at that rate (None: one for one)."""

    fps: Fraction
    order: NDArray[np.int64] | None
    notes: tuple[str, ...] = ()


_known: OrderedDict[Digest, FrameIndex] = OrderedDict()
_known_lock = Lock()


def frame_index(file: Path, digest: Digest) -> FrameIndex:
    """The index of a file, built by demuxing it once and remembered by its digest."""
    with _known_lock:
        if digest in _known:
            _known.move_to_end(digest)
            return _known[digest]
    index = _build(file)
    with _known_lock:
        _known[digest] = index
        while len(_known) > _REMEMBERED:
            _known.popitem(last=False)
    return index


def conform(index: FrameIndex, nominal: Fraction, *, fps: Fraction | None = None) -> Conformed:
    """Fit a file's frames to a constant rate: its own where it has one, otherwise the nearest.

    With `fps` the frames are taken one for one and played at that rate.
    """
    if fps is not None:
        return Conformed(fps, None)
    if len(index) == 1:
        return Conformed(nominal, None)
    seconds = (index.times - index.times[0]).astype(np.float64) * float(index.time_base)
    measured = (len(index) - 1) / seconds[-1]
    for rate in _candidates(nominal, measured, index.time_base):
        slips = np.abs(seconds * float(rate) - np.arange(len(index)))
        if slips.max() < 0.5:
            return Conformed(rate, None)
    usual = 1 / float(np.median(np.diff(seconds)))
    return _nearest(index, seconds, _usual_rate(nominal, usual))


def _nearest(index: FrameIndex, seconds: NDArray[np.float64], fps: Fraction) -> Conformed:
    """Each frame at the constant rate shows the file's frame nearest in time."""
    length = float((index.stop - int(index.times[0])) * index.time_base)
    count = max(1, round(length * float(fps)))
    if count > FRAME_LIMIT:
        raise TooLargeError(
            f"At {_rate_words(fps)} this file has {count:,} frames.",
            mend="Convert it to a constant rate first, or cut it into parts.",
        )
    goals = np.arange(count) / float(fps)
    later = np.clip(np.searchsorted(seconds, goals), 1, len(seconds) - 1)
    order = later - (goals - seconds[later - 1] <= seconds[later] - goals)
    shown = len(np.unique(order))
    note = (
        f"Its frame rate varies; conformed to {_rate_words(fps)}: {count} frames, "
        f"{count - shown} of them repeats, {len(index) - shown} of the file's {len(index)} "
        "left out."
    )
    return Conformed(fps, read_only(order.astype(np.int64)), (note,))


def _candidates(nominal: Fraction, measured: float, time_base: Fraction) -> list[Fraction]:
    """Rates to try in turn. Times in hundredths (GIF) cannot tell 23.976 from the likelier 24."""
    exact = Fraction(measured).limit_denominator(1001)
    usual = [nominal, _usual_rate(nominal, measured), exact]
    if time_base < _COARSE:
        return usual
    whole = min(_WHOLE_RATES, key=lambda rate: abs(float(rate) - measured))
    return [whole, *usual] if abs(float(whole) - measured) < 0.05 * measured else usual


def _usual_rate(nominal: Fraction, measured: float) -> Fraction:
    """The standard rate nearest to the one measured, or the nominal one where that is near."""
    if abs(float(nominal) - measured) < 0.02 * measured:
        return nominal
    return min(_STANDARD_RATES, key=lambda rate: abs(float(rate) - measured))


def _rate_words(fps: Fraction) -> str:
    return f"{float(fps):.6g} frames a second"


def _build(file: Path) -> FrameIndex:
    from av.error import FFmpegError

    times: list[int] = []
    keyframes: list[int] = []
    last, stop, cut_short = -(1 << 62), 0, False
    with opened(file) as container:
        stream = video_stream(container, file)
        time_base = Fraction(stream.time_base or Fraction(1, 1000))
        promised = stream.frames
        end = (stream.start_time or 0) + stream.duration if stream.duration else 0
        try:
            for packet in container.demux(stream):
                time = packet.pts if packet.pts is not None else packet.dts
                if not packet.size or time is None:
                    continue
                if packet.is_corrupt:
                    cut_short = True
                    continue
                if packet.is_keyframe:
                    keyframes.append(time)
                if not packet.is_discard:
                    times.append(time)
                    if time >= last:
                        last, stop = time, time + (packet.duration or 0)
                _require_count(len(times), file)
        except (FFmpegError, EOFError):
            cut_short = True
        reordered = container.format.name in _UNTIMED and stream.codec_context.has_b_frames
    if reordered:
        times = _decoding_order(file)
    cut_short = cut_short or len(times) < promised
    stop = stop if cut_short else max(end, stop)
    index = _index(file, times, keyframes, time_base, stop, cut_short)
    if not reordered:
        return index
    return replace(index, labels={time: place for place, time in enumerate(times)})


def _decoding_order(file: Path) -> list[int]:
    """The timestamps that frames are given when the whole file is decoded, in that order."""
    with opened(file) as container:
        stream = video_stream(container, file)
        found = [frame.pts for frame in decoded(container, stream) if frame.pts is not None]
    return list(dict.fromkeys(found))


def _index(
    file: Path,
    times: list[int],
    keyframes: list[int],
    time_base: Fraction,
    stop: int,
    cut_short: bool,
) -> FrameIndex:
    if not times:
        raise UnreadableFileError(
            f"“{file.name}” holds no frame that can be read.",
            mend="The project is unchanged. Copy the file again from where it came.",
        )
    begins = np.unique(np.array(keyframes or times[:1], np.int64))
    shown = np.unique(np.array(times, np.int64))
    shown = shown[shown >= begins[0]]
    if not len(shown):
        shown = begins[-1:]
    step = int(np.median(np.diff(shown))) if len(shown) > 1 else 1
    return FrameIndex(
        read_only(shown), read_only(begins), time_base, max(stop, int(shown[-1]) + step), cut_short
    )


def _require_count(count: int, file: Path) -> None:
    if count > FRAME_LIMIT:
        raise TooLargeError(
            f"“{file.name}” has more than {FRAME_LIMIT:,} frames.",
            mend="Cut it into parts.",
        )
