"""How a request is answered: pixels in the slot, or words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
import pytest

from app.frames.slot_ring import SlotRing
from nodes.document import Document
from nodes.edits import AddNode, Disconnect, GroupNodes, SetParameter
from nodes.evaluator import Evaluator
from nodes.frame_serving.fitted_frames import fitted_into
from nodes.frame_serving.messages import (
    CancelView,
    FrameAnswer,
    FrameRequest,
    FrameState,
    PeaksAnswer,
    PeaksRequest,
    PixelRequest,
    ReadAhead,
    Scene,
    SoundRequest,
    scene_of,
)
from nodes.frame_serving.requests import Requests
from nodes.frame_serving.server import FrameServer
from nodes.frame_serving.slots import SlotWriter
from nodes.graph import Node
from nodes.project_file import open_project
from nodes.registry import Registry, library
from nodes.serving.messages import Consents
from nodes.serving.sent_snapshot import LoomTiles
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.media.codecs import VideoCodec
from pipelines.media.pictures import write_picture
from pipelines.media.proxies import ProxyMaker
from pipelines.media.writing import write_video
from pipelines.panels import Panel
from pipelines.progress import LocalCancelToken
from pipelines.values import ClipFormat, Image, JointMode, Mask
from tests.app.projects import save_board
from tests.fakes import CALLS, document, registry
from tests.frames.kinds import kinds


class Desk:
    """A server in this process, and what a window needs of one."""

    def __init__(self, folder: Path, kinds: Registry | None = None) -> None:
        self.registry = kinds if kinds is not None else registry()
        self.store = ResultStore(folder / "store")
        self.evaluator = Evaluator(self.store)
        self.token = LocalCancelToken()
        self.ring = SlotRing(1 << 16)
        self.slots = SlotWriter()
        self.server = FrameServer(self.evaluator, self.registry, self.slots, self.token)
        self.number = 0

    def show(self, made: Document) -> None:
        self.number += 1
        self.scene = Scene(made.graph)
        self.document = made

    def run(self, *sinks: str) -> None:
        self.evaluator.run(Snapshot(self.document.graph, registry()), sinks)

    def ask(
        self,
        path: str,
        frame: int = 0,
        *,
        output: str = "",
        size: tuple[int, int] = (64, 64),
        panel: str = "",
        scale: float = 1.0,
        patient: bool = False,
    ) -> FrameAnswer:
        CALLS.clear()
        self.slot = self.ring.take(1)
        assert self.slot is not None
        request = FrameRequest(
            "viewer",
            1,
            path,
            output,
            frame,
            size,
            patient=patient,
            slot=self.slot,
            panel=panel,
            scale=scale,
        )
        answer = self.server.answer(request, (self.number, self.scene))
        self.ring.give_back(self.slot)
        return answer

    def level(self) -> int:
        """The first byte of the picture that was answered."""
        assert self.slot is not None
        return self.ring.read(self.slot, 1)[0]

    def close(self) -> None:
        self.server.close()
        self.slots.close()
        self.ring.close()
        self.store.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def chain() -> Document:
    return document(
        {
            "ramp": "test.ramp",
            "whole": "test.stream",
            "bright": "test.brighten",
            "write": "test.write",
            "number": "test.number",
        },
        ["ramp > whole.clip", "whole > bright.image", "ramp > write.clip"],
    )


def one_node(type_id: str, path: str) -> Document:
    made = Document(kinds())
    made.apply(AddNode(node=Node(id=path, type=type_id)))
    return made


def test_a_frame_is_put_into_its_slot(desk: Desk) -> None:
    desk.show(chain())
    answer = desk.ask("ramp", 3)
    assert (answer.state, answer.frame, answer.shape) == (FrameState.SHOWN, 3, (8, 8, 3))
    assert answer.strip is not None
    assert answer.strip.length == 5
    assert desk.level() == 30


def test_a_scene_is_laid_out_once(desk: Desk) -> None:
    desk.show(chain())
    desk.ask("ramp", 0)
    desk.ask("ramp", 1)
    assert CALLS == []


def test_a_frame_beyond_the_end_is_the_last(desk: Desk) -> None:
    desk.show(chain())
    assert desk.ask("ramp", 99).frame == 4


def test_what_only_a_run_may_start_is_said_not_to_have_run(desk: Desk) -> None:
    desk.show(chain())
    answer = desk.ask("bright")
    assert answer.state is FrameState.NOT_RUN
    assert answer.words == "“Stream” has not run yet."
    assert answer.mend
    assert "stream" not in CALLS


def test_what_has_run_is_shown_and_stays_when_it_is_stale(desk: Desk) -> None:
    made = chain()
    desk.show(made)
    desk.run("whole")
    assert desk.ask("bright", 2).state is FrameState.SHOWN
    assert desk.level() == 121
    made.apply(SetParameter(node="ramp", name="first", value=5))
    desk.show(made)
    stale = desk.ask("bright", 1)
    assert stale.state is FrameState.STALE
    assert desk.level() == 111
    desk.run("whole")
    assert desk.ask("bright", 1).state is FrameState.SHOWN
    assert desk.level() == 116


def test_a_node_that_writes_shows_what_it_is_given(desk: Desk) -> None:
    made = chain()
    desk.show(made)
    assert desk.ask("write", 1).state is FrameState.SHOWN
    assert desk.level() == 10
    made.apply(Disconnect(node="write", socket="clip", link="l2"))
    desk.show(made)
    assert desk.ask("write").state is FrameState.FAILED


def test_a_group_shows_what_it_ends_in(desk: Desk) -> None:
    made = document(
        {"ramp": "test.ramp", "bright": "test.brighten", "out": "test.brighten"},
        ["ramp > bright.image", "bright > out.image"],
    )
    made.apply(GroupNodes(nodes=("ramp", "bright"), group="scene"))
    desk.show(made)
    assert desk.ask("scene", 2).state is FrameState.SHOWN
    assert desk.level() == 21


def test_what_has_no_picture_is_empty(desk: Desk) -> None:
    desk.show(chain())
    assert desk.ask("number").state is FrameState.EMPTY
    assert desk.ask("nobody").state is FrameState.EMPTY


def test_what_a_view_shows_stays_until_it_looks_elsewhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nodes.frame_serving.laid_nodes._MOST_LOOKS", 1)
    desk.show(chain())
    desk.run("whole")
    desk.store.flush()
    desk.evaluator.memory.clear()
    assert desk.ask("whole", 0).state is FrameState.SHOWN
    for number in range(3):  # thumbnails of other nodes
        desk.ask("ramp" if number % 2 else "bright", patient=True)
    with ResultStore(tmp_path / "store") as other:
        assert other.evict(0) == 0
        assert desk.ask("whole", 3).state is FrameState.SHOWN
        desk.server.leave("viewer")
        desk.ask("ramp", patient=True)
        assert other.evict(0) > 0


def test_a_failure_comes_as_words_and_the_next_frame_is_shown(desk: Desk) -> None:
    made = document(
        {"ramp": ("test.ramp", {"first": 3}), "bright": "test.brighten"}, ["ramp > bright.image"]
    )
    desk.show(made)
    answer = desk.ask("bright", 1)
    assert answer.state is FrameState.FAILED
    assert answer.words == "Unlucky."
    assert answer.node == "Brighten"
    assert desk.ask("bright", 2).state is FrameState.SHOWN


def test_painted_tiles_are_read_where_they_lie_and_let_go_of(desk: Desk, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, library()) as project:
        desk.scene = scene_of(project.snapshot(), LoomTiles(str(path)))
    desk.number += 1
    assert desk.ask("board", 5, size=(16, 16)).state is FrameState.SHOWN
    assert desk.level() == 200
    desk.show(chain())
    assert desk.ask("ramp").state is FrameState.SHOWN
    desk.scene = Scene(desk.document.graph, LoomTiles(str(tmp_path / "gone.loom")))
    desk.number += 1
    gone = desk.ask("ramp")
    assert gone.state is FrameState.FAILED
    assert "cannot be opened" in gone.words


def test_a_panel_is_shown_wherever_it_lies(desk: Desk, tmp_path: Path) -> None:
    path = save_board(tmp_path / "board.loom")
    with open_project(path, library()) as project:
        desk.scene = scene_of(project.snapshot(), LoomTiles(str(path)))
    desk.number += 1
    for panel, level, frame in (("a", 40, 0), ("b", 200, 4)):
        answer = desk.ask("board", size=(16, 16), panel=panel)
        assert (answer.state, answer.frame) == (FrameState.SHOWN, frame)
        assert desk.level() == level
    gone = desk.ask("board", size=(16, 16), panel="c")
    assert gone.state is FrameState.EMPTY
    assert "“c”" in gone.words


def test_the_panel_behind_which_a_move_holds_is_named(desk: Desk, tmp_path: Path) -> None:
    noise = np.random.default_rng(1)
    for name in ("a", "b", "c"):
        pixels = noise.integers(0, 255, (48, 64, 3), np.uint8)
        write_picture(tmp_path / f"{name}.png", Image(pixels))
    moving = JointMode.IN_BETWEEN
    panels = tuple(
        Panel(id=name, picture=str(tmp_path / f"{name}.png"), duration=6, joint=moving, move=4)
        for name in ("a", "b", "c")
    )
    board = {"panels": panels, "width": 64, "height": 48}
    kinds = {"board": ("story.storyboard", board), "move": "motion.in_between"}
    desk.show(document(kinds, ["board > move.storyboard"]))
    assert desk.ask("move", 0).doubtful == ()
    assert desk.ask("move", 3).doubtful == ("a",)
    assert desk.ask("move", 9).doubtful == ("a", "b")
    assert desk.ask("board", 0).doubtful == ()


def test_a_file_outside_the_folder_is_read_with_consent_only(desk: Desk, tmp_path: Path) -> None:
    made = document({"load": ("load.image", {"path": str(tmp_path / "outside.png")})})
    write_picture(tmp_path / "outside.png", Image(np.full((4, 4, 3), 77, np.uint8)))
    folder = tmp_path / "inside"
    folder.mkdir()
    snapshot = Snapshot(made.graph, registry(), folder=folder)
    desk.number, desk.scene = 1, scene_of(snapshot)
    assert desk.ask("load").state is FrameState.FAILED
    allowed = Consents(reads=(str(tmp_path / "outside.png"),))
    desk.number, desk.scene = 2, scene_of(snapshot, consents=allowed)
    assert desk.ask("load").state is FrameState.SHOWN
    assert desk.level() == 77


def test_a_live_frame_is_made_as_a_draft_and_one_at_hand_is_shown_in_full(desk: Desk) -> None:
    desk.show(document({"ramp": "test.ramp", "bright": "test.brighten"}, ["ramp > bright.image"]))
    draft = desk.ask("bright", 2, scale=0.5)
    assert (draft.scale, draft.shape) == (0.5, (4, 4, 3))
    assert draft.strip is not None
    assert draft.strip.format.width == 8
    full = desk.ask("bright", 2)
    assert (full.scale, full.shape) == (1.0, (8, 8, 3))
    assert desk.ask("bright", 2, scale=0.5).scale == 1.0
    assert CALLS == []


def test_what_has_run_in_full_only_is_no_draft(desk: Desk) -> None:
    desk.show(chain())
    desk.run("whole")
    answer = desk.ask("bright", 1, scale=0.5)
    assert (answer.state, answer.scale) == (FrameState.SHOWN, 1.0)


def test_a_frame_that_was_read_ahead_is_not_made_when_it_is_asked_for(desk: Desk) -> None:
    desk.show(document({"ramp": "test.ramp", "bright": "test.brighten"}, ["ramp > bright.image"]))
    ahead = ReadAhead("viewer", "bright", "", (3,), (64, 64))
    desk.server.read_ahead(ahead, (desk.number, desk.scene))
    assert "brighten 30" in CALLS
    assert desk.ask("bright", 3).state is FrameState.SHOWN
    assert desk.level() == 31
    assert CALLS == []
    desk.show(chain())
    desk.server.read_ahead(replace(ahead, path="whole"), (desk.number, desk.scene))
    assert "stream" not in CALLS


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


def test_work_that_nobody_wants_is_left(desk: Desk) -> None:
    desk.show(chain())
    desk.token.cancel()
    assert desk.ask("ramp").state is FrameState.OVERTAKEN


def test_a_picture_fits_its_size_and_is_never_enlarged() -> None:
    tall = Mask(np.zeros((40, 20), np.uint8))
    assert fitted_into(tall, (10, 10)).pixels.shape == (10, 5)
    assert fitted_into(tall, (400, 400)) is tall
    deep = Image(np.full((8, 8, 4), 65535, np.uint16))
    small = fitted_into(deep, (4, 4))
    assert small.pixels.shape == (4, 4, 4)
    assert small.pixels.dtype == np.uint8
    assert (small.pixels == 255).all()


class Window:
    """The window's end of a pipe, and the requests at the other."""

    def __init__(self) -> None:
        self.connection, other = Pipe()
        self.requests = Requests(other)

    def ask(self, view: str, serial: int, *, patient: bool = False) -> None:
        self.connection.send(FrameRequest(view, serial, "a", "", 0, (8, 8), patient=patient))

    def taken(self) -> Any:
        request = self.requests.take()
        return request and (request.view, getattr(request, "serial", None))


def test_the_newest_request_of_a_view_counts_and_the_patient_wait() -> None:
    window = Window()
    window.ask("thumbnail", 1, patient=True)
    window.ask("viewer", 2)
    window.ask("viewer", 3)
    assert window.taken() == ("viewer", 3)
    assert [old.serial for old in window.requests.overtaken] == [2]
    window.requests.overtaken.clear()
    assert window.taken() == ("thumbnail", 1)
    window.connection.close()
    assert window.taken() is None
    assert window.requests.cancelled


def test_what_is_read_ahead_waits_for_everything_and_gives_way_at_once() -> None:
    window = Window()
    ahead = ReadAhead("viewer", "a", "", (1, 2), (8, 8))
    window.connection.send(ahead)
    window.ask("thumbnail", 1, patient=True)
    window.connection.send(SoundRequest("viewer", "a", "", (0,), 48000))
    window.ask("viewer", 2)
    taken = [type(window.requests.take()) for _ in range(4)]
    assert taken == [SoundRequest, FrameRequest, FrameRequest, ReadAhead]
    assert not window.requests.cancelled
    window.ask("viewer", 3)
    assert window.requests.cancelled
    window.requests.put_back(ahead)
    window.connection.send(CancelView("viewer"))
    window.connection.close()
    assert window.requests.take() is None


def test_work_goes_on_for_a_while_when_a_newer_frame_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = Window()
    window.ask("viewer", 1)
    window.taken()
    window.ask("viewer", 2)
    assert not window.requests.cancelled
    monkeypatch.setattr("nodes.frame_serving.requests.PATIENCE", -1.0)
    assert window.requests.cancelled
    assert window.taken() == ("viewer", 2)
    assert not window.requests.cancelled
    window.connection.close()


def test_a_view_that_is_gone_stops_its_work_at_once() -> None:
    window = Window()
    window.ask("viewer", 1)
    window.taken()
    window.connection.send(CancelView("other"))
    assert not window.requests.cancelled
    window.connection.send(CancelView("viewer"))
    assert window.requests.cancelled
    window.ask("viewer", 2)
    assert window.taken() == ("viewer", 2)
    assert not window.requests.cancelled
    window.connection.close()


def test_slots_are_lent_once_and_grow() -> None:
    ring = SlotRing(1000)
    lent = [ring.take(10) for _ in range(6)]
    assert None not in lent
    assert ring.take(10) is None
    larger = ring.take(5000)
    assert larger is not None
    assert larger.size >= 5000
    for slot in lent:
        assert slot is not None
        ring.give_back(slot)
    assert ring.take(10, spare=5) is None
    ring.close()


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
