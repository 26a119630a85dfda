"""What strokes leave in memory and on the disk, and what a long storyboard takes to open.

Both are measured in programs of their own, so that neither pays for what the other loaded.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from math import cos, sin
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from app.window.garbage import Garbage
from app.window.journaled_model import JournaledModel
from benchmarks.painting_waits import Paints, wait_until_shown
from nodes.codec import encode_document
from nodes.document import Document
from nodes.edits import AddNode, PaintTiles
from nodes.graph import Node
from nodes.project_file import save_project
from nodes.registry import library
from nodes.working_store import WorkingStore, begin, open_for_work
from pipelines.errors import StoryloomError
from pipelines.painting.brush import AIRBRUSH, INK, PENCIL, Brush
from pipelines.painting.canvas import Canvas
from pipelines.painting.stroke import Sample
from pipelines.painting.tiles import Changes, MemoryTiles, TileStore
from pipelines.panels import Layer, Panel
from pipelines.values import Image
from widgets.paper.paper import Paper

SIZE = (1920, 1080)
LAYERS = 4
STEPS = 250
"""More than the working store holds in memory."""
STROKES = 40
_OPEN = """
import sys
from benchmarks.drawing_project import print_opening
print_opening(sys.argv[1], sys.argv[2])
"""


def undo_rows() -> None:
    """What a stroke of 400 px with a radius of 20 leaves on the disk, and what many leave."""
    what = "a 400-px stroke, r = 20, KB on disk"
    print(f"| {what:36} | {'median':>7} | {'most':>7} | {'goal':>5} | met |")
    for name, lay, brush, is_hatched in (
        ("ink on an empty layer", bare, INK, False),
        ("ink on a layer full of pencil", pencilled, INK, False),
        ("ink on a photograph, pasted", photographed, INK, False),
        ("airbrush on noise, pasted", noisy, AIRBRUSH, False),
        ("the same, all in one place", noisy, AIRBRUSH, True),
    ):
        sizes = _stroke_sizes(lay, replace(brush, size=40), is_hatched=is_hatched)
        _row(name, median(sizes), max(sizes), 300)
    memory, disk, lost = _steps_kept()
    print(f"\n| {f'{STEPS} strokes over each other':36} | {'found':>7} | {'goal':>7} | met |")
    for name, found, goal in (
        ("MB in memory", memory, 64.0),
        ("MB on the disk", disk, None),
        ("undo steps dropped", lost, 0.0),
    ):
        print(f"| {name:36} | {found:7.1f} | {_goal(goal)} | {met(found, goal)} |")


def met(found: float, goal: float | None) -> str:
    """Whether a figure meets its goal."""
    return "   " if goal is None else "yes" if found <= goal else "NO "


def _goal(goal: float | None) -> str:
    return f"{goal:7g}" if goal is not None else " " * 7


def _row(name: str, middle: float, most: float, goal: float) -> None:
    print(f"| {name:36} | {middle:7.0f} | {most:7.0f} | {goal:5g} | {met(most, goal)} |")


def panels_row(count: int) -> None:
    """Seconds until the first panel of many is painted, and the memory of the program."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "film.loom"
        _save_film(path, count)
        size = path.stat().st_size / 1e6
        command = [sys.executable, "-c", _OPEN, str(path), str(Path(name) / "state")]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    opened, flipped = (float(one) for one in found[:2])
    words = f"{count} panels of 1080p x {LAYERS} layers, {size:.0f} MB"
    print(f"\n| {words:36} | {'found':>7} | {'goal':>7} | met |")
    for name, found, goal in (
        ("s until the first panel is painted", opened, 0.5),
        ("GB once every panel was seen", flipped, 1.5),
    ):
        print(f"| {name:36} | {found:7.2f} | {goal:7g} | {met(found, goal)} |")


def print_opening(path: str, state: str) -> None:
    """Open a film, paint its first panel, then each of them, in this program."""
    application = QApplication(sys.argv[:1])
    Garbage(application).begin()
    registry = library()
    started = perf_counter()
    project = open_for_work(Path(path), Path(state), registry)
    assert project.store is not None
    paper = Paper(JournaledModel(project.document, project.store), project.store)
    paper.resize(1600, 900)
    paints = Paints(paper.view)
    paper.show()
    wait_until_shown(paper, paints)
    opened = perf_counter() - started
    for _ in range(len(paper.board.panels) - 1):
        paper.board.step(1)
        wait_until_shown(paper, paints)
    most = psutil.Process().memory_info().rss / 1e9
    paper.close()
    project.store.finish()
    application.quit()
    print(opened, most)


def _steps_kept() -> tuple[float, float, float]:
    """MB in memory and on the disk after many strokes over each other, and how many of them cannot
    be undone."""
    chance = np.random.default_rng(5)
    with tempfile.TemporaryDirectory() as folder, begin(Path(folder), _film()) as store:
        document = _film()
        model = JournaledModel(document, store)
        paper = Paper(model, store)
        model.do(_pasted(store, photograph()), "Paste")
        store.flush()
        first, start = store.last, encode_document(document)
        tracemalloc.start()
        for _ in range(STEPS):
            layer = paper.board.layer
            assert layer is not None
            canvas = Canvas(store, layer)
            _stroke(canvas, replace(INK, size=40), chance)
            paper.board.paint(layer.id, canvas.commit(), "Stroke")
        store.flush()
        memory = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        disk = sum(one.stat().st_size for one in store.folder.rglob("*") if one.is_file()) / 1e6
        lost = 0
        for number in range(store.last, first, -1):
            try:
                document.apply(store.step(number).inverse)
            except StoryloomError:
                lost += 1
        assert lost or encode_document(document) == start
    return memory, disk, lost


def _stroke_sizes(
    lay: Callable[[TileStore], Layer], brush: Brush, *, is_hatched: bool
) -> list[float]:
    """KB of tiles and journal that each of many strokes over each other leaves."""
    sizes: list[float] = []
    chance = np.random.default_rng(5)
    with tempfile.TemporaryDirectory() as folder, begin(Path(folder), _film()) as store:
        document = _film()
        canvas = Canvas(store, lay(store))
        store.flush()
        for _ in range(STROKES):
            before = _stored(store)
            _stroke(canvas, brush, chance, is_hatched=is_hatched)
            edit = _painted(canvas.commit())
            store.record(edit, document.apply(edit), step="Stroke")
            store.flush()
            sizes.append((_stored(store) - before) / 1000)
    return sizes


def _film() -> Document:
    document = Document(library())
    panels = (Panel(id="p", layers=(Layer(id="a"),)),)
    parameters = {"width": SIZE[0], "height": SIZE[1], "panels": panels}
    document.apply(AddNode(node=Node(id="b", type="story.storyboard", parameters=parameters)))
    return document


def _painted(changes: Changes) -> PaintTiles:
    tiles = tuple((x, y, digest or "") for (x, y), digest in sorted(changes.items()))
    return PaintTiles(node="b", panel="p", layer="a", tiles=tiles)


def _pasted(tiles: TileStore, picture: Image) -> PaintTiles:
    canvas = Canvas(tiles, Layer(id="a"))
    canvas.lay(picture, (0, 0))
    return _painted(canvas.commit())


def _stored(store: WorkingStore) -> int:
    """Bytes of all tiles and steps."""
    connection = sqlite3.connect(store.database)
    (count,) = connection.execute(
        "SELECT (SELECT total(length(frame)) FROM tiles)"
        " + (SELECT total(length(frame)) FROM deltas)"
        " + (SELECT total(length(edit) + length(inverse)) FROM journal)"
    ).fetchone()
    connection.close()
    return int(count)


def _stroke(
    canvas: Canvas, brush: Brush, chance: np.random.Generator, *, is_hatched: bool = False
) -> None:
    x, y, turn = chance.uniform(300, 1500), chance.uniform(300, 800), chance.uniform(0, 6.28)
    if is_hatched:
        x, y, turn = 600 + x / 20, 300 + y / 20, 0.7 + turn / 30
    shares = np.linspace(0, 1, 80)
    canvas.stroke(
        [
            Sample(x + 400 * far * cos(turn), y + 400 * far * sin(turn), 0.7 + 0.3 * sin(9 * far))
            for far in shares.tolist()
        ],
        brush,
        (30, 30, 40),
    )


def bare(tiles: TileStore) -> Layer:
    """Nothing."""
    return Layer(id="a")


def pencilled(tiles: TileStore) -> Layer:
    """Strokes of a pencil all over each other."""
    chance = np.random.default_rng(5)
    canvas = Canvas(tiles, Layer(id="a"))
    for _ in range(400):
        _stroke(canvas, replace(PENCIL, size=40), chance)
    canvas.commit()
    return canvas.layer


def photographed(tiles: TileStore) -> Layer:
    """A photograph all over the paper."""
    canvas = Canvas(tiles, Layer(id="a"))
    canvas.lay(photograph(), (0, 0))
    canvas.commit()
    return canvas.layer


def noisy(tiles: TileStore) -> Layer:
    """What nothing can compress, all over the paper."""
    pixels = np.random.default_rng(6).integers(0, 256, (SIZE[1], SIZE[0], 4), np.uint8)
    pixels[..., 3] = 255
    canvas = Canvas(tiles, Layer(id="a"))
    canvas.lay(Image(pixels), (0, 0))
    canvas.commit()
    return canvas.layer


def photograph() -> Image:
    """Slow gradients under a camera's noise, opaque."""
    chance = np.random.default_rng(4)
    rows, columns = np.indices((SIZE[1], SIZE[0]))
    pixels = np.empty((SIZE[1], SIZE[0], 4), np.uint8)
    for channel in range(3):
        smooth = 128 + 90 * np.sin(columns / (150 + 40 * channel) + rows / 210)
        pixels[..., channel] = np.clip(smooth + chance.normal(0, 3, smooth.shape), 0, 255)
    pixels[..., 3] = 255
    return Image(pixels)


def _save_film(path: Path, count: int) -> None:
    """Every panel is drawn anew on each of its layers."""
    chance, tiles = np.random.default_rng(9), MemoryTiles()
    panels: list[Panel] = []
    for number in range(count):
        layers: list[Layer] = []
        for depth in range(LAYERS):
            canvas = Canvas(tiles, Layer(id=f"layer{depth}"))
            middle = (chance.uniform(300, 1600), chance.uniform(200, 900))
            canvas.ellipse(middle, (500, 320), (40 * depth, 90, 200), opacity=0.8)
            for _ in range(6):
                _stroke(canvas, replace(PENCIL, size=12), chance)
            canvas.commit()
            layers.append(canvas.layer)
        panels.append(Panel(id=f"panel{number}", layers=tuple(layers)))
    document = Document(library())
    parameters = {"width": SIZE[0], "height": SIZE[1], "panels": tuple(panels)}
    document.apply(AddNode(node=Node(id="b", type="story.storyboard", parameters=parameters)))
    save_project(path, document, tiles)
