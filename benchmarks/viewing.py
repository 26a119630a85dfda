"""How soon a person sees a frame: scrubbing a stored clip, also beside a run, and after an edit.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.viewing

The real viewer asks the real frame server for each frame, waits for it and paints it before it asks
for the next. The rival reads the same frames of an H.264 file (CRF 18, a keyframe every 24 frames)
through PyAV, seeking to each, in the same run, and paints nothing. The edit moves a keyframe of the
drawings by a frame; the gap is every frame before it, made anew at half size between the same
drawings. The large source is 3840x2160 H.264 (CRF 18, a keyframe every 24 frames), seen as a draft
at 1/4; the rival seeks to each frame of that file.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import av
import msgspec
import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.frames.client import FrameClient, ViewSupply
from app.workers.cuda_worker import CudaWorker
from app.workers.orders import RunOrder
from nodes.document import Document
from nodes.edits import AddNode, SetParameter
from nodes.evaluator import Evaluator
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Scene, scene_of
from nodes.graph import Node
from nodes.project_file import open_project
from nodes.registry import library
from nodes.serve import WorkerSetup
from nodes.serving.sent_snapshot import LoomTiles
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.frames import read
from pipelines.panels import Panel
from pipelines.values import Image
from widgets.viewer.viewer import Viewer

PROJECT = Path(__file__).resolve().parents[1] / "resources" / "templates" / "lighthouse_dusk.loom"
SIZE = {"board.width": 832, "board.height": 480}
HEAVY = {"board.width": 1920, "board.height": 1080}
SCRUBS = 200
EDITS = 8
LARGE = (3840, 2160)
LARGE_FRAMES = 96
LARGE_SCRUBS = 60


class Watcher(QObject):
    """Goes to frames in a viewer and waits until each is painted."""

    def __init__(self, viewer: Viewer, supply: ViewSupply) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self._viewer = viewer
        self._newest: ArrivedFrame | None = None
        supply.frame_arrived.connect(self._on_frame_arrived)

    def see(self, frame: int) -> ArrivedFrame:
        """Go to a frame and wait for it."""
        self._newest = None
        if self._viewer.playback.frame != frame:
            self._viewer.playback.go_to(frame)
        else:
            self._viewer.refresh()
        return self.await_frame(frame)

    def await_frame(self, frame: int) -> ArrivedFrame:
        """Wait for a frame that was asked for, and paint it."""
        while (newest := self._newest) is None or newest.answer.frame != frame:
            self._loop.exec()
        self._viewer.picture.repaint()
        if newest.answer.state is not FrameState.SHOWN:
            raise SystemExit(f"frame {frame}: {newest.answer.words}")
        return newest

    def seconds(self, frames: Iterable[int]) -> list[float]:
        """How long each frame took."""
        taken: list[float] = []
        for frame in frames:
            started = perf_counter()
            self.see(frame)
            taken.append(perf_counter() - started)
        return taken

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        self._newest = arrived
        self._loop.quit()


def main() -> None:
    """Measure, and print a table."""
    app = QApplication(sys.argv)
    with (
        tempfile.TemporaryDirectory() as name,
        open_project(PROJECT, library()) as project,
    ):
        folder = Path(name)
        snapshot = project.snapshot().override(SIZE)
        film = folder / "film.mp4"
        with ResultStore(folder / "store") as results:
            store_and_encode(results, snapshot, film)
        client = FrameClient(folder / "store")
        try:
            with viewed(client, scene_of(snapshot, LoomTiles(str(PROJECT)))) as (viewer, watcher):
                measure_scrub(watcher, film, snapshot, folder)
                measure_edits(viewer, watcher, client, snapshot)
            measure_large(client, folder)
        finally:
            client.stop()
    app.quit()


def store_and_encode(results: ResultStore, snapshot: Snapshot, film: Path) -> None:
    """Run the drawings' in-betweens, and write them as a film for the rival."""
    evaluator = Evaluator(results)
    evaluator.run(snapshot, ["move"])
    brought = evaluator.run(snapshot, ["move"])
    (clip,) = brought.values.values()
    with av.open(str(film), "w") as container:
        stream = container.add_stream("libx264", rate=24, options={"crf": "18", "g": "24"})
        stream.width, stream.height, stream.pix_fmt = 832, 480, "yuv420p"
        for index in range(len(clip.frames)):
            frame = read(clip.frames, index)
            assert isinstance(frame, Image)
            pixels = np.ascontiguousarray(frame.pixels[..., :3])
            picture = av.VideoFrame.from_ndarray(pixels.astype(np.uint8), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())


@contextmanager
def viewed(client: FrameClient, scene: Scene) -> Generator[tuple[Viewer, Watcher]]:
    """A viewer of the stored clip."""
    client.show_scene(scene)
    supply = ViewSupply(client, "viewer")
    supply.look_at("move")
    viewer = Viewer()
    viewer.resize(1000, 700)
    watcher = Watcher(viewer, supply)
    viewer.show()
    viewer.set_supply(supply)
    watcher.await_frame(0)
    yield viewer, watcher
    viewer.set_supply(None)


@contextmanager
def generating(snapshot: Snapshot, folder: Path) -> Generator[None]:
    """A worker process that makes in-betweens all the while, at full HD."""
    setup = WorkerSetup(device="cpu", store=folder / "store", faults=folder / "faults.txt")
    worker = CudaWorker(setup)
    loop = QEventLoop()
    worker.events_arrived.connect(loop.quit)
    worker.run_ended.connect(loop.quit)
    worker.start()
    order = RunOrder(
        snapshot=snapshot.override(HEAVY), tiles=LoomTiles(str(PROJECT)), sinks=("move",)
    )
    worker.start_run(order)
    loop.exec()
    try:
        yield
    finally:
        worker.close()


def measure_scrub(watcher: Watcher, film: Path, snapshot: Snapshot, folder: Path) -> None:
    """In order and at random, alone and beside a run, against the rival."""
    length = 120
    ordered = [at % length for at in range(1, SCRUBS + 1)]
    mixed = [int(at) for at in np.random.default_rng(0).integers(0, length, SCRUBS)]
    print("| scrub of 832x480 | fps | p50 ms | p95 ms | worst ms | times PyAV |")
    print("|---|---|---|---|---|---|")
    for beside in (False, True):
        for how, frames in (("in order", ordered), ("at random", mixed)):
            words = f"{how}, beside a run" if beside else how
            if beside:
                with generating(snapshot, folder):
                    ours, theirs = watcher.seconds(frames), rival(film, frames)
            else:
                ours, theirs = watcher.seconds(frames), rival(film, frames)
            say(words, ours, theirs)


def rival(film: Path, frames: Sequence[int]) -> list[float]:
    """Seconds that PyAV takes to seek to each frame and decode it to RGB."""
    taken: list[float] = []
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        for frame in frames:
            started = perf_counter()
            wanted = round(frame / 24 / stream.time_base)
            container.seek(wanted, stream=stream)
            for decoded in container.decode(stream):
                if decoded.pts is not None and decoded.pts >= wanted:
                    decoded.to_ndarray(format="rgb24")
                    break
            taken.append(perf_counter() - started)
    return taken


def say(how: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """A line of the table."""
    p50, p95, worst = np.percentile(np.array(ours) * 1000, [50, 95, 100])
    rate = len(ours) / sum(ours)
    print(
        f"| {how} | {rate:.0f} | {p50:.1f} | {p95:.1f} | {worst:.1f} "
        f"| {sum(theirs) / sum(ours):.1f} |"
    )


def measure_edits(
    viewer: Viewer, watcher: Watcher, client: FrameClient, snapshot: Snapshot
) -> None:
    """Move the second keyframe on, a frame each time, and wait for what lies before it."""
    viewer.asking.set_detail(0.5)
    seen: list[float] = []
    whole: list[float] = []
    board = snapshot.graph.nodes["board"]
    panels = board.parameters["panels"]
    start = stop = 0
    for edit in range(EDITS):
        first = panels[0].duration + 1 + edit
        moved = (msgspec.structs.replace(panels[0], duration=first), *panels[1:])
        scene = with_panels(snapshot, moved)
        start, stop = 0, first
        middle = first // 2
        watcher.see(middle)
        started = perf_counter()
        client.show_scene(scene)
        watcher.see(middle)
        seen.append(perf_counter() - started)
        for frame in range(start, stop):
            watcher.see(frame)
        whole.append(perf_counter() - started)
    print("| after moving a keyframe, half size | median s | worst s |")
    print("|---|---|---|")
    for words, taken in (("under the playhead", seen), (f"gap of {stop - start} frames", whole)):
        print(f"| {words} | {np.median(taken):.3f} | {max(taken):.3f} |")


def measure_large(client: FrameClient, folder: Path) -> None:
    """A film of 4K as a draft, before its proxy is made and with it."""
    film = folder / "large.mp4"
    encode_large(film)
    document = Document(library())
    node = Node(id="large", type="load.clip", parameters={"path": film.name})
    document.apply(AddNode(node=node))
    client.show_scene(scene_of(Snapshot(document.graph, library(), folder=folder)))
    supply = ViewSupply(client, "large")
    supply.look_at("large")
    viewer = Viewer()
    viewer.resize(1000, 700)
    watcher = Watcher(viewer, supply)
    viewer.show()
    viewer.asking.set_detail(0.25)
    viewer.set_supply(supply)
    watcher.await_frame(0)
    waited = perf_counter()
    proxies = folder / "store" / "viewing_proxies"
    pause = QEventLoop()
    looking = QTimer(interval=100)
    looking.timeout.connect(pause.quit)
    looking.start()
    while not list(proxies.glob("[0-9a-f]*.mp4")):
        pause.exec()
    looking.stop()
    print(f"proxy of {LARGE_FRAMES} frames of 4K made in {perf_counter() - waited:.1f} s")
    frames = np.random.default_rng(1).integers(1, LARGE_FRAMES, LARGE_SCRUBS)
    mixed = [int(at) for at in frames]
    print("| 4K source, draft | fps | p50 ms | p95 ms | worst ms | times PyAV |")
    print("|---|---|---|---|---|---|")
    ours = watcher.seconds(mixed)
    if not viewer.asking.shows_proxy:
        raise SystemExit("the proxy is not used")
    say("at random, with proxy", ours, rival(film, mixed))
    viewer.set_supply(None)


def encode_large(film: Path) -> None:
    """Moving stripes over noise, so that frames differ and cost what a film costs."""
    width, height = LARGE
    noise = np.random.default_rng(2).integers(0, 60, (height // 8, width // 8, 3), np.uint8)
    ground = np.kron(noise, np.ones((8, 8, 1), np.uint8))
    with av.open(str(film), "w") as container:
        options = {"crf": "18", "g": "24", "preset": "veryfast"}
        stream = container.add_stream("libx264", rate=24, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for index in range(LARGE_FRAMES):
            pixels = np.roll(ground, index * 16, axis=1)
            pixels[:, index * 32 : index * 32 + 200] = 220
            picture = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())


def with_panels(snapshot: Snapshot, panels: Sequence[Panel]) -> Scene:
    """The drawings with other times."""
    document = Document(library(), snapshot.graph)
    document.apply(SetParameter(node="board", name="panels", value=tuple(panels)))
    scene = scene_of(snapshot, LoomTiles(str(PROJECT)))
    return dataclasses.replace(scene, graph=document.graph)


if __name__ == "__main__":
    main()
