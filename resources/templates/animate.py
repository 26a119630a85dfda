"""Makes the moving pictures of the start page from the starters' own films.

python -m resources.templates.animate [FOLDER]: a sheet of small frames beside each project.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import imageio.v3 as iio
import numpy as np

from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef
from nodes.project_file import open_project
from nodes.registry import library
from nodes.store import ResultStore
from pipelines.frames import read
from pipelines.scaling import scale_image
from pipelines.values import Clip, Image

FRAMES = 24
COLUMNS = 6
SIZE = (320, 180)
"""Width and height of one frame on a sheet; sheets have COLUMNS frames in a row."""
_QUALITY = 86
_SHOTS = {"puddle_leap": 2}
"""Which shot a card plays, where it is not the first."""
_REST = 9
"""For how many frames the first and the last drawing rest at most."""


def animate(project: Path, target: Path) -> None:
    """Write the sheet of a project: FRAMES frames of a shot of its film."""
    frames = _film(project)
    height, width = frames[0].shape[:2]
    sheet = np.zeros((height * (FRAMES // COLUMNS), width * COLUMNS, 3), np.uint8)
    for place, pixels in enumerate(frames):
        row, column = divmod(place, COLUMNS)
        sheet[row * height : (row + 1) * height, column * width : (column + 1) * width] = pixels
    iio.imwrite(target, sheet, extension=".jpg", plugin="pillow", quality=_QUALITY)


def _film(project: Path) -> list[np.ndarray]:
    with (
        open_project(project, library()) as opened,
        tempfile.TemporaryDirectory() as folder,
        ResultStore(Path(folder)) as store,
    ):
        snapshot = opened.snapshot()
        results = Evaluator(store).run(snapshot, ["move"])
        clip = results.values[FlatRef("move", "out")]
        assert isinstance(clip, Clip)
        shot = clip.shots[_SHOTS.get(project.stem, 0)]
        first = _rested(clip, range(shot.start, shot.stop)) - _REST + 1
        last = _rested(clip, range(shot.stop - 1, shot.start, -1)) + _REST - 1
        first, last = max(first, shot.start), min(last, shot.stop - 1)
        places = [first + n * (last - first) // (FRAMES - 1) for n in range(FRAMES)]
        return [_small(read(clip.frames, place)) for place in places]


def _rested(clip: Clip, frames: range) -> int:
    """The last of these frames that shows what the first shows, without a gap."""
    keys = [clip.frames.key(frame) for frame in frames]
    same = next((n for n, key in enumerate(keys) if key != keys[0]), len(keys)) - 1
    return frames[same]


def _small(picture: object) -> np.ndarray:
    assert isinstance(picture, Image)
    height, width = picture.pixels.shape[:2]
    share = max(SIZE[0] / width, SIZE[1] / height)
    pixels = scale_image(picture, share).pixels[..., :3]
    top, left = (pixels.shape[0] - SIZE[1]) // 2, (pixels.shape[1] - SIZE[0]) // 2
    return pixels[top : top + SIZE[1], left : left + SIZE[0]]


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    for found in sorted(here.glob("*.loom")):
        made = folder / f"{found.stem}.jpg"
        animate(found, made)
        print(f"{made.name}: {made.stat().st_size / 1e3:.0f} kB")
