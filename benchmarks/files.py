"""How long saving, opening and storing take, and how many kills leave a torn file.

    python -m benchmarks.files [--kills 200]

Timings are the median of several runs on whatever disk holds the folder given by --folder.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from time import perf_counter

import cv2
import numpy as np
from safetensors.numpy import load_file, save_file

from nodes.loom import LoomReader, write_loom
from nodes.store import ResultStore
from pipelines.digest import Digest, digest_text
from pipelines.errors import StoryloomError
from pipelines.painting.tiles import MemoryTiles, cut
from pipelines.panels import Layer
from pipelines.values import Image, Pixels8

PANELS, LAYERS, WIDTH, HEIGHT = 24, 3, 1920, 1080
RUNS = 5
PAIRS = 10
PROJECT = b'{"format": 1}'
_SAVE_FOR_EVER = """
import sys
from pathlib import Path
from benchmarks.files import PROJECT, drawn_layers
from nodes.loom import write_loom
from pipelines.painting.tiles import MemoryTiles
tiles, path, seed = MemoryTiles(), Path(sys.argv[1]), int(sys.argv[2])
choices = [drawn_layers(tiles, panels=2, seed=seed + step) for step in range(2)]
print("ready", flush=True)
while True:
    for layers in choices:
        write_loom(path, PROJECT, layers, tiles, previous=path)
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folder", type=Path, default=None)
    arguments.add_argument("--kills", type=int, default=60)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
        folder = Path(name)
        _print_row("what", "median", "goal")
        _container(folder)
        _store(folder)
        _kills(folder, chosen.kills)


def drawn_layers(tiles: MemoryTiles, *, panels: int = PANELS, seed: int = 0) -> list[Layer]:
    """Layers as people draw them: flat shapes, and lines with the grain of a pencil."""
    noise = np.random.default_rng(seed)
    grain = noise.integers(120, 256, (HEIGHT, WIDTH), np.uint8)
    return [
        Layer(id=f"{panel}.{layer}", tiles=cut(Image(_drawing(noise, grain)), tiles))
        for panel in range(panels)
        for layer in range(LAYERS)
    ]


def _drawing(noise: np.random.Generator, grain: Pixels8) -> Pixels8:
    picture = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    for _ in range(6):
        corners = noise.integers(0, (WIDTH, HEIGHT), (5, 2)).astype(np.int32)
        colour = (*(int(level) for level in noise.integers(0, 256, 3)), 255)
        cv2.fillPoly(picture, [corners], colour)
    lines = np.zeros((HEIGHT, WIDTH), np.uint8)
    for _ in range(14):
        points = noise.integers(0, (WIDTH, HEIGHT), (4, 2)).astype(np.int32)
        cv2.polylines(lines, [points], isClosed=False, color=255, thickness=7)
    picture[lines > 0] = (20, 20, 30, 255)
    picture[..., 3] = np.where(
        lines > 0, np.roll(grain, int(noise.integers(WIDTH))), picture[..., 3]
    )
    return picture


def _container(folder: Path) -> None:
    tiles = MemoryTiles()
    layers = drawn_layers(tiles)
    path = folder / "film.loom"
    _report("full save", 1.5, lambda: write_loom(path, PROJECT, layers, tiles))
    changed = [drawn_layers(tiles, panels=1, seed=seed + 1) for seed in range(RUNS)]

    def save_one_panel() -> None:
        layers[:LAYERS] = changed.pop()
        write_loom(path, PROJECT, layers, tiles, previous=path)

    _report("one panel of three layers changed", 0.3, save_one_panel)
    _report("open, read the first panel", 0.5, lambda: _read(path, layers[:LAYERS]))
    _report("open, read everything", None, lambda: _read(path, layers))
    megabytes = path.stat().st_size / 1e6
    _print_row("size", f"{megabytes:.1f} MB", f"{len(tiles)} tiles")


def _read(path: Path, layers: Sequence[Layer]) -> None:
    with LoomReader(path) as reader:
        _ = reader.project
        for layer in layers:
            for tile in layer.tiles:
                reader.read(tile.digest)


def _store(folder: Path) -> None:
    """Writing and reading the frames of a clip, beside bare safetensors with fsync."""
    clip = np.random.default_rng(0).integers(0, 256, (49, 480, 832, 3), np.uint8)
    keys = [digest_text(str(index)) for index in range(len(clip))]
    ratios: dict[str, list[float]] = {"write": [], "read": []}
    for run in range(PAIRS):
        bare, kept = folder / f"bare{run}.safetensors", folder / f"store{run}"
        with ResultStore(kept) as store:
            writes = (
                lambda bare=bare: _save_bare(bare, keys, clip),
                lambda store=store: _save_frames(store, keys, clip),
            )
            reads = (
                lambda bare=bare: load_file(bare),
                lambda store=store: [store.get_frame(key) for key in keys],
            )
            ratios["write"].append(_ratio(writes, swapped=run % 2 == 1))
            ratios["read"].append(_ratio(reads, swapped=run % 2 == 1))
        bare.unlink()
        shutil.rmtree(kept)
    for way, found in ratios.items():
        _print_row(f"store {way}, speed of safetensors' own", f"{median(found):.2f}", ">= 0.80")


def _ratio(pair: tuple[Callable[[], object], Callable[[], object]], *, swapped: bool) -> float:
    """How many times as fast the second is as the first; which runs first changes from run to run.

    A disk slows down when much waits to be written, and that must not hit the same one each time.
    """
    seconds = [0.0, 0.0]
    for which in (1, 0) if swapped else (0, 1):
        started = perf_counter()
        kept = pair[which]()
        seconds[which] = perf_counter() - started
        del kept
    return seconds[0] / seconds[1]


def _save_bare(path: Path, keys: Sequence[Digest], clip: Pixels8) -> None:
    save_file(dict(zip(keys, clip, strict=True)), path)
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _save_frames(store: ResultStore, keys: Sequence[Digest], clip: Pixels8) -> None:
    for key, pixels in zip(keys, clip, strict=True):
        store.put_frame(key, Image(pixels), 0.1)
    store.flush()


def _kills(folder: Path, count: int) -> None:
    """Kill savers at random moments; the file that is left must open and verify."""
    path = folder / "killed.loom"
    chance = random.Random(0)
    torn = 0
    for seed in range(count):
        command = [sys.executable, "-c", _SAVE_FOR_EVER, str(path), str(seed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                child.wait(chance.uniform(0.02, 0.4))
            os.kill(child.pid, signal.SIGKILL)
        torn += path.exists() and not _is_whole(path)
    _print_row(f"kill -9 during {count} saves", f"{torn} torn", "0")


def _is_whole(path: Path) -> bool:
    try:
        with LoomReader(path) as reader:
            for digest in reader.digests():
                reader.read(digest)
            return all(reader.read_pack(pack) for pack in reader.packs)
    except (StoryloomError, OSError, ValueError, LookupError) as error:
        print(error)
        return False


def _report(what: str, goal: float | None, work: Callable[[], None]) -> None:
    times: list[float] = []
    for _ in range(RUNS):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    shown = "" if goal is None else f"<= {goal * 1000:.0f} ms"
    _print_row(what, f"{median(times) * 1000:.0f} ms", shown)


def _print_row(*cells: str) -> None:
    print("| " + " | ".join(f"{cell:<36}" for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
