"""How fast clips are written, read at random and through proxies, and how much memory that takes.

    python benchmarks/video.py [clip ...]

Export is compared with a bare PyAV loop of the same frames, codec, settings and conversion, in
turns within one run; the best of each counts. Without a clip a synthetic one is made.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipelines.frames import FrameSource, read
from pipelines.media.clips import open_clip
from pipelines.media.codecs import CODECS, Effort, VideoCodec
from pipelines.media.decoders import POOL
from pipelines.media.encoding import Order, Preparer, matrix_of
from pipelines.media.proxies import make_proxy
from pipelines.media.sequences import open_sequence
from pipelines.media.writing import plan_for, write_video
from pipelines.values import Clip, ClipFormat, Image

WIDTH, HEIGHT = 832, 480
EXPORTED = 96
SEEKS = 150
ROUNDS = 3
MEMORY_COUNTS = (300, 3000)
MEMORY_SIZE = (640, 360)
CASES = (
    (VideoCodec.H264, Effort.NORMAL),
    (VideoCodec.H264, Effort.FASTEST),
    (VideoCodec.H264_RGB, Effort.FAST),
    (VideoCodec.H265, Effort.FASTEST),
    (VideoCodec.FFV1, Effort.NORMAL),
    (VideoCodec.PRORES_HQ, Effort.NORMAL),
)


def main(arguments: Sequence[str]) -> None:
    """Measure every clip given, then the memory of a long export."""
    if arguments[:1] == ["--memory"]:
        print(_peak_of_export(int(arguments[1])))
        return
    with tempfile.TemporaryDirectory() as folder:
        clips = [Path(argument) for argument in arguments] or [_synthetic(Path(folder))]
        for path in clips:
            _export_table(path, Path(folder))
            if path.is_file():
                _seek_table(path, Path(folder))
        _memory_table()


def _export_table(path: Path, folder: Path) -> None:
    images = _pictures(path)
    clip_format = ClipFormat(WIDTH, HEIGHT, fps=Fraction(24))
    print(f"\nExport of {len(images)} frames in memory, {WIDTH}x{HEIGHT}, from {path.name}")
    print(f"{'codec':34}{'bare PyAV':>12}{'Storyloom':>12}{'ratio':>8}")
    for codec, effort in CASES:
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(_bare_export(folder, clip_format, images, codec, effort))
            ours.append(_our_export(folder, clip_format, images, codec, effort))
        rates = len(images) / min(bare), len(images) / min(ours)
        name = f"{CODECS[codec].label}, {effort}"
        print(f"{name:34}{rates[0]:8.1f} fps{rates[1]:8.1f} fps{rates[1] / rates[0]:8.2f}")


def _our_export(
    folder: Path,
    clip_format: ClipFormat,
    images: Sequence[Image],
    codec: VideoCodec,
    effort: Effort,
) -> float:
    started = perf_counter()
    written = write_video(folder / "ours", clip_format, images, codec, effort=effort)
    seconds = perf_counter() - started
    written.path.unlink()
    return seconds


def _bare_export(
    folder: Path,
    clip_format: ClipFormat,
    images: Sequence[Image],
    codec: VideoCodec,
    effort: Effort,
) -> float:
    """The shortest loop that makes the same file: no thread, no check, no rename."""
    import av

    suffix = CODECS[codec].suffixes[0]
    plan = plan_for(codec, channels=3, bits=8, quality=75, effort=effort)
    order = Order(clip_format, plan, suffix, WIDTH, HEIGHT)
    target = folder / f"bare{suffix}"
    started = perf_counter()
    prepare = Preparer(order)
    options = {"movflags": "+faststart"} if suffix in (".mp4", ".mov") else {}
    with av.open(str(target), "w", options=options) as container:
        stream: Any = container.add_stream(
            plan.encoder, rate=clip_format.fps, options=dict(plan.options)
        )
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, plan.pixel_format
        if plan.encoder.startswith("libx26"):
            stream.codec_context.gop_size = round(clip_format.fps * 2)
        matrix = matrix_of(order)
        if matrix is not None:
            stream.codec_context.colorspace = matrix
            stream.codec_context.color_range = 1
        for index, image in enumerate(images):
            frame = prepare.frame(image)
            frame.pts = index
            if matrix is not None:
                frame.colorspace, frame.color_range = matrix, 1
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    seconds = perf_counter() - started
    target.unlink()
    return seconds


def _seek_table(path: Path, folder: Path) -> None:
    proxy = folder / "proxy.mp4"
    started = perf_counter()
    make_proxy(path, proxy)
    made = perf_counter() - started
    print(f"\nRandom frames of {path.name}, {SEEKS} of each, as full-range RGB")
    print(f"{'file':34}{'p50':>10}{'p95':>10}{'in order':>14}")
    for name, file in (("original", path), ("proxy", proxy)):
        clip = open_clip(file, sound=False).clip
        times = _seek_times(clip)
        half, most = np.percentile(times, 50), np.percentile(times, 95)
        size = f"{name} {clip.format.width}x{clip.format.height}"
        print(f"{size:34}{half:7.1f} ms{most:7.1f} ms{_rate_in_order(clip):10.0f} fps")
        frames = len(clip)
        POOL.close()
    megabytes = proxy.stat().st_size / 1e6
    print(f"The proxy was made at {frames / made:.0f} fps and has {megabytes:.1f} MB.")


def _seek_times(clip: Clip) -> list[float]:
    times: list[float] = []
    for index in np.random.default_rng(0).integers(0, len(clip), SEEKS):
        started = perf_counter()
        read(clip.frames, int(index))
        times.append((perf_counter() - started) * 1000)
    return times


def _rate_in_order(clip: Clip) -> float:
    count = min(len(clip), 150)
    started = perf_counter()
    for index in range(count):
        read(clip.frames, index)
    return count / (perf_counter() - started)


def _memory_table() -> None:
    width, height = MEMORY_SIZE
    print(
        f"\nPeak memory of exporting frames of {width}x{height} to H.264, in a process of its own"
    )
    for count in MEMORY_COUNTS:
        child = subprocess.run(
            [sys.executable, __file__, "--memory", str(count)],
            check=True,
            capture_output=True,
            text=True,
        )
        print(f"{count:6} frames {int(child.stdout) / 1024:8.0f} MB")


def _peak_of_export(count: int) -> int:
    """Kibibytes that this process had at most, after one export."""
    import resource

    clip_format = ClipFormat(*MEMORY_SIZE)
    with tempfile.TemporaryDirectory() as folder:
        frames = _moving(count, *MEMORY_SIZE)
        write_video(
            Path(folder) / "film", clip_format, frames, effort=Effort.FASTEST, frame_count=count
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform != "darwin" else peak // 1024


def _pictures(path: Path) -> list[Image]:
    """The first frames, at the size that is exported."""
    import cv2

    opened = open_clip(path, sound=False) if path.is_file() else open_sequence(path)
    source: FrameSource = opened.clip.frames
    return [
        Image(cv2.resize(read(source, index).pixels, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA))
        for index in range(min(EXPORTED, len(source)))
    ]


def _synthetic(folder: Path) -> Path:
    clip_format = ClipFormat(1280, 720)
    return write_video(folder / "synthetic", clip_format, _moving(240, 1280, 720)).path


def _moving(count: int, width: int, height: int) -> Iterator[Image]:
    """A textured picture that slides, with a disc across it."""
    rng = np.random.default_rng(7)
    coarse = rng.integers(40, 215, (height // 8, width // 4, 3)).astype(np.uint8)
    texture = coarse.repeat(8, axis=0).repeat(8, axis=1)
    rows, columns = np.mgrid[:height, :width]
    for index in range(count):
        at = index * 3 % (texture.shape[1] - width)
        pixels = texture[:height, at : at + width].copy()
        centre = index * 11 % width
        disc = (columns - centre) ** 2 + (rows - height // 2) ** 2 < (height // 6) ** 2
        pixels[disc] = (230, 60, 40)
        yield Image(pixels)


if __name__ == "__main__":
    main(sys.argv[1:])
