"""How fast work is kept, and how much of it kills lose: programs that paint, edit and save are
killed at random moments, and what they did is recovered and compared with what it must be. So are
programs with paper and pen (`crash_drawing`; QT_QPA_PLATFORM=offscreen where there is no screen).

    python -m benchmarks.crash [--kills 100] [--seed 0] [--only-kills]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from threading import Thread
from time import perf_counter

import numpy as np

from benchmarks.crash_drawing import drawing_kills
from benchmarks.files import LAYERS, drawn_layers
from nodes.codec import encode_document
from nodes.document import Document
from nodes.edits import AddNode, Batch, Edit, PaintTiles, PutPanels, RenameNode, SetSetting
from nodes.graph import Node
from nodes.project_file import layers_of, open_project, save_project
from nodes.registry import library
from nodes.working_store import (
    Recovered,
    find_recoverable,
    open_for_work,
    recover,
)
from pipelines.errors import StoryloomError
from pipelines.painting.tiles import MemoryTiles, TileSource, TileStore
from pipelines.panels import Layer, Panel
from pipelines.values import Pixels8

PANELS = 6
GESTURES = 100
RUNS = 5
_ENDLESS = 100_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one kill left: `fault` is empty where all is as it must be."""

    at: str
    """What the program was doing."""
    lost: int
    """Gestures that it had begun and that did not come back."""
    fault: str = ""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--kills", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--only-kills", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        if not chosen.only_kills:
            _timings(Path(name))
        damaged = _kills(Path(name), chosen.kills, chosen.seed)
        sys.exit(damaged | drawing_kills(Path(name), chosen.kills, chosen.seed))


def _timings(folder: Path) -> None:
    """The film of the container's figures: 24 panels of three layers of 1080p."""
    path, state = folder / "large.loom", folder / "state"
    _save_large_film(path)
    print(f"{'what':<46}{'median':>10}{'95 %':>10}{'goal':>10}")
    opened: list[float] = []
    copied: list[float] = []
    for _ in range(RUNS):
        started = perf_counter()
        project = open_for_work(path, state, library())
        store = project.store
        assert store is not None
        _read_panel(project.document, store)
        opened.append(perf_counter() - started)
        store.release_file()
        copied.append(perf_counter() - started)
        store.finish()
    _row("open, read the first panel", opened, "500")
    _row("until the file is copied and closed", copied)
    _gestures(path, state)


def _gestures(path: Path, state: Path) -> None:
    project = open_for_work(path, state, library())
    document, store = project.document, project.store
    assert store is not None
    store.release_file()
    told: list[float] = []
    kept: list[float] = []
    for number in range(GESTURES):
        tiles = [_tile(number * 6 + at) for at in range(6)]
        started = perf_counter()
        painted = tuple((at, 0, str(store.put(tile))) for at, tile in enumerate(tiles))
        edit = PaintTiles(node="board", panel="p0", layer="0.0", tiles=painted)
        store.record(edit, document.apply(edit))
        told.append(perf_counter() - started)
        store.flush()
        kept.append(perf_counter() - started)
    _row("a gesture of 6 tiles, for the hand", told)
    _row("a gesture of 6 tiles, until it is on the disk", kept, "50")
    started = perf_counter()
    store.save(store.capture(document))
    _row("save, one layer changed", [perf_counter() - started])
    store.record(SetSetting(name="a", value=1), SetSetting(name="a"))
    store.close()
    started = perf_counter()
    (session,) = find_recoverable(state)
    _row("find the session", [perf_counter() - started])
    started = perf_counter()
    recover(session, library()).tiles.finish()
    _row("recover it", [perf_counter() - started])


def _save_large_film(path: Path) -> None:
    tiles, document = MemoryTiles(), Document(library())
    layers = drawn_layers(tiles)
    panels = tuple(
        Panel(id=f"p{at}", layers=tuple(layers[at * LAYERS : (at + 1) * LAYERS]))
        for at in range(len(layers) // LAYERS)
    )
    document.apply(AddNode(node=Node(id="board", type="story.storyboard")))
    document.apply(PutPanels(node="board", panels=panels))
    save_project(path, document, tiles)


def _read_panel(document: Document, tiles: TileSource) -> None:
    for layer in document.graph.nodes["board"].parameters["panels"][0].layers:
        for tile in layer.tiles:
            tiles.read(tile.digest)


def _row(what: str, seconds: list[float], goal: str = "") -> None:
    slow = quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]
    shown = f"{median(seconds) * 1000:.1f} ms", f"{slow * 1000:.1f} ms", goal and f"{goal} ms"
    print(f"{what:<46}{shown[0]:>10}{shown[1]:>10}{shown[2]:>10}")


def _kills(folder: Path, count: int, seed: int) -> int:
    verdicts = [kill_once(folder / str(number), seed + number) for number in range(count)]
    print(f"\n{'killed while':<14}{'kills':>7}{'damaged':>9}{'last gesture missing':>22}")
    for at in sorted({verdict.at for verdict in verdicts}):
        here = [verdict for verdict in verdicts if verdict.at == at]
        faults = [verdict.fault for verdict in here if verdict.fault]
        lost = sum(verdict.lost > 0 for verdict in here)
        print(f"{at:<14}{len(here):>7}{len(faults):>9}{lost:>22}")
        for fault, times in Counter(faults).items():
            print(f"    {times} x {fault}")
    faulty = sum(bool(verdict.fault) for verdict in verdicts)
    print(f"{'all':<14}{count:>7}{faulty:>9}{sum(v.lost > 0 for v in verdicts):>22}")
    return 1 if faulty else 0


def kill_once(folder: Path, seed: int) -> Verdict:
    """Start a program that works on a film, kill it, and compare what comes back."""
    folder.mkdir(parents=True)
    document, tiles = _film(seed)
    save_project(folder / "film.loom", document, tiles)
    # The server that forks has imported what takes long, and runs no thread.
    context = get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.files", "nodes.working_store"])
    receiving, sending = context.Pipe(duplex=False)
    program = context.Process(target=_work, args=(folder, seed, sending))
    program.start()
    sending.close()
    try:
        receiving.recv()
        program.join(random.Random(seed).uniform(0.005, 0.35))
        program.kill()
        program.join()
        begun, kept, at = _said(receiving)
    finally:
        receiving.close()
    if program.exitcode != -signal.SIGKILL:
        return Verdict(at, 0, f"the program ended by itself: {program.exitcode}")
    try:
        verdict = _compared(folder, seed, begun, kept, at)
    except StoryloomError as error:
        verdict = Verdict(at, 0, f"{type(error).__name__}: {error}")
    shutil.rmtree(folder)
    return verdict


def _said(receiving: Connection) -> tuple[int, int, str]:
    """The newest gesture that was begun, the newest that was kept, and what went on."""
    begun, kept, at = 0, 0, "opening"
    try:
        while True:
            what, number = receiving.recv()
            begun = max(begun, number)
            kept = number if what == "kept" else kept
            at = what
    except (EOFError, OSError):
        return begun, kept, at


def _work(folder: Path, seed: int, sending: Connection) -> None:
    """The program that is killed. A gesture is kept before the next begins, as with a person."""
    registry = library()
    sending.send(("opening", 0))
    project = open_for_work(folder / "film.loom", folder / "state", registry)
    store, document = project.store, project.document
    assert store is not None
    saver: Thread | None = None
    for number in range(1, _ENDLESS):
        edit = gesture(document, store, seed, number)
        is_paint = isinstance(edit, PaintTiles)
        sending.send(("painting" if is_paint else "editing", number))
        store.record(edit, document.apply(edit), step=f"Step {number}")
        if is_paint:
            sending.send(("autosaving", number))
        store.flush()
        sending.send(("kept", number))
        if number % 10 == 0 and (saver is None or not saver.is_alive()):
            saver = Thread(target=store.save, args=(store.capture(document),), daemon=True)
            saver.start()
            if number % 20 == 0:
                sending.send(("saving", number))
                saver.join()


def gesture(document: Document, tiles: TileStore, seed: int, number: int) -> Edit:
    """The edit that a program of this seed makes at this step: always the same one."""
    chance = random.Random(f"{seed} {number}")
    choice = chance.random()
    panel = f"p{chance.randrange(PANELS)}"
    if choice < 0.7:
        painted = [
            (x, chance.randrange(4), tiles.put(_tile(chance.randrange(1 << 30))))
            for x in range(chance.randint(1, 6))
        ]
        return PaintTiles(node="board", panel=panel, layer="ink", tiles=tuple(painted))
    if choice < 0.8:
        changed = Panel(id=panel, layers=(Layer(id="ink"),), duration=chance.randint(1, 40))
        return PutPanels(node="board", panels=(changed,))
    if choice < 0.9:
        title = RenameNode(node="board", title=f"Film {number}")
        return Batch(edits=(title, SetSetting(name="fps", value=chance.randint(1, 60))))
    return AddNode(node=Node(id=f"n{number}", type="story.storyboard"))


def _compared(folder: Path, seed: int, begun: int, kept: int, at: str) -> Verdict:
    """What came back, beside the same gestures made again in memory."""
    with open_project(folder / "film.loom", library()) as project:
        _read_all(project.document, project.tiles)
        saved = encode_document(project.document)
    sessions = find_recoverable(folder / "state")
    if len(sessions) > 1 or any(session.problem for session in sessions):
        return Verdict(at, 0, f"sessions: {[session.problem for session in sessions]}")
    back = recover(sessions[0], library()) if sessions else None
    found = encode_document(back.document) if back is not None else saved
    try:
        number = _number_of(found, seed, least=kept, most=begun)
        fault = "" if number is not None else f"not as it was after step {kept} to {begun}"
        if back is not None:
            fault = fault or _incomplete(back)
        return Verdict(at, begun - number if number is not None else 0, fault)
    finally:
        if back is not None:
            back.tiles.close()


def _number_of(found: bytes, seed: int, *, least: int, most: int) -> int | None:
    document, tiles = _film(seed)
    for number in range(most + 1):
        if number:
            document.apply(gesture(document, tiles, seed, number))
        if number >= least and encode_document(document) == found:
            return number
    return None


def _incomplete(back: Recovered) -> str:
    """Every tile of the document, and of every step back, must be there."""
    if back.said:
        return back.said
    _read_all(back.document, back.tiles)
    for number in range(back.tiles.last, 0, -1):
        back.document.apply(back.tiles.step(number).inverse)
    _read_all(back.document, back.tiles)
    return ""


def _read_all(document: Document, tiles: TileSource) -> None:
    for layer in layers_of(document.graph):
        for tile in layer.tiles:
            tiles.read(tile.digest)


def _film(seed: int) -> tuple[Document, MemoryTiles]:
    document, tiles = Document(library()), MemoryTiles()
    document.apply(AddNode(node=Node(id="board", type="story.storyboard")))
    panels = tuple(Panel(id=f"p{at}", layers=(Layer(id="ink"),)) for at in range(PANELS))
    document.apply(PutPanels(node="board", panels=panels))
    for at in range(PANELS):
        painted = tuple((x, 0, str(tiles.put(_tile(seed * 100 + at * 10 + x)))) for x in range(6))
        document.apply(PaintTiles(node="board", panel=f"p{at}", layer="ink", tiles=painted))
    return document, tiles


def _tile(seed: int) -> Pixels8:
    """A tile as a brush leaves it: a soft band with some grain."""
    chance = np.random.default_rng(seed)
    pixels = np.zeros((256, 256, 4), np.uint8)
    top = int(chance.integers(0, 200))
    pixels[top : top + 40, :, :3] = chance.integers(0, 256, 3, np.uint8)
    pixels[top : top + 40, :, 3] = chance.integers(120, 256, (40, 256), np.uint8)
    return pixels


if __name__ == "__main__":
    main()
