"""What is told of a film beside its pictures: pixels, sound, and drafts out of its proxy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import AddNode
from nodes.frame_serving.messages import (
    PeaksAnswer,
    PeaksRequest,
    PixelRequest,
    SoundRequest,
    scene_of,
)
from nodes.frame_serving.server import FrameServer
from nodes.graph import Node
from nodes.registry import library
from nodes.snapshot import Snapshot
from pipelines.media.codecs import VideoCodec
from pipelines.media.proxies import ProxyMaker
from pipelines.media.writing import write_video
from pipelines.values import ClipFormat, Image
from tests.frames.conftest import Desk, one_node
from tests.frames.kinds import kinds


def test_pixels_are_told_in_the_depth_of_the_picture(tmp_path: Path) -> None:
    with_kinds = Desk(tmp_path, kinds())
    with_kinds.show(one_node("test.deep", "deep"))
    request = PixelRequest("viewer", "deep", "", 0, 3, 2)
    told = with_kinds.server.pixel(request, (1, with_kinds.scene))
    assert told is not None
    assert (told.values, told.bits) == ((1, 300, 65535), 16)
    assert with_kinds.server.pixel(replace(request, path="x"), (1, with_kinds.scene)) is None
    with_kinds.close()


def test_sound_comes_by_the_second_at_the_rate_that_is_wanted(tmp_path: Path) -> None:
    with_kinds = Desk(tmp_path, kinds())
    with_kinds.show(one_node("test.song", "song"))
    strip = with_kinds.ask("song").strip
    assert strip is not None
    request = SoundRequest("viewer", "song", "", (0, 1, 2), 48000)
    seconds = list(with_kinds.server.sound(request, (1, with_kinds.scene)))
    assert [one.second for one in seconds] == [0, 1, 2]
    assert {one.sound for one in seconds} == {strip.sound}
    heard = [np.frombuffer(one.samples, np.float32).reshape(-1, 2) for one in seconds]
    assert all(one.shape == (48000, 2) for one in heard)
    times = np.arange(2 * 48000) / 48000
    wanted = 0.5 * np.sin(2 * np.pi * 441 * times)
    both = np.concatenate(heard[:2])
    assert np.abs(both[500:-500] - wanted[500:-500, None]).max() < 0.01  # no seam at 1 s
    assert not heard[2].any()
    assert list(with_kinds.server.sound(replace(request, path="x"), (1, with_kinds.scene))) == []
    with_kinds.close()


def test_how_loud_a_sound_is_comes_by_the_stretch(tmp_path: Path) -> None:
    with_kinds = Desk(tmp_path, kinds())
    with_kinds.show(one_node("test.song", "song"))
    strip = with_kinds.ask("song").strip
    assert strip is not None
    told: list[PeaksAnswer] = []
    for first, stop in ((0, 1), (1, 20), (20, 40)):
        request = PeaksRequest("viewer", "song", "", first, stop)
        told += with_kinds.server.peaks(request, (1, with_kinds.scene))
    assert [one.sound for one in told] == [strip.sound] * 3
    assert [one.peaks.seconds for one in told] == [1, 1, 0]
    assert told[1].peaks.high.max() == pytest.approx(0.5, abs=0.01)
    gone = PeaksRequest("viewer", "x", "", 0, 1)
    assert list(with_kinds.server.peaks(gone, (1, with_kinds.scene))) == []
    with_kinds.close()


def test_a_draft_of_a_large_film_is_read_from_its_proxy_and_an_exact_frame_never(
    desk: Desk, tmp_path: Path
) -> None:
    frames = [Image(np.full((48, 64, 3), 20 + 30 * index, np.uint8)) for index in range(6)]
    write_video(tmp_path / "film.mp4", ClipFormat(64, 48), frames, VideoCodec.H264)
    desk.registry = library()
    desk.server = FrameServer(desk.evaluator, library(), desk.slots, desk.token)
    made = Document(library())
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": "film.mp4"})))
    desk.number, desk.scene = 1, scene_of(Snapshot(made.graph, library(), folder=tmp_path))
    told: SimpleQueue[Path] = SimpleQueue()

    def on_made(source: Path, proxy: Path) -> None:
        desk.server.on_proxy_made(source, proxy)
        told.put(proxy)

    with ProxyMaker(tmp_path / "p", on_made=on_made, height=24, least_height=48) as proxies:
        desk.evaluator.proxies = proxies
        first = desk.ask("film", 2, scale=0.5)
        assert (first.scale, first.is_proxied) == (0.5, False)
        assert told.get(timeout=20).exists()
        draft = desk.ask("film", 4, scale=0.5)
        assert (draft.shape, draft.is_proxied) == ((24, 32, 3), True)
        assert abs(desk.level() - 140) <= 4
        full = desk.ask("film", 4)
        assert (full.shape, full.scale, full.is_proxied) == ((48, 64, 3), 1.0, False)


def test_a_small_film_gets_no_proxy_for_viewing(desk: Desk, tmp_path: Path) -> None:
    frames = [Image(np.full((48, 64, 3), 99, np.uint8))] * 3
    write_video(tmp_path / "film.mp4", ClipFormat(64, 48), frames, VideoCodec.H264)
    desk.server = FrameServer(desk.evaluator, library(), desk.slots, desk.token)
    made = Document(library())
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": "film.mp4"})))
    desk.number, desk.scene = 1, scene_of(Snapshot(made.graph, library(), folder=tmp_path))
    with ProxyMaker(tmp_path / "p", height=24, least_height=49) as proxies:
        desk.evaluator.proxies = proxies
        assert desk.ask("film", 1, scale=0.5).scale == 0.5
    assert not (tmp_path / "p").exists()
