"""How well the ways of making in-betweens restore the dropped frames of clips, and how fast.

    python -m benchmarks.inbetween [CLIP ...] [--line-art] [--k 4,8,16] [--seeds 0-3] [--refined]

Of 65 frames, fitted into 480 x 270, every k-th is a key; the others are made and compared with the
true ones. A clip is a video file or a folder of pictures; where masks lie beside it (rgb/ and
mask/), they are used. Scenes of seeded line-art (`line_art`), of 33 frames, follow with --line-art
or where no clip is named: four of them, or those of the given seeds. One thread; the time is CPU
time per frame made, what is prepared for a gap included. The gain is in dB over affine and
residual DIS, which the node calls whole; line distance in pixels. Four scenes at k = 16 take about
half a minute of CPU time.

With --refined the network that ships (or --weights FILE) polishes what the ways make that are named
in its rows, in one step or over the levels.

"Layered" has a mask for each figure where there are any; "layers" has the limbs of the figures
on layers of their own, with joints, as they are drawn on a panel.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import NamedTuple

import av
import cv2
import numpy as np

from benchmarks.line_art import Drawn, LineArt, line_art
from pipelines.in_between import fade, hold, prepare, render
from pipelines.layered.gap import prepare_layers, render_layers
from pipelines.layered.masked import Thing, prepare_masked
from pipelines.layered.plan import Plan, PlannedLayer
from pipelines.metrics.differences import psnr
from pipelines.metrics.lines import chamfer
from pipelines.metrics.motion import temporal_error
from pipelines.metrics.structure import ssim
from pipelines.panels import BlendMode
from pipelines.pieces import Piece
from pipelines.progress import silent
from pipelines.refiner.built_in import BuiltIn
from pipelines.refiner.levels import uniform
from pipelines.refiner.sampler import Film, Manner, Mode, refine
from pipelines.refiner.weights import shipped
from pipelines.values import Image, Pixels8

FRAMES = 65
SCENE_FRAMES = 33
WIDTH, HEIGHT = 480, 270
WHOLE = "affine + DIS"


@dataclass(frozen=True, slots=True)
class Clip:
    """Frames, what is known of their things, and, of line-art, how they are drawn."""

    name: str
    frames: list[Image]
    masks: list[list[Pixels8]] | None = None
    scene: LineArt | None = None


class Ends(NamedTuple):
    """A gap: the frames at both ends, and the clip that they are of."""

    clip: Clip
    first: int
    second: int

    @property
    def keys(self) -> tuple[Image, Image]:
        return self.clip.frames[self.first], self.clip.frames[self.second]

    @property
    def times(self) -> list[float]:
        length = self.second - self.first
        return [step / length for step in range(1, length)]


class Score(NamedTuple):
    """Means over the frames made."""

    psnr: float
    ssim: float
    temporal: float
    chamfer: float
    milliseconds: float


Way = Callable[[Ends], "list[Image] | None"]
"""The frames of a gap; None where a way does not apply."""


def holding(ends: Ends) -> list[Image]:
    """The nearer key."""
    return [hold(*ends.keys, t) for t in ends.times]


def fading(ends: Ends) -> list[Image]:
    """Both keys mixed."""
    return [fade(*ends.keys, t) for t in ends.times]


def flowing(ends: Ends) -> list[Image]:
    """Along optical flow alone."""
    gap = prepare(*ends.keys, affine=False)
    return [render(gap, *ends.keys, t) for t in ends.times]


def whole(ends: Ends) -> list[Image]:
    """Along the motion of the camera and what is left of it."""
    gap = prepare(*ends.keys)
    return [render(gap, *ends.keys, t) for t in ends.times]


def masked(ends: Ends) -> list[Image] | None:
    """A mask a thing."""
    if ends.clip.masks is None:
        return None
    pairs = zip(ends.clip.masks[ends.first], ends.clip.masks[ends.second], strict=True)
    things = [Thing(f"{at}", *pair) for at, pair in enumerate(pairs)]
    gap = prepare_masked(*ends.keys, things)
    return [render_layers(gap, *ends.keys, t) for t in ends.times]


def layered(ends: Ends) -> list[Image] | None:
    """A layer a limb."""
    scene = ends.clip.scene
    if scene is None:
        return None
    plan, pieces = planned(scene.layers(ends.first), scene.layers(ends.second))
    gap = prepare_layers(plan, (scene.room, scene.room), pieces)
    return [render_layers(gap, *ends.keys, t) for t in ends.times]


def refined(way: Way, weights: Path, mode: Mode) -> Way:
    """What another way makes, polished."""

    def made(ends: Ends) -> list[Image] | None:
        between = way(ends)
        if between is None:
            return None
        first, second = ends.keys
        last = ends.second - ends.first
        film = Film(
            [first, *between, second],
            uniform(last + 1, (0, last)),
            {0: first, last: second},
            range(last + 1),
        )
        backend = BuiltIn(weights)
        return refine(film, backend, Manner(mode), progress=silent, show=_unwatched)[1:-1]

    return made


def refining(weights: Path) -> dict[str, Way]:
    """The rows of the network."""
    return {
        f"{WHOLE}, refined": refined(whole, weights, Mode.ONE_STEP),
        f"{WHOLE}, refined over levels": refined(whole, weights, Mode.LEVELS),
        "layered, refined": refined(masked, weights, Mode.ONE_STEP),
        "layers, refined": refined(layered, weights, Mode.ONE_STEP),
    }


WAYS: dict[str, Way] = {
    "hold": holding,
    "fade": fading,
    "DIS": flowing,
    WHOLE: whole,
    "layered": masked,
    "layers": layered,
}


def planned(
    first: Sequence[Sequence[Drawn]], second: Sequence[Sequence[Drawn]]
) -> tuple[Plan, list[Piece | None]]:
    """The limbs of figures as a plan of layers."""
    layers: list[PlannedLayer] = []
    pieces: list[Piece | None] = []
    for here, there in zip(first, second, strict=True):
        place = {one.name: len(layers) + at for at, one in enumerate(here)}
        for one, other in zip(here, there, strict=True):
            layers.append(
                PlannedLayer(
                    layer=one.name,
                    name=one.name,
                    first=len(pieces),
                    second=len(pieces) + 1,
                    opacity=(1.0, 1.0),
                    blend=BlendMode.NORMAL,
                    joint=(one.pivot, other.pivot),
                    parent=place.get(one.parent),
                    motion=None,
                    poses=None,
                )
            )
            pieces += [one.piece, other.piece]
    order = tuple(range(len(layers)))
    return Plan(tuple(layers), (order, order), still_ground=True), pieces


def score(clip: Clip, distance: int, way: Way) -> Score | None:
    """Make every frame that is not a multiple of `distance` from its neighbours that are."""
    found: list[tuple[float, float, float]] = []
    steps: list[float] = []
    seconds = 0.0
    for first in range(0, len(clip.frames) - distance, distance):
        ends = Ends(clip, first, first + distance)
        started = process_time()
        made = way(ends)
        seconds += process_time() - started
        if made is None:
            return None
        true = clip.frames[first : first + distance + 1]
        for frame, truth in zip(made, true[1:-1], strict=True):
            found.append((psnr(frame, truth), ssim(frame, truth), chamfer(frame, truth)))
        shown = [true[0], *made, true[-1]]
        steps += map(temporal_error, pairwise(shown), pairwise(true))
    if not found:
        return None
    means = np.mean(found, axis=0).tolist()
    return Score(means[0], means[1], float(np.mean(steps)), means[2], 1000 * seconds / len(found))


def table(title: str, clips: Sequence[Clip], distances: Sequence[int]) -> None:
    """Print one table of the means over clips."""
    longest = max(len(clip.frames) for clip in clips)
    print(f"\n{title}: {len(clips)} of up to {longest} frames, {WIDTH} x {HEIGHT} at most")
    for distance in distances:
        print(f"\n| k = {distance} | PSNR | gain | SSIM | temporal error | line distance | ms |")
        print("|---|---|---|---|---|---|---|")
        rows = {name: [score(clip, distance, way) for clip in clips] for name, way in WAYS.items()}
        for name, row in rows.items():
            scores = [one for one in row if one is not None]
            if not scores:
                continue
            mean = Score(*np.mean(scores, axis=0).tolist())
            pairs = zip(row, rows[WHOLE], strict=True)
            gain = np.mean([one.psnr - base.psnr for one, base in pairs if one and base])
            of = "" if len(scores) == len(clips) else f" ({len(scores)} clips)"
            print(
                f"| {name}{of} | {mean.psnr:.2f} | {gain:+.2f} | {mean.ssim:.3f} | "
                f"{mean.temporal:.2f} | {mean.chamfer:.2f} | {mean.milliseconds:.1f} |",
                flush=True,
            )


def load(path: Path) -> Clip:
    """The first frames of a clip, fitted into the benchmark's size."""
    folder = path / "rgb" if (path / "rgb").is_dir() else path
    frames = [Image(_fitted(one)) for one in _pictures(folder)]
    masks = None
    if folder != path and (path / "mask").is_dir():
        grey = [_fitted(one)[..., 0] for one in _pictures(path / "mask")]
        masks = [[np.where(one > 127, 255, 0).astype(np.uint8)] for one in grey]
    return Clip(path.name, frames, masks if masks and len(masks) == len(frames) else None)


def scenes(seeds: Iterable[int]) -> list[Clip]:
    """Seeded line-art."""
    made: list[Clip] = []
    for seed in seeds:
        scene = line_art(seed)
        frames = [scene.frame(at) for at in range(SCENE_FRAMES)]
        masks = [[mask.pixels for mask in scene.masks(at)] for at in range(SCENE_FRAMES)]
        made.append(Clip(f"line art {seed}", frames, masks, scene))
    return made


def main() -> None:
    """Print the tables of the clips named on the command line and of the line-art."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", nargs="*", type=Path)
    parser.add_argument("--k", default="4,8,16")
    parser.add_argument("--line-art", action="store_true")
    parser.add_argument("--seeds", default="0-3")
    parser.add_argument("--refined", action="store_true")
    parser.add_argument("--weights", type=Path, default=shipped())
    given = parser.parse_args()
    if given.refined:
        WAYS.update(refining(given.weights))
    distances = [int(one) for one in given.k.split(",")]
    cv2.setNumThreads(1)
    clips = [load(path) for path in given.clips]
    for clip in clips:
        table(clip.name, [clip], distances)
    if len(clips) > 1:
        table("all", clips, distances)
    if given.line_art or not clips:
        first, _, last = given.seeds.partition("-")
        table("line art", scenes(range(int(first), int(last or first) + 1)), distances)


def _unwatched(level: int, frames: Sequence[Image]) -> None:
    """For films that nobody watches."""


def _pictures(path: Path) -> Iterator[Pixels8]:
    if path.is_dir():
        for file in sorted(path.iterdir())[:FRAMES]:
            picture = cv2.imread(str(file))
            if picture is not None:
                yield picture[..., ::-1].astype(np.uint8)
        return
    with av.open(str(path)) as container:
        for at, frame in enumerate(container.decode(video=0)):
            if at == FRAMES:
                return
            yield frame.to_ndarray(format="rgb24").astype(np.uint8)


def _fitted(picture: Pixels8) -> Pixels8:
    scale = min(WIDTH / picture.shape[1], HEIGHT / picture.shape[0], 1)
    size = round(picture.shape[1] * scale), round(picture.shape[0] * scale)
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)


if __name__ == "__main__":
    main()
