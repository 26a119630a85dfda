"""Films are written whole, verified, true in colour, and never over another file."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from pipelines.errors import Cancelled, MismatchError, OutputError
from pipelines.frames import read
from pipelines.media.clips import open_clip
from pipelines.media.codecs import CODECS, SoundCodec, VideoCodec
from pipelines.media.containers import opened
from pipelines.media.probe import probe
from pipelines.media.writing import write_video
from pipelines.values import ClipFormat, ColourTags, Image, Mask
from tests.media.films import (
    PATCHES,
    film_format,
    frames,
    patches,
    pitch_of,
    shade_of,
    tone,
    write_film,
)
from tests.media.test_pictures import full_disk

LOSSLESS = [VideoCodec.H264_RGB, VideoCodec.FFV1]
YUV = [codec for codec in VideoCodec if codec not in (*LOSSLESS, VideoCodec.GIF)]


@pytest.mark.parametrize("codec", YUV)
def test_pure_colours_keep_their_values_and_are_tagged(tmp_path: Path, codec: VideoCodec) -> None:
    bits = CODECS[codec].bits
    written = write_film(tmp_path / "film", 5, codec, bits=bits)
    clip, notes = open_clip(written.path)
    assert (len(clip), clip.format.fps, written.frames, notes) == (5, 24, 5, ())
    assert clip.format.bits == bits
    image = read(clip.frames, 2)
    for at, colour in enumerate(PATCHES):
        found = image.pixels[32, at * 16 + 8].astype(int) / (257 if bits == 16 else 1)
        assert np.abs(found - colour).max() <= 2.5, (codec, colour, found)
    with opened(written.path) as container:
        frame = next(container.decode(video=0))
        tags = (frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc)
    assert tags == (1, 1, 1, 1)


@pytest.mark.parametrize("codec", LOSSLESS)
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
def test_lossless_codecs_keep_every_bit_that_they_hold(
    tmp_path: Path, codec: VideoCodec, bits: int, channels: int
) -> None:
    rng = np.random.default_rng(bits + channels)
    noise = rng.integers(0, 1 << bits, (3, 47, 63, channels))
    pixels = noise.astype(np.uint8 if bits == 8 else np.uint16)
    clip_format = ClipFormat(63, 47, channels=channels, bits=bits)
    written = write_video(tmp_path / "film", clip_format, [Image(one) for one in pixels], codec)
    clip = open_clip(written.path).clip
    if codec is VideoCodec.H264_RGB and (bits, channels) != (8, 3):
        assert written.notes
        return
    assert (clip.format.bits, clip.format.channels, written.notes) == (bits, channels, ())
    for index in (2, 0, 1):
        np.testing.assert_array_equal(read(clip.frames, index).pixels, pixels[index])


@pytest.mark.parametrize("codec", [VideoCodec.PRORES_4444, VideoCodec.FFV1, VideoCodec.GIF])
def test_alpha_survives_where_the_codec_has_it(tmp_path: Path, codec: VideoCodec) -> None:
    written = write_film(tmp_path / "film", 4, codec, channels=4)
    image = read(open_clip(written.path).clip.frames, 1)
    assert image.channels == 4
    scale = 257 if image.bits == 16 else 1
    assert round(image.pixels[40, 8, 3] / scale) == 255
    assert round(image.pixels[12, 8, 3] / scale) == (0 if codec is VideoCodec.GIF else 77)


def test_alpha_is_flattened_over_black_and_said_where_the_codec_has_none(tmp_path: Path) -> None:
    written = write_film(tmp_path / "film.mp4", 4, channels=4)
    assert any("flattened" in note for note in written.notes)
    image = read(open_clip(written.path).clip.frames, 1)
    assert abs(int(image.pixels[16, 8, 0]) - 77) <= 4


@pytest.mark.parametrize("codec", [VideoCodec.H264, VideoCodec.H265, VideoCodec.PRORES_HQ])
def test_odd_sizes_are_padded_and_said_and_lose_no_pixel(tmp_path: Path, codec: VideoCodec) -> None:
    clip_format = ClipFormat(63, 47)
    picture = Image(np.full((47, 63, 3), (200, 60, 20), np.uint8))
    written = write_video(tmp_path / "film", clip_format, [picture] * 3, codec)
    clip = open_clip(written.path).clip
    assert clip.format.width == 64
    assert any("repeated" in note for note in written.notes)
    edge = read(clip.frames, 0).pixels[-1, -1].astype(int)
    edge = edge / (257 if clip.format.bits == 16 else 1)
    assert np.abs(edge - (200, 60, 20)).max() <= 3


@pytest.mark.parametrize("fps", [12, 24, 25, 30])
def test_a_gif_loops_for_ever_and_keeps_its_colours(tmp_path: Path, fps: int) -> None:
    written = write_film(tmp_path / "film.gif", 6, VideoCodec.GIF, fps=Fraction(fps))
    assert b"NETSCAPE2.0\x03\x01\x00\x00" in written.path.read_bytes()
    clip = open_clip(written.path).clip
    assert (len(clip), clip.format.fps) == (6, fps)
    image = read(clip.frames, 3)
    for at, colour in enumerate(PATCHES):
        assert np.abs(image.pixels[32, at * 16 + 8, :3].astype(int) - colour).max() <= 3


@pytest.mark.parametrize("suffix", [".mp4", ".mov", ".mkv"])
@pytest.mark.parametrize("fps", [Fraction(24), Fraction(30000, 1001)])
def test_timecode_and_rate_come_back(tmp_path: Path, suffix: str, fps: Fraction) -> None:
    clip_format = film_format(fps=fps, start_timecode="01:02:03:04")
    written = write_video(tmp_path / f"film{suffix}", clip_format, frames(clip_format, 5))
    facts = probe(written.path)
    assert facts.start_timecode == "01:02:03:04"
    clip, notes = open_clip(written.path)
    assert (clip.format.start_timecode, clip.format.fps, notes) == ("01:02:03:04", fps, ())


def test_drop_frame_timecode_comes_back(tmp_path: Path) -> None:
    clip_format = film_format(fps=Fraction(30000, 1001))
    written = write_video(
        tmp_path / "film.mov", clip_format, frames(clip_format, 3), start_timecode="01:00:00;02"
    )
    assert probe(written.path).start_timecode == "01:00:00;02"


def test_h265_carries_the_tag_that_players_look_for(tmp_path: Path) -> None:
    assert b"hvc1" in write_film(tmp_path / "film.mp4", 3, VideoCodec.H265).path.read_bytes()


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_text("mine")
    written = write_film(tmp_path / "film.mp4", 3)
    assert written.path.name == "film-2.mp4"
    assert (tmp_path / "film.mp4").read_text() == "mine"
    assert written.bytes == written.path.stat().st_size


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert total == 30
        if done == 12:
            raise Cancelled

    clip_format = film_format()
    with pytest.raises(Cancelled):
        write_video(
            tmp_path / "film.mp4",
            clip_format,
            frames(clip_format, 30),
            audio=tone(2),
            frame_count=30,
            progress=stop,
        )
    assert not list(tmp_path.iterdir())


def test_an_error_among_the_frames_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[Image]:
        yield from frames(film_format(), 3)
        yield patches(film_format(width=80))

    with pytest.raises(MismatchError, match="Frame 3"):
        write_video(tmp_path / "film.mp4", film_format(), failing())
    with pytest.raises(OutputError, match="no frame"):
        write_video(tmp_path / "film.mp4", film_format(), [])
    with pytest.raises(OutputError, match="3 frames came where 4"):
        write_video(tmp_path / "film.mp4", film_format(), frames(film_format(), 3), frame_count=4)
    assert not list(tmp_path.iterdir())


def test_too_little_space_is_found_before_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", full_disk)
    with pytest.raises(OutputError, match="free"):
        write_film(tmp_path / "film.mp4")
    assert not list(tmp_path.iterdir())


def _write_within(limit: int, folder: Path, answers: Any) -> None:
    """In a process of its own: write more than the system allows a file to have."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    noise = np.random.default_rng(1).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    try:
        write_video(folder / "film.mkv", ClipFormat(64, 64), [Image(noise)] * 40, VideoCodec.FFV1)
    except OutputError as error:
        answers.put(error.message)


def test_a_disk_that_fills_up_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    child = context.Process(target=_write_within, args=(100_000, tmp_path, answers))
    child.start()
    assert "full" in answers.get(timeout=20)
    child.join()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"):
        write_film(tmp_path / "gone" / "film.mp4")


def test_a_name_gets_the_suffix_of_its_codec(tmp_path: Path) -> None:
    assert write_film(tmp_path / "shot 1.5", 2).path.name == "shot 1.5.mp4"
    assert write_film(tmp_path / "take", 2, VideoCodec.FFV1).path.name == "take.mkv"
    assert write_film(tmp_path / "A.MOV", 2).path.name == "A.MOV"


def test_wide_gamut_and_its_tags_come_back(tmp_path: Path) -> None:
    colour = ColourTags("bt2020", "smpte2084")
    written = write_film(tmp_path / "film", 3, VideoCodec.H265_10, bits=16, colour=colour)
    clip, notes = open_clip(written.path)
    assert clip.format.colour == colour
    assert any("high dynamic range" in note for note in notes)
    image = read(clip.frames, 1)
    for at, pure in enumerate(PATCHES):
        found = image.pixels[32, at * 16 + 8].astype(int) / 257
        assert np.abs(found - pure).max() <= 2.5


def test_a_suffix_or_sound_that_the_codec_does_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MismatchError, match="ProRes"):
        write_film(tmp_path / "film.mp4", 3, VideoCodec.PRORES_4444)
    clip_format = film_format()
    with pytest.raises(MismatchError, match="PCM"):
        write_video(
            tmp_path / "film.mp4",
            clip_format,
            frames(clip_format, 3),
            audio=tone(1),
            sound_codec=SoundCodec.PCM,
        )


@pytest.mark.parametrize(
    ("suffix", "sound"),
    [
        (".mp4", SoundCodec.AAC),
        (".mov", SoundCodec.PCM),
        (".mkv", SoundCodec.OPUS),
        (".mp4", SoundCodec.OPUS),
    ],
)
def test_sound_is_as_long_as_the_pictures_and_in_step(
    tmp_path: Path, suffix: str, sound: SoundCodec
) -> None:
    clip_format = film_format()
    audio = tone(2.0)
    beep = audio.samples.copy()
    beep[:, :24000] = 0
    written = write_video(
        tmp_path / f"film{suffix}",
        clip_format,
        frames(clip_format, 24),
        audio=type(audio)(beep, 48000),
        sound_codec=sound,
    )
    assert any("cut" in note for note in written.notes)
    clip = open_clip(written.path).clip
    assert clip.audio is not None
    assert abs(clip.audio.seconds - 1.0) < 0.03
    onset = int(np.argmax(np.abs(clip.audio.samples[0]) > 0.1)) / 48000
    assert abs(onset - 0.5) < 0.005
    assert abs(pitch_of(clip.audio) - 440) < 3


def test_masks_are_written_as_gray(tmp_path: Path) -> None:
    clip_format = film_format(channels=1)
    masks = [Mask(np.full((48, 64), shade_of(index), np.uint8)) for index in range(3)]
    written = write_video(tmp_path / "mask", clip_format, masks, VideoCodec.FFV1)
    assert read(open_clip(written.path).clip.frames, 2).pixels[0, 0].tolist() == [shade_of(2)] * 3
