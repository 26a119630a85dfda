"""Clips give the exact frame asked for, in any order, from any thread, and refuse bad files."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from pipelines.errors import (
    InputError,
    MissingFileError,
    TooLargeError,
    UnreadableFileError,
    UntrustedError,
)
from pipelines.frames import read
from pipelines.media.clips import VideoFrames, open_clip
from pipelines.media.codecs import VideoCodec
from pipelines.media.decoders import POOL
from pipelines.media.probe import probe
from pipelines.media.timecode import frame_number, shifted, timecode_at
from pipelines.media.writing import write_video
from pipelines.values import Clip, Image
from tests.media.films import film_format, frames, patches, shade_of, tone, write_film


def frame_seen(clip: Clip, index: int) -> int:
    """Which frame of a test film this is, told from its gray mark."""
    image = read(clip.frames, index)
    shade = int(image.pixels[4, 32, 1]) / (257 if image.bits == 16 else 1)
    return round((shade - 16) / 7) % 32


def open_files() -> int:
    """How many files this process has open; 0 where the system does not say."""
    handles = Path("/proc/self/fd")
    return len(list(handles.iterdir())) if handles.exists() else 0


def write_raw(
    path: Path,
    times: Sequence[int],
    *,
    codec: str = "libx264",
    pixel_format: str = "yuv420p",
    gop: int = 12,
    turn: float = 0,
    aspect: Fraction | None = None,
    options: dict[str, str] | None = None,
) -> None:
    """A file with these timestamps in 1/600 s, without colour tags."""
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=25, options=options)
        stream.width, stream.height, stream.pix_fmt = 64, 48, pixel_format
        if codec not in ("mpeg4", "mpeg2video") and path.suffix != ".avi":
            stream.codec_context.time_base = Fraction(1, 600)
        stream.codec_context.gop_size = gop
        if codec.startswith("mpeg"):
            stream.bit_rate = 4_000_000
        if aspect is not None:
            stream.codec_context.sample_aspect_ratio = aspect
        if turn:
            stream.set_display_rotation(turn)
        for index, time in enumerate(times):
            picture = patches(film_format(), shade_of(index)).pixels
            frame = VideoFrame.from_ndarray(np.asarray(picture, np.uint8), format="rgb24")
            frame = frame.reformat(format=pixel_format)
            frame.pts, frame.time_base = time, Fraction(1, 600)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@pytest.mark.parametrize(
    "codec", [VideoCodec.H264, VideoCodec.H265_10, VideoCodec.FFV1, VideoCodec.PRORES_HQ]
)
def test_any_frame_is_the_one_asked_for_in_any_order(tmp_path: Path, codec: VideoCodec) -> None:
    clip = open_clip(write_film(tmp_path / "film", 30, codec).path).clip
    order = [29, 0, 15, 14, 13, 29, 3, 4, 5, 28, 1, 27]
    assert [frame_seen(clip, index) for index in order] == order


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("a.ts", "libx264"),
        ("a.avi", "libx264"),
        ("a.avi", "mpeg4"),
        ("a.flv", "libx264"),
        ("a.webm", "libvpx-vp9"),
        ("a.mov", "libx265"),
        ("a.mpg", "mpeg2video"),
        ("a.mkv", "libsvtav1"),
    ],
)
def test_other_containers_are_read_exactly_too(tmp_path: Path, name: str, codec: str) -> None:
    write_raw(tmp_path / name, [24 * index for index in range(30)], codec=codec, gop=9)
    clip = open_clip(tmp_path / name).clip
    assert (len(clip), clip.format.fps) == (30, 25)
    order = [29, 0, 15, 14, 8, 9, 10, 29, 3, 28]
    assert [frame_seen(clip, index) for index in order] == order


def test_interlaced_pictures_are_said(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [0, 24, 48], options={"flags": "+ildct+ilme"})
    assert probe(tmp_path / "film.mp4").interlaced
    assert any("interlaced" in note for note in open_clip(tmp_path / "film.mp4").notes)


def test_frames_read_in_order_are_those_read_at_random(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [24 * i for i in range(40)], gop=7)
    clip = open_clip(tmp_path / "film.mp4").clip
    straight = [read(clip.frames, index).pixels for index in range(40)]
    POOL.close()
    for index in np.random.default_rng(3).permutation(40):
        np.testing.assert_array_equal(read(clip.frames, int(index)).pixels, straight[index])


def test_many_threads_read_one_clip_at_once(tmp_path: Path) -> None:
    clip = open_clip(write_film(tmp_path / "film.mp4", 24).path).clip
    order = [int(i) for i in np.random.default_rng(0).integers(0, 24, 60)]
    with ThreadPoolExecutor(6) as workers:
        assert list(workers.map(frame_seen, [clip] * len(order), order)) == order


def test_a_hundred_clips_leave_few_files_open(tmp_path: Path) -> None:
    source = write_film(tmp_path / "film.mp4", 3).path.read_bytes()
    POOL.close()
    before = open_files()
    clips: list[Clip] = []
    for number in range(40):
        (tmp_path / f"{number}.mp4").write_bytes(source + bytes(number))
        clips.append(open_clip(tmp_path / f"{number}.mp4").clip)
    assert [frame_seen(clip, 1) for clip in clips] == [1] * 40
    assert open_files() - before <= 12
    POOL.close()


def test_keys_name_the_content_and_not_the_path(tmp_path: Path) -> None:
    first = write_film(tmp_path / "film.mp4", 4).path
    (tmp_path / "copy.mp4").write_bytes(first.read_bytes())
    other = write_film(tmp_path / "other.mp4", 4, fps=Fraction(25)).path
    keys = [
        [open_clip(path).clip.frames.key(index) for index in range(4)]
        for path in (first, tmp_path / "copy.mp4", other)
    ]
    assert keys[0] == keys[1]
    assert len({*keys[0], *keys[2]}) == 8


def test_the_probe_says_what_the_file_is(tmp_path: Path) -> None:
    clip_format = film_format(start_timecode="00:00:10:00")
    path = write_video(
        tmp_path / "a.mp4", clip_format, frames(clip_format, 12), audio=tone(0.5)
    ).path
    facts = probe(path)
    assert (facts.width, facts.height, facts.fps, facts.frames) == (64, 48, 24, 12)
    assert (facts.codec, facts.pixel_format, facts.bits, facts.has_alpha) == (
        "h264",
        "yuv420p",
        8,
        False,
    )
    assert facts.seconds == pytest.approx(0.5, abs=0.03)
    assert (facts.start_timecode, facts.rotation, facts.gop) == ("00:00:10:00", 0, 12)
    assert [(sound.codec, sound.channels, sound.rate) for sound in facts.sounds] == [
        ("aac", 2, 48000)
    ]
    assert probe(write_film(tmp_path / "b.mkv", 5).path).frames is None


def test_a_variable_rate_is_conformed_to_the_nearest_frames_and_said(tmp_path: Path) -> None:
    times = [0, 24, 48, 72, 192, 216, 240, 264, 276, 288, 312, 336]
    write_raw(tmp_path / "film.mp4", times)
    clip, notes = open_clip(tmp_path / "film.mp4")
    assert clip.format.fps == 25
    assert len(clip) == 15
    assert [frame_seen(clip, index) for index in range(15)] == [
        *(0, 1, 2, 3, 3, 3, 4, 4, 4, 5, 6, 7, 9, 10, 11)
    ]
    assert any("varies" in note for note in notes)
    assert clip.frames.key(3) == clip.frames.key(4)


def test_small_jitter_is_not_a_variable_rate(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mkv", [0, 25, 47, 73, 96, 119, 144, 170, 191, 216])
    clip, notes = open_clip(tmp_path / "film.mkv")
    assert (clip.format.fps, len(clip)) == (25, 10)
    assert not any("varies" in note for note in notes)


def test_a_rate_given_by_hand_plays_the_frames_one_for_one(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [0, 24, 200, 300])
    clip = open_clip(tmp_path / "film.mp4", fps=Fraction(12)).clip
    assert (clip.format.fps, len(clip)) == (12, 4)


def test_rotation_is_applied_and_pixel_shape_said(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [0, 24, 48], turn=-90, aspect=Fraction(16, 11))
    clip, notes = open_clip(tmp_path / "film.mp4")
    assert (clip.format.width, clip.format.height) == (48, 64)
    image = read(clip.frames, 1)
    assert image.pixels[8, 20].argmax() == 0
    assert image.pixels[24, 20].argmax() == 1
    assert probe(tmp_path / "film.mp4").rotation == -90
    assert any("16:11" in note for note in notes)
    assert any("not tagged" in note for note in notes)


def test_untagged_small_pictures_are_read_as_bt601(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [0, 24, 48])
    clip, notes = open_clip(tmp_path / "film.mp4")
    assert np.abs(read(clip.frames, 0).pixels[32, 8].astype(int) - (255, 0, 0)).max() <= 3
    assert notes == ("The colours are not tagged; read as BT.601.",)


@pytest.mark.parametrize(
    ("codec", "pixel_format", "name"),
    [("qtrle", "argb", "a.mov"), ("png", "rgba", "a.mov"), ("libvpx-vp9", "yuva420p", "a.webm")],
)
def test_alpha_of_other_peoples_codecs_is_read(
    tmp_path: Path, codec: str, pixel_format: str, name: str
) -> None:
    with av.open(str(tmp_path / name), "w") as container:
        stream: Any = container.add_stream(codec, rate=24)
        stream.width, stream.height, stream.pix_fmt = 64, 48, pixel_format
        if codec == "libvpx-vp9":
            stream.metadata["alpha_mode"] = "1"
            stream.options = {"deadline": "realtime", "cpu-used": "8"}
        for index in range(4):
            picture = np.asarray(patches(film_format(channels=4)).pixels, np.uint8)
            frame = VideoFrame.from_ndarray(picture, format="rgba").reformat(format=pixel_format)
            frame.pts = index
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    clip = open_clip(tmp_path / name).clip
    assert (clip.format.channels, len(clip)) == (4, 4)
    for index in (3, 1):
        image = read(clip.frames, index)
        assert abs(int(image.pixels[12, 8, 3]) - 77) <= 3
        assert image.pixels[40, 8, 3] >= 252


def test_full_range_is_read_as_full_range(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mov", [0, 24, 48], codec="mjpeg", pixel_format="yuvj420p")
    clip = open_clip(tmp_path / "film.mov").clip
    pixels = read(clip.frames, 0).pixels
    assert np.abs(pixels[32, 56].astype(int) - 128).max() <= 3
    assert np.abs(pixels[32, 24].astype(int) - (0, 255, 0)).max() <= 6


def test_a_file_that_changes_after_loading_is_not_read_as_the_old_one(tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.mp4", 4).path
    clip = open_clip(path).clip
    path.write_bytes(write_film(tmp_path / "other.mp4", 9).path.read_bytes())
    with pytest.raises(UnreadableFileError, match="changed"):
        read(clip.frames, 0)
    path.unlink()
    with pytest.raises(MissingFileError):
        read(clip.frames, 0)


def test_a_file_cut_short_gives_the_frames_that_it_has(tmp_path: Path) -> None:
    whole = write_film(tmp_path / "film.mp4", 60).path.read_bytes()
    opened_some = 0
    for share in (0.1, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99):
        cut = tmp_path / f"cut{share}.mp4"
        cut.write_bytes(whole[: int(len(whole) * share)])
        try:
            clip, notes = open_clip(cut)
        except UnreadableFileError:
            continue
        opened_some += 1
        assert any("cut short" in note and "of 60" in note for note in notes)
        assert isinstance(clip.frames, VideoFrames)
        assert 0 < len(clip.frames.video.index) < 60
        for index in (0, len(clip) // 2):
            assert read(clip.frames, index).width == 64
    assert opened_some >= 2


def test_a_matroska_file_is_readable_wherever_it_is_cut(tmp_path: Path) -> None:
    whole = write_film(tmp_path / "film.mkv", 30, VideoCodec.FFV1).path.read_bytes()
    for share in (0.3, 0.6, 0.9):
        (tmp_path / "cut.mkv").write_bytes(whole[: int(len(whole) * share)])
        clip = open_clip(tmp_path / "cut.mkv").clip
        assert 0 < len(clip) < 30
        assert frame_seen(clip, len(clip) - 1) == len(clip) - 1


def test_damage_names_the_frame_and_spares_the_others(tmp_path: Path) -> None:
    path = write_film(tmp_path / "film.mkv", 12, VideoCodec.FFV1).path
    with av.open(str(path)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        hit = packets[5]
        content = bytearray(path.read_bytes())
        start = content.find(bytes(hit)[:64])
    content[start + 40 : start + hit.size] = bytes(hit.size - 40)
    path.write_bytes(content)
    clip = open_clip(path).clip
    with pytest.raises(UnreadableFileError, match="Frame 5"):
        read(clip.frames, 5)
    assert [frame_seen(clip, index) for index in (4, 6, 11)] == [4, 6, 11]


def test_files_of_another_kind_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("Once upon a time. " * 100)
    (tmp_path / "noise.mkv").write_bytes(np.random.default_rng(1).bytes(5000))
    for name in ("empty.mp4", "text.mp4", "noise.mkv", "."):
        with pytest.raises(UnreadableFileError):
            open_clip(tmp_path / name)
    with pytest.raises(MissingFileError):
        open_clip(tmp_path / "gone.mp4")
    with pytest.raises(MissingFileError):
        open_clip("bad\0name.mp4")


def test_a_script_or_playlist_never_opens_another_file(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", 3).path
    scripts = {
        "a.mp4": f"ffconcat version 1.0\nfile '{film}'\n",
        "b.mp4": f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{film}\n#EXT-X-ENDLIST\n",
        "c.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
    }
    for name, text in scripts.items():
        (tmp_path / name).write_text(text)
        with pytest.raises(UnreadableFileError):
            open_clip(tmp_path / name)


def test_remote_files_are_refused_before_the_network(tmp_path: Path) -> None:
    for remote in ("http://127.0.0.1:1/a.mp4", "rtsp://host/a", "\\\\host\\share\\a.mp4"):
        with pytest.raises(UntrustedError, match="Nothing was fetched"):
            open_clip(remote)


def test_a_header_that_claims_a_huge_picture_is_refused(tmp_path: Path) -> None:
    content = bytearray(write_film(tmp_path / "film.mp4", 3).path.read_bytes())
    entry = content.find(b"avc1", content.find(b"stsd"))
    content[entry + 28 : entry + 32] = (60000).to_bytes(2, "big") * 2
    (tmp_path / "huge.mp4").write_bytes(content)
    try:
        clip = open_clip(tmp_path / "huge.mp4").clip
    except (UnreadableFileError, TooLargeError):
        return
    assert clip.format.width == 64


def test_no_single_damaged_byte_of_the_header_brings_the_reader_down(tmp_path: Path) -> None:
    content = write_film(tmp_path / "film.mp4", 3).path.read_bytes()
    rng = np.random.default_rng(5)
    for place in rng.integers(0, 1500, 60):
        damaged = bytearray(content)
        damaged[int(place) % len(content)] ^= int(rng.integers(1, 256))
        (tmp_path / "film.mp4").write_bytes(damaged)
        try:
            clip = open_clip(tmp_path / "film.mp4").clip
            assert isinstance(read(clip.frames, 0), Image)
        except InputError:
            continue


def test_timecodes_count_and_drop() -> None:
    rate = Fraction(30000, 1001)
    assert shifted("00:00:59;29", 1, rate) == "00:01:00;02"
    assert shifted("00:09:59;29", 1, rate) == "00:10:00;00"
    assert shifted("01:00:00:23", 1, Fraction(24)) == "01:00:01:00"
    for number in (0, 1799, 1800, 17981, 17982, 107892):
        assert frame_number(timecode_at(number, rate, drop=True), rate) == number
