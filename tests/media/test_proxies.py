"""A proxy shows the same frames as its clip, and is whole or not there."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from queue import Queue

import numpy as np
import pytest

from pipelines.digest import digest_file
from pipelines.errors import Cancelled, InputError, OutputError, StoryloomError
from pipelines.frames import read
from pipelines.media.clips import VideoFrames, open_clip
from pipelines.media.codecs import VideoCodec
from pipelines.media.proxies import ProxyMaker, make_proxy, proxy_of, proxy_path
from pipelines.progress import LocalCancelToken
from tests.media.films import PATCHES, write_film
from tests.media.test_clips import frame_seen, write_raw
from tests.media.test_pictures import full_disk


@pytest.mark.parametrize("codec", [VideoCodec.H264, VideoCodec.FFV1, VideoCodec.PRORES_4444])
def test_a_proxy_has_the_frames_and_colours_of_its_clip(tmp_path: Path, codec: VideoCodec) -> None:
    channels = 4 if codec is VideoCodec.PRORES_4444 else 3
    source = write_film(tmp_path / "film", 25, codec, channels=channels, fps=Fraction(25)).path
    make_proxy(source, tmp_path / "proxy.mp4", height=48)
    clip = open_clip(tmp_path / "proxy.mp4").clip
    assert (len(clip), clip.format.fps, clip.format.channels) == (25, 25, 3)
    assert isinstance(clip.frames, VideoFrames)
    assert clip.frames.video.index.gop <= 12
    image = read(clip.frames, 3)
    for at, colour in enumerate(PATCHES):
        assert np.abs(image.pixels[32, at * 16 + 8].astype(int) - colour).max() <= 6
    if channels == 3:
        assert [frame_seen(clip, index) for index in (24, 3, 17)] == [24, 3, 17]


def test_a_proxy_is_smaller_keeps_its_shape_and_is_never_enlarged(tmp_path: Path) -> None:
    source = write_film(tmp_path / "film", 3).path
    make_proxy(source, tmp_path / "small.mp4", height=24)
    make_proxy(source, tmp_path / "large.mp4", height=500)
    sizes = [
        (clip.format.width, clip.format.height)
        for clip in (open_clip(tmp_path / name).clip for name in ("small.mp4", "large.mp4"))
    ]
    assert sizes == [(32, 24), (64, 48)]


def test_the_proxy_of_a_turned_variable_film_matches_its_clip(tmp_path: Path) -> None:
    write_raw(tmp_path / "film.mp4", [0, 24, 48, 200, 224, 248], turn=90)
    make_proxy(tmp_path / "film.mp4", tmp_path / "proxy.mp4")
    clip = open_clip(tmp_path / "film.mp4").clip
    proxy = open_clip(tmp_path / "proxy.mp4").clip
    assert len(proxy) == len(clip)
    assert (proxy.format.width, proxy.format.height) == (48, 64)
    for index in (0, 4, len(clip) - 1):
        pair = [read(one.frames, index).pixels.astype(int) for one in (clip, proxy)]
        assert np.abs(pair[0] - pair[1]).mean() < 6


def test_a_cancelled_proxy_leaves_nothing(tmp_path: Path) -> None:
    source = write_film(tmp_path / "film", 20).path
    token = LocalCancelToken()

    def report(done: int, total: int) -> None:
        if done == 5:
            token.cancel()

    with pytest.raises(Cancelled):
        make_proxy(source, tmp_path / "proxy.mp4", progress=report, cancel=token)
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_a_proxy_needs_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write_film(tmp_path / "film", 3).path
    monkeypatch.setattr("shutil.disk_usage", full_disk)
    with pytest.raises(OutputError):
        make_proxy(source, tmp_path / "proxy.mp4")


def test_the_maker_makes_what_is_asked_for_and_tells_what_failed(tmp_path: Path) -> None:
    told: Queue[tuple[Path, Path | StoryloomError]] = Queue()
    maker = ProxyMaker(
        tmp_path / "cache",
        on_made=lambda source, proxy: told.put((source, proxy)),
        on_failed=lambda source, error: told.put((source, error)),
    )
    films = [write_film(tmp_path / f"{n}.mp4", n).path for n in (3, 4)]
    (tmp_path / "bad.mp4").write_text("no film")
    for source in (films[0], tmp_path / "bad.mp4", films[1], films[1]):
        maker.request(source)
    answers = dict(told.get(timeout=10) for _ in range(3))
    maker.close()
    assert isinstance(answers[tmp_path / "bad.mp4"], InputError)
    for film, count in zip(films, (3, 4), strict=True):
        proxy = answers[film]
        assert isinstance(proxy, Path)
        assert proxy == proxy_of(tmp_path / "cache", film)
        assert proxy == proxy_path(tmp_path / "cache", digest_file(film))
        assert len(open_clip(proxy).clip) == count
    assert told.empty()


def test_a_closed_maker_gives_up_what_was_waiting(tmp_path: Path) -> None:
    told: Queue[Path] = Queue()
    maker = ProxyMaker(
        tmp_path / "cache",
        on_made=lambda source, _: told.put(source),
        on_failed=lambda source, _: told.put(source),
    )
    film = write_film(tmp_path / "film.mp4", 3).path
    maker.cancel(film)
    maker.request(film)
    assert told.get(timeout=10) == film
    maker.close()
    maker.request(film)
    assert told.empty()


def test_proxies_beyond_the_budget_go_and_the_newest_stays(tmp_path: Path) -> None:
    told: Queue[Path] = Queue()
    films = [write_film(tmp_path / f"{n}.mp4", n).path for n in (3, 4)]
    with ProxyMaker(
        tmp_path / "cache", on_made=lambda _, proxy: told.put(proxy), budget=1
    ) as maker:
        for film in films:
            maker.request(film)
        first, second = told.get(timeout=10), told.get(timeout=10)
    assert not first.exists()
    assert second.exists()
