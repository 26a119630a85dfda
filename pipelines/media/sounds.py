"""Sound: read from any file, cut, joined, resampled, and retimed without a change of pitch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError, TooLargeError, UnreadableFileError
from pipelines.media.containers import has_decoder, opened
from pipelines.media.paths import local_file
from pipelines.values import Audio

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.container import InputContainer

RATE = 48000
SECONDS_LIMIT = 3600.0
CHANNEL_LIMIT = 8
LAYOUTS = {1: "mono", 2: "stereo", 3: "2.1", 4: "quad", 5: "5.0", 6: "5.1", 7: "6.1", 8: "7.1"}
"""FFmpeg's name for a number of channels."""

_GAP_S = 0.1
_CHUNK = 16384
_TEMPO_STEP = 2.0
"""One atempo filter is best between a half and twofold; more is done in steps."""


def read_audio(path: Path | str, *, rate: int = RATE, limit_s: float = SECONDS_LIMIT) -> Audio:
    """The first sound of a file, at `rate`, from its own beginning.

    Raises TooLargeError over `limit_s` seconds, and MissingFileError, UnreadableFileError or
    UntrustedError.
    """
    file = local_file(path)
    audio = sound_of(file, rate=rate, stop_s=limit_s + 1)
    if audio is None:
        raise UnreadableFileError(
            f"“{file.name}” holds no sound.", mend="Choose a file with a sound track."
        )
    if not audio.samples.shape[1]:
        raise UnreadableFileError(
            f"The sound of “{file.name}” cannot be decoded.", mend="Convert it to WAV or FLAC."
        )
    if audio.seconds > limit_s:
        raise TooLargeError(
            f"The sound of “{file.name}” is longer than {limit_s:g} seconds.",
            mend="Cut it to the part that you need first.",
        )
    return audio


def sound_of(
    file: Path, *, rate: int, start_s: float | None = None, stop_s: float = SECONDS_LIMIT
) -> Audio | None:
    """The first sound of a file between two of its own times, or None where it has none.

    `start_s` None is where the sound begins. What lies before the sound, and holes in it, become
    silence. `stop_s` counts from the start. Damaged packets are left out.
    """
    with opened(file) as container:
        if not container.streams.audio or not has_decoder(container.streams.audio[0]):
            return None
        return _decode(file, container, rate, start_s, stop_s)


def sound_blocks(file: Path, *, rate: int) -> Iterator[NDArray[np.float32]]:
    """The first sound of a file in mono, block by block as it is decoded: (1, samples) each.

    Nothing where it has none. Damaged packets are left out.
    """
    with opened(file) as container:
        if not container.streams.audio or not has_decoder(container.streams.audio[0]):
            return
        resampler = _Resampler(1, rate)
        for frame in _decoded(container):
            yield from resampler.blocks(frame)
        yield from resampler.blocks(None)


def trim_audio(audio: Audio, start_s: float, stop_s: float) -> Audio:
    """The sound between two times; silence where it reaches outside."""
    first, stop = round(start_s * audio.rate), round(stop_s * audio.rate)
    if stop < first:
        raise MismatchError("A sound cannot end before it starts.", mend="Swap the two times.")
    length = audio.samples.shape[1]
    kept = audio.samples[:, min(max(first, 0), length) : min(max(stop, 0), length)]
    before = min(max(0, -first), stop - first)
    after = stop - first - before - kept.shape[1]
    return Audio(np.pad(kept, ((0, 0), (before, after))), audio.rate)


def reverse_audio(audio: Audio) -> Audio:
    """The sound played backwards."""
    return Audio(np.ascontiguousarray(audio.samples[:, ::-1]), audio.rate)


def resample(audio: Audio, rate: int) -> Audio:
    """The sound at another sample rate."""
    if audio.rate == rate:
        return audio
    from av.audio.resampler import AudioResampler

    channels = audio.samples.shape[0]
    resampler = AudioResampler(format="fltp", layout=_layout(channels), rate=rate)
    blocks = [
        _samples(block)
        for frame in (*audio_frames(audio), None)
        for block in resampler.resample(frame)
    ]
    length = round(audio.samples.shape[1] * rate / audio.rate)
    return Audio(_joined(blocks, channels, length), rate)


def second_of(audio: Audio, second: int, rate: int) -> NDArray[np.float32]:
    """One second from the start on, (rate, 2) float32 at a sample rate; silence beyond the end.

    The seconds of a sound join without a seam: each is resampled with a second around it.
    """
    first = max(second - 1, 0)
    heard = np.zeros((rate, 2), np.float32)
    if second * audio.rate < audio.samples.shape[1]:
        around = audio.samples[:, first * audio.rate : (second + 2) * audio.rate]
        at = (second - first) * rate
        resampled = resample(Audio(_as_stereo(around), audio.rate), rate)
        piece = resampled.samples[:, at : at + rate].T
        heard[: len(piece)] = piece
    return heard


def concatenate(sounds: Sequence[Audio]) -> Audio:
    """Sounds one after the other, at the rate and with the channels of the richest."""
    if not sounds:
        raise MismatchError("There is no sound to join.", mend="Connect at least one.")
    rate = max(sound.rate for sound in sounds)
    channels = max(sound.samples.shape[0] for sound in sounds)
    blocks = [_with_channels(resample(sound, rate).samples, channels) for sound in sounds]
    return Audio(np.concatenate(blocks, axis=1), rate)


def retime_audio(audio: Audio, speed: float) -> Audio:
    """The sound at `speed` times its speed and with its own pitch (FFmpeg's atempo, WSOLA)."""
    if not 0.01 <= speed <= 100:
        raise MismatchError(
            f"A sound cannot play at {speed:g} times its speed.",
            mend="Choose from 0.01 to 100, and reverse it separately.",
        )
    if speed == 1:
        return audio
    channels, samples = audio.samples.shape
    blocks = list(_through_tempo(audio, _tempo_steps(speed)))
    return Audio(_joined(blocks, channels, round(samples / speed)), audio.rate)


def audio_frames(audio: Audio) -> Iterator[AudioFrame]:
    """The sound as FFmpeg frames of planar float samples with timestamps."""
    from av.audio.frame import AudioFrame

    channels, length = audio.samples.shape
    for start in range(0, length, _CHUNK):
        block = np.ascontiguousarray(audio.samples[:, start : start + _CHUNK])
        frame = AudioFrame.from_ndarray(block, format="fltp", layout=_layout(channels))
        frame.sample_rate = audio.rate
        frame.time_base = Fraction(1, audio.rate)
        frame.pts = start
        yield frame


class _Resampler:
    """Samples at one rate and layout, whatever those of the frames, which may change midway."""

    def __init__(self, channels: int, rate: int) -> None:
        self._layout = _layout(channels)
        self._rate = rate
        self._kind: tuple[str, str, int] | None = None
        self._resampler: AudioResampler | None = None

    def blocks(self, frame: AudioFrame | None) -> Iterator[NDArray[np.float32]]:
        """The samples that are ready after this frame; with None, the last of them."""
        from av.audio.resampler import AudioResampler

        kind = None
        if frame is not None:
            kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        if kind != self._kind:
            if self._resampler is not None:
                yield from map(_samples, self._resampler.resample(None))
            self._kind = kind
            self._resampler = AudioResampler(format="fltp", layout=self._layout, rate=self._rate)
        if frame is not None and self._resampler is not None:
            frame.pts = None
            yield from map(_samples, self._resampler.resample(frame))


def _decode(
    file: Path, container: InputContainer, rate: int, start_s: float | None, stop_s: float
) -> Audio:
    stream = container.streams.audio[0]
    channels = stream.channels
    if not 1 <= channels <= CHANNEL_LIMIT or not stream.rate:
        raise UnreadableFileError(
            f"The sound of “{file.name}” cannot be decoded, or has more than {CHANNEL_LIMIT} "
            "channels.",
            mend="Convert it to a WAV or FLAC file in stereo.",
        )
    resampler = _Resampler(channels, rate)
    blocks: list[NDArray[np.float32]] = []
    heard, skip, limit = 0, 0, round(stop_s * rate)
    origin = start_s
    for frame in _decoded(container):
        time = frame.time
        if time is not None:
            origin = time if origin is None else origin
            gap = round((time - origin) * rate) - heard
            if gap > (_GAP_S * rate if heard else 0):
                blocks.append(np.zeros((channels, min(gap, limit)), np.float32))
                heard += gap
            elif not heard and gap < 0:
                skip = -gap
                heard = gap
        for block in resampler.blocks(frame):
            blocks.append(block)
            heard += block.shape[1]
        if heard >= limit:
            break
    else:
        blocks.extend(resampler.blocks(None))
    joined = np.concatenate(blocks, axis=1) if blocks else np.zeros((channels, 0), np.float32)
    return Audio(np.ascontiguousarray(joined[:, skip : skip + limit], np.float32), rate)


def _decoded(container: InputContainer) -> Iterator[AudioFrame]:
    """Frames of sound, left out where damaged: PyAV would read past those of 21 channels."""
    from av.error import FFmpegError

    stream = container.streams.audio[0]
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
            if packet is None:
                return
            for frame in packet.decode():
                if 1 <= frame.layout.nb_channels <= CHANNEL_LIMIT:
                    yield frame
        except EOFError:
            return
        except FFmpegError:
            continue


def _tempo_steps(speed: float) -> list[float]:
    steps: list[float] = []
    while speed > _TEMPO_STEP or speed < 1 / _TEMPO_STEP:
        step = _TEMPO_STEP if speed > 1 else 1 / _TEMPO_STEP
        steps.append(step)
        speed /= step
    return [*steps, speed]


def _through_tempo(audio: Audio, steps: Sequence[float]) -> Iterator[NDArray[np.float32]]:
    from av.audio.frame import AudioFrame
    from av.error import BlockingIOError as NothingYet
    from av.error import EOFError as AllOut
    from av.filter import Graph

    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=audio.rate,
        format="fltp",
        layout=_layout(audio.samples.shape[0]),
        time_base=Fraction(1, audio.rate),
    )
    tempos = [graph.add("atempo", f"{step:.9f}") for step in steps]
    planar = graph.add("aformat", "sample_fmts=fltp")
    graph.link_nodes(source, *tempos, planar, graph.add("abuffersink")).configure()
    for frame in (*audio_frames(audio), None):
        graph.push(frame)
        while True:
            try:
                out = graph.pull()
            except (NothingYet, AllOut):
                break
            if isinstance(out, AudioFrame):
                yield _samples(out)


def _joined(
    blocks: Sequence[NDArray[np.float32]], channels: int, length: int
) -> NDArray[np.float32]:
    """The blocks in one, cut or padded with silence to a length."""
    joined = np.concatenate([np.zeros((channels, 0), np.float32), *blocks], axis=1)[:, :length]
    return np.pad(joined, ((0, 0), (0, length - joined.shape[1]))).astype(np.float32, copy=False)


def _with_channels(samples: NDArray[np.float32], channels: int) -> NDArray[np.float32]:
    """Mono is heard on every channel; other missing channels are silent."""
    have = samples.shape[0]
    if have == 1:
        return np.repeat(samples, channels, axis=0)
    return np.pad(samples, ((0, channels - have), (0, 0)))


def _as_stereo(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """What two loudspeakers play of it: centre and surround on both, at 0.7."""
    if samples.shape[0] <= 2:
        return _with_channels(samples, 2)
    both = samples[2:].sum(axis=0, dtype=np.float32) * np.float32(0.7)
    return np.clip(samples[:2] + both, -1, 1)


def _samples(frame: AudioFrame) -> NDArray[np.float32]:
    """The samples of a planar float frame."""
    return frame.to_ndarray().astype(np.float32, copy=False)


def _layout(channels: int) -> str:
    if channels not in LAYOUTS:
        raise MismatchError(
            f"A sound of {channels} channels is not known.", mend="Mix it down to stereo."
        )
    return LAYOUTS[channels]
