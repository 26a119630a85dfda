"""One file being encoded: its streams, pictures in order, and the sound that goes along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.conversions import fitted
from pipelines.media.codecs import CONTAINERS, EncoderPlan, SoundCodec
from pipelines.media.colour import BT709, BT2020, LIMITED, code_points, to_frame
from pipelines.media.sounds import LAYOUTS, resample
from pipelines.media.timecode import ZERO
from pipelines.values import Audio, ClipFormat, Image, Picture

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.filter import Graph
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_SOUND_ENCODERS = {
    SoundCodec.AAC: "aac",
    SoundCodec.PCM: "pcm_s24le",
    SoundCodec.OPUS: "libopus",
}
_AAC_RATES = (44100, 48000, 88200, 96000)
_OPUS_RATE = 48000
_BITS_A_SECOND = 96_000
"""For each channel of packed sound."""
_KEYFRAME_S = 2


@dataclass(frozen=True, slots=True)
class Order:
    """What to encode, and as what. The size is that of the file, after padding."""

    clip_format: ClipFormat
    plan: EncoderPlan
    suffix: str
    width: int
    height: int
    timecode: str = ZERO
    audio: Audio | None = None
    sound: SoundCodec | None = None


class Preparer:
    """Turns pictures into what the encoder takes. For one thread."""

    def __init__(self, order: Order) -> None:
        from av.video.reformatter import VideoReformatter

        self._order = order
        self._reformatter = VideoReformatter()
        self._matrix = matrix_of(order)
        self._is_gif = order.plan.encoder == "gif"

    def frame(self, picture: Picture) -> VideoFrame:
        """The picture in the encoder's size, depth, alpha and colour."""
        plan = self._order.plan
        image = fitted(picture, channels=plan.channels, bits=plan.bits)
        image = padded(image, self._order.width, self._order.height)
        wanted = {3: "rgb24", 4: "rgba"}[plan.channels] if self._is_gif else plan.pixel_format
        return to_frame(image, wanted, self._matrix, self._reformatter)


class Encoder:
    """A file that is being encoded. For one thread at a time."""

    def __init__(self, path: Path, order: Order) -> None:
        import av

        self._order = order
        muxer = CONTAINERS[order.suffix]
        options = {"gif": {"loop": "0"}, "matroska": {}}.get(muxer, {"movflags": "+faststart"})
        self._container = av.open(str(path), "w", format=muxer, options=options)
        self._video = self._add_video(muxer)
        self._palette = _palette_graph(order) if muxer == "gif" else None
        self._audio, self._sound = self._add_sound()
        self._heard = 0

    def encode(self, frame: VideoFrame, index: int) -> None:
        """Add picture `index`, and the sound that is heard until its end."""
        frame.pts = index
        frame.time_base = 1 / self._order.clip_format.fps
        self._tag(frame)
        self._mux_sound(until=Fraction(index + 1) / self._order.clip_format.fps)
        for ready in self._with_palette(frame):
            self._container.mux(self._video.encode(ready))

    def finish(self) -> None:
        """Write what is still held back, and the end of the file."""
        for ready in self._with_palette(None):
            self._container.mux(self._video.encode(ready))
        self._container.mux(self._video.encode(None))
        if self._sound is not None:
            self._container.mux(self._sound.encode(None))
        self._container.close()

    def abandon(self) -> None:
        """Let the file go, whatever state it is in."""
        with suppress(OSError, ValueError, RuntimeError, LookupError):
            self._container.close()

    def _add_video(self, muxer: str) -> VideoStream:
        order = self._order
        stream = cast(
            "VideoStream",
            self._container.add_stream(
                order.plan.encoder, rate=order.clip_format.fps, options=dict(order.plan.options)
            ),
        )
        stream.width, stream.height = order.width, order.height
        stream.pix_fmt = order.plan.pixel_format
        context = stream.codec_context
        context.time_base = 1 / order.clip_format.fps
        if order.plan.encoder.startswith("libx26"):
            context.gop_size = max(1, round(order.clip_format.fps * _KEYFRAME_S))
        if order.plan.encoder == "libx265" and muxer in ("mp4", "mov"):
            context.codec_tag = "hvc1"
        matrix = matrix_of(order)
        if muxer != "gif":
            context.color_primaries, context.color_trc = code_points(order.clip_format.colour)
        if matrix is not None:
            context.colorspace, context.color_range = matrix, LIMITED
        if order.timecode != ZERO and muxer != "gif":
            stream.metadata["timecode"] = order.timecode
        return stream

    def _add_sound(self) -> tuple[Audio | None, AudioStream | None]:
        audio, sound = self._order.audio, self._order.sound
        if audio is None or sound is None:
            return None, None
        if sound is SoundCodec.OPUS or (sound is SoundCodec.AAC and audio.rate not in _AAC_RATES):
            audio = resample(audio, _OPUS_RATE)
        channels = audio.samples.shape[0]
        stream = cast(
            "AudioStream",
            self._container.add_stream(
                _SOUND_ENCODERS[sound], rate=audio.rate, layout=LAYOUTS[channels]
            ),
        )
        if sound is not SoundCodec.PCM:
            stream.bit_rate = _BITS_A_SECOND * channels
        return audio, stream

    def _mux_sound(self, until: Fraction) -> None:
        from av.audio.frame import AudioFrame

        if self._audio is None or self._sound is None:
            return
        stop = min(round(until * self._audio.rate), self._audio.samples.shape[1])
        if stop <= self._heard:
            return
        block = np.ascontiguousarray(self._audio.samples[:, self._heard : stop])
        frame = AudioFrame.from_ndarray(block, format="fltp", layout=LAYOUTS[block.shape[0]])
        frame.sample_rate = self._audio.rate
        frame.time_base = Fraction(1, self._audio.rate)
        frame.pts = self._heard
        self._heard = stop
        self._container.mux(self._sound.encode(frame))

    def _tag(self, frame: VideoFrame) -> None:
        """A frame without the stream's tags would be converted once more by the encoder."""
        context = self._video.codec_context
        frame.color_primaries, frame.color_trc = context.color_primaries, context.color_trc
        if self._order.plan.matrix:
            frame.colorspace, frame.color_range = context.colorspace, context.color_range

    def _with_palette(self, frame: VideoFrame | None) -> Iterator[VideoFrame]:
        from av.error import BlockingIOError as NothingYet
        from av.error import EOFError as AllOut

        if self._palette is None:
            if frame is not None:
                yield frame
            return
        self._palette.vpush(frame)
        while True:
            try:
                ready = self._palette.vpull()
            except (NothingYet, AllOut):
                return
            ready.time_base = 1 / self._order.clip_format.fps
            yield ready


def matrix_of(order: Order) -> int | None:
    """The YUV matrix to convert with and to tag: BT.2020 for its primaries, otherwise BT.709."""
    if not order.plan.matrix:
        return None
    return BT2020 if order.clip_format.colour.primaries == "bt2020" else BT709


def padded(image: Image, width: int, height: int) -> Image:
    """The image with its last column and row repeated up to a size."""
    right, below = width - image.width, height - image.height
    if not right and not below:
        return image
    pixels: NDArray[Any] = np.pad(image.pixels, ((0, below), (0, right), (0, 0)), mode="edge")
    return Image(pixels)


def _palette_graph(order: Order) -> Graph:
    """A palette of its own for each frame, so that memory does not grow with the film."""
    from av.filter import Graph
    from av.video.format import VideoFormat

    graph = Graph()
    source = graph.add_buffer(
        width=order.width,
        height=order.height,
        format=VideoFormat({3: "rgb24", 4: "rgba"}[order.plan.channels]),
        time_base=1 / order.clip_format.fps,
    )
    split = graph.add("split")
    transparent = int(order.plan.channels == 4)
    make = graph.add("palettegen", f"stats_mode=single:reserve_transparent={transparent}")
    use = graph.add("paletteuse", "new=1:dither=sierra2_4a")
    source.link_to(split)
    split.link_to(use, 0, 0)
    split.link_to(make, 1, 0)
    make.link_to(use, 0, 1)
    use.link_to(graph.add("buffersink"))
    graph.configure()
    return graph
