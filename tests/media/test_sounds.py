"""Sound keeps its length, its step with the pictures, and its pitch."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from pipelines.errors import MismatchError, TooLargeError, UnreadableFileError, UntrustedError
from pipelines.media.clips import open_clip
from pipelines.media.codecs import SoundCodec, VideoCodec
from pipelines.media.sounds import (
    audio_frames,
    concatenate,
    read_audio,
    resample,
    retime_audio,
    reverse_audio,
    trim_audio,
)
from pipelines.media.writing import write_video
from pipelines.values import Audio
from tests.media.films import film_format, frames, pitch_of, tone, write_film


def film_with_sound(path: Path, audio: Audio, count: int = 48) -> Path:
    clip_format = film_format()
    return write_video(
        path, clip_format, frames(clip_format, count), audio=audio, sound_codec=SoundCodec.AAC
    ).path


def ramp(length: int, rate: int = 1000) -> Audio:
    return Audio(np.linspace(0, 1, length, dtype=np.float32)[None], rate)


def test_sound_is_read_at_the_rate_asked_for(tmp_path: Path) -> None:
    path = film_with_sound(tmp_path / "film.mp4", tone(1.5))
    for rate in (48000, 22050):
        audio = read_audio(path, rate=rate)
        assert audio.rate == rate
        assert audio.seconds == pytest.approx(1.5, abs=0.03)
        assert pitch_of(audio) == pytest.approx(440, abs=2)


def test_pcm_sound_comes_back_sample_for_sample(tmp_path: Path) -> None:
    clip_format = film_format()
    audio = tone(1.0)
    path = write_video(
        tmp_path / "film", clip_format, frames(clip_format, 24), VideoCodec.FFV1, audio=audio
    ).path
    back = read_audio(path)
    assert back.samples.shape == audio.samples.shape
    assert np.abs(back.samples - audio.samples).max() < 1e-6


def test_files_without_sound_too_long_or_remote_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no sound"):
        read_audio(write_film(tmp_path / "silent.mp4", 3).path)
    with pytest.raises(TooLargeError, match="longer than 1 seconds"):
        read_audio(film_with_sound(tmp_path / "film.mp4", tone(2)), limit_s=1)
    with pytest.raises(UntrustedError):
        read_audio("http://127.0.0.1:1/a.wav")
    (tmp_path / "text.wav").write_text("no sound " * 50)
    with pytest.raises(UnreadableFileError):
        read_audio(tmp_path / "text.wav")


def write_wav(path: Path, samples: np.ndarray, channels: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(samples.astype("<i2").tobytes())


def test_more_channels_than_a_film_has_are_refused(tmp_path: Path) -> None:
    write_wav(tmp_path / "many.wav", np.zeros((4800, 21)), 21)
    with pytest.raises(UnreadableFileError, match="channels"):
        read_audio(tmp_path / "many.wav")
    write_wav(tmp_path / "six.wav", np.tile(np.arange(6) * 1000, (4800, 1)), 6)
    six = read_audio(tmp_path / "six.wav")
    assert np.round(six.samples[:, 100] * 32768).tolist() == [0, 1000, 2000, 3000, 4000, 5000]


def test_sound_that_changes_its_channels_midway_is_read_to_the_end(tmp_path: Path) -> None:
    sounds = [tone(0.5), tone(0.5, channels=1)]
    packets: list[bytes] = []
    for number, sound in enumerate(sounds):
        with av.open(str(tmp_path / f"{number}.aac"), "w", format="adts") as container:
            stream: Any = container.add_stream(
                "aac", rate=48000, layout="stereo" if number == 0 else "mono"
            )
            for frame in audio_frames(sound):
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        packets.append((tmp_path / f"{number}.aac").read_bytes())
    (tmp_path / "both.aac").write_bytes(b"".join(packets))
    audio = read_audio(tmp_path / "both.aac")
    assert audio.samples.shape[0] == 2
    assert audio.seconds == pytest.approx(1.0, abs=0.1)
    assert np.abs(audio.samples[1, -9600:]).max() > 0.1


def test_a_clip_without_its_sound_has_none(tmp_path: Path) -> None:
    path = film_with_sound(tmp_path / "film.mp4", tone(1))
    assert open_clip(path, sound=False).clip.audio is None
    assert open_clip(path).clip.audio is not None


def test_a_trim_reaches_outside_as_silence() -> None:
    audio = ramp(1000)
    np.testing.assert_array_equal(trim_audio(audio, 0.25, 0.5).samples, audio.samples[:, 250:500])
    wider = trim_audio(audio, -0.1, 1.1).samples
    assert wider.shape == (1, 1200)
    assert not wider[:, :100].any() and not wider[:, 1100:].any()
    np.testing.assert_array_equal(wider[:, 100:1100], audio.samples)
    assert trim_audio(audio, 2, 3).samples.shape == (1, 1000)
    assert not trim_audio(audio, -3, -2).samples.any()
    with pytest.raises(MismatchError):
        trim_audio(audio, 1, 0)


def test_a_reversal_undoes_itself() -> None:
    audio = ramp(10)
    assert reverse_audio(audio).samples[0, 0] == audio.samples[0, -1]
    np.testing.assert_array_equal(reverse_audio(reverse_audio(audio)).samples, audio.samples)


def test_resampling_keeps_length_and_pitch() -> None:
    audio = resample(tone(1.0, channels=1), 16000)
    assert audio.samples.shape == (1, 16000)
    assert pitch_of(audio) == pytest.approx(440, abs=2)


def test_joined_sounds_take_the_higher_rate_and_more_channels() -> None:
    joined = concatenate([tone(0.5, channels=1, rate=24000), tone(0.25)])
    assert (joined.rate, joined.samples.shape) == (48000, (2, 36000))
    np.testing.assert_array_equal(joined.samples[0, :24000], joined.samples[1, :24000])
    with pytest.raises(MismatchError):
        concatenate([])


@pytest.mark.parametrize("speed", [0.2, 0.5, 0.9, 1.25, 3.0])
def test_a_retimed_sound_changes_length_and_not_pitch(speed: float) -> None:
    audio = retime_audio(tone(2.0), speed)
    assert audio.samples.shape == (2, round(96000 / speed))
    assert pitch_of(audio) == pytest.approx(440, abs=4)
    assert np.abs(audio.samples[0, -4800:-480]).max() > 0.1


def test_an_impossible_speed_is_refused() -> None:
    with pytest.raises(MismatchError):
        retime_audio(tone(0.1), 0)
