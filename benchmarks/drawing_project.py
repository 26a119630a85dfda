"""What strokes leave in memory and on the disk, and what a long storyboard takes to open.

Both are measured in programs of their own, so that neither pays for what the other loaded.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tracemalloc
from dataclasses import replace
from math import cos, sin
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import numpy as np
import psutil
from PySide6.QtWidgets import QApplication

from app.window.journaled_model import JournaledModel
from benchmarks.painting_waits import Paints
from nodes.document import Document
from nodes.edits import AddNode
from nodes.graph import Node
from nodes.loom.pack import compress_tile
from nodes.project_file import save_project
from nodes.registry import library
from nodes.working_store import begin, open_for_work
from pipelines.painting.brush import INK, PENCIL, Brush
from pipelines.painting.canvas import Canvas
from pipelines.painting.stroke import Sample
from pipelines.painting.tiles import MemoryTiles, TileStore
from pipelines.panels import Layer, Panel
from pipelines.values import Image
from widgets.paper.paper import Paper

SIZE = (1920, 1080)
LAYERS = 4
STEPS = 200
STROKES = 40
_OPEN = """
import sys
from benchmarks.drawing_project import print_opening
print_opening(sys.argv[1], sys.argv[2])
"""


def undo_rows() -> None:
    """Bytes of a stroke of 400 px with a radius of 20, and memory of 200 steps."""
    chance = np.random.default_rng(5)
    print(
        f"| {'a 400-px stroke, r = 20, KB on disk':36} | {'median':>7} | {'p95':>7} | {'goal':>5} |"
    )
    tiles = MemoryTiles()
    pencilled = _covered_by_pencil(tiles, chance)
    photo = Canvas(tiles, Layer(id="a"))
    photo.lay(Image(_photo(chance)), (0, 0))
    photo.commit()
    for name, layer in (
        ("on an empty layer", Layer(id="a")),
        ("on a layer full of pencil", pencilled),
        ("on a photograph, pasted", photo.layer),
    ):
        sizes = [_stroke_bytes(tiles, layer, chance) / 1000 for _ in range(STROKES)]
        late = quantiles(sizes, n=20)[-1]
        print(f"| {name:36} | {median(sizes):7.0f} | {late:7.0f} | {300:5} |")
    memory, disk = _steps_kept(chance)
    print(f"| {'200 steps: MB in memory, on disk':36} | {memory:7.1f} | {disk:7.1f} | {64:5} |")


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
    print(f"\n{words}: first panel painted after {opened:.2f} s (goal 0.5);")
    print(f"memory {flipped:.2f} GB once every panel was seen (goal 1.5)")


def print_opening(path: str, state: str) -> None:
    """Open a film, paint its first panel, then each of them, in this program."""
    application = QApplication(sys.argv[:1])
    registry = library()
    started = perf_counter()
    project = open_for_work(Path(path), Path(state), registry)
    assert project.store is not None
    paper = Paper(JournaledModel(project.document, project.store), project.store)
    paper.resize(1600, 900)
    paints = Paints(paper.view)
    paper.show()
    paints.wait()
    opened = perf_counter() - started
    for _ in range(len(paper.board.panels) - 1):
        paper.board.step(1)
        paints.wait()
    most = psutil.Process().memory_info().rss / 1e9
    paper.close()
    project.store.finish()
    application.quit()
    print(opened, most)


def _steps_kept(chance: np.random.Generator) -> tuple[float, float]:
    """MB in memory and on the disk after 200 strokes over each other."""
    with tempfile.TemporaryDirectory() as folder:
        document = Document(library())
        board = Node(id="b", type="story.storyboard", parameters={"width": 1920, "height": 1080})
        document.apply(AddNode(node=board))
        with begin(Path(folder), document) as store:
            model = JournaledModel(document, store)
            paper = Paper(model, store)
            paper.board.add_panel()
            store.flush()
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
    return memory, disk


def _stroke_bytes(tiles: MemoryTiles, layer: Layer, chance: np.random.Generator) -> int:
    canvas = Canvas(tiles, layer)
    _stroke(canvas, replace(INK, size=40), chance)
    changes = canvas.commit().values()
    return sum(len(compress_tile(tiles.read(digest))) for digest in changes if digest)


def _stroke(canvas: Canvas, brush: Brush, chance: np.random.Generator) -> None:
    x, y, turn = chance.uniform(300, 1500), chance.uniform(300, 800), chance.uniform(0, 6.28)
    shares = np.linspace(0, 1, 80)
    canvas.stroke(
        [
            Sample(x + 400 * far * cos(turn), y + 400 * far * sin(turn), 0.7 + 0.3 * sin(9 * far))
            for far in shares.tolist()
        ],
        brush,
        (30, 30, 40),
    )


def _covered_by_pencil(tiles: TileStore, chance: np.random.Generator) -> Layer:
    canvas = Canvas(tiles, Layer(id="a"))
    for _ in range(400):
        _stroke(canvas, replace(PENCIL, size=40), chance)
    canvas.commit()
    return canvas.layer


def _photo(chance: np.random.Generator) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Slow gradients under a camera's noise, opaque."""
    rows, columns = np.indices((SIZE[1], SIZE[0]))
    pixels = np.empty((SIZE[1], SIZE[0], 4), np.uint8)
    for channel in range(3):
        smooth = 128 + 90 * np.sin(columns / (150 + 40 * channel) + rows / 210)
        pixels[..., channel] = np.clip(smooth + chance.normal(0, 3, smooth.shape), 0, 255)
    pixels[..., 3] = 255
    return pixels


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
