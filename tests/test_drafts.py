"""Drafts: sources at the working scale, and videos read from their proxies."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import numpy as np

from nodes.document import Document
from nodes.edits import AddNode
from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.graph import Node
from nodes.registry import library
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.errors import StoryloomError
from pipelines.frames import read
from pipelines.media.codecs import VideoCodec
from pipelines.media.proxies import ProxyMaker
from pipelines.media.writing import write_video
from pipelines.values import Clip, ClipFormat, Image


def video(folder: Path) -> Path:
    """Six frames of 64x48, each a step brighter."""
    frames = [Image(np.full((48, 64, 3), 20 + 30 * index, np.uint8)) for index in range(6)]
    written = write_video(folder / "film.mp4", ClipFormat(64, 48), frames, VideoCodec.H264)
    return written.path


def loaded(evaluator: Evaluator, film: Path, *, scale: float) -> Clip:
    """The film through Load Clip at a working scale."""
    made = Document(library())
    made.apply(AddNode(node=Node(id="film", type="load.clip", parameters={"path": film.name})))
    snapshot = Snapshot(made.graph, library(), folder=film.parent).override({}, scale=scale)
    results = evaluator.run(snapshot, ["film"])
    return results.values[FlatRef("film", "out")]


def test_a_draft_reads_the_proxy_once_it_is_made(tmp_path: Path) -> None:
    film = video(tmp_path)
    made, failed = Event(), Event()

    def on_made(source: Path, proxy: Path) -> None:
        made.set()

    def on_failed(source: Path, error: StoryloomError) -> None:
        failed.set()

    with (
        ResultStore(tmp_path / "store") as store,
        ResultStore(tmp_path / "other") as other,
        ProxyMaker(tmp_path / "proxies", on_made=on_made, on_failed=on_failed) as proxies,
    ):
        evaluator = Evaluator(store, proxies=proxies)
        first = loaded(evaluator, film, scale=0.5)
        assert made.wait(20)
        assert not failed.is_set()
        second = loaded(Evaluator(other, proxies=proxies), film, scale=0.5)
        assert (first.format.width, first.format.height, len(first)) == (32, 24, 6)
        assert second.format == first.format
        assert [second.frames.key(i) for i in range(6)] != [first.frames.key(i) for i in range(6)]
        for index in range(6):
            frame = read(second.frames, index)
            assert frame.pixels.shape == (24, 32, 3)
            assert abs(int(frame.pixels.mean()) - (20 + 30 * index)) <= 4


def test_a_final_never_reads_a_proxy(tmp_path: Path) -> None:
    film = video(tmp_path)
    with (
        ResultStore(tmp_path / "store") as store,
        ProxyMaker(tmp_path / "proxies") as proxies,
    ):
        clip = loaded(Evaluator(store, proxies=proxies), film, scale=1.0)
        assert (clip.format.width, clip.format.height) == (64, 48)
    assert not (tmp_path / "proxies").exists()
