"""How well masks are made and carried over time, on any clips with true masks, and how fast.

    python -m benchmarks.masks FRAMES MASKS [FRAMES MASKS ...] [--every 10] [--edges]
        [--backend sam2-tiny] [--working-size 1024]

Each pair of folders is a clip: frames and masks (anything not black) in the order of their names,
as in DAVIS. J is the intersection over union with the true mask, mean of the frames that were not
given. One thread; milliseconds are CPU time, so that a busy machine does not count, reading left
out. Rows: the mask of frame 0 carried on; true keys every 10 and every 5 frames, those between; a
prompt on every --every-th frame: its exact box, and then one to five clicks in the middle of what
is most wrong; corrections per 100 frames where each frame under .8 is set right; the area under the
curve of the confidence for J < .7, all clips together.

The tennis player of the Omnimatte demo (448 x 256, 41 frames), and the mean of 17 clips of 24 to 40
frames, most of them 854 x 480: nine by `benchmarks.mask_scenes`, six filmed by cameras that stand
still (their masks from what differs from the ground, so not exact), on two busy cores, carried in
512 pixels. The area under the curve was .94 with the weights fitted to these clips (124 of 421
frames bad), .83 to .92 on one half of the clips with weights fitted to the other half:

    | J      | frame 0 | keys 10 | keys 5 | box | 5 clicks | fixes | AUC | ms, between, prompt |
    | tennis | .76     | .83     | .86    | .64 | .78      | 12.5  | .88 | 35, 67, 63          |
    | mean   | .73     | .85     | .87    | .63 | .77      | -     | .94 | -, 88, 80           |

In 576 pixels, as now, five of the clips gain .003 with keys every 5 and take 115 ms between.
Then what the edge of a mask costs at 832 x 480, milliseconds a frame, goal 5 (load 8):

    | mask        | grow 1 | grow 8 | grow -8 | boundary blend 16 |
    | disc of 180 | 2.1    | 2.2    | 2.3     | 2.0               |
    | tennis      | 2.5    | 1.7    | 1.4     | 1.2               |
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import thread_time
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.boundary import Lies, soft_edge
from pipelines.easing import PRESETS, Preset
from pipelines.masks import grow
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.pointing import Click, HandBox
from pipelines.progress import LocalCancelToken
from pipelines.segmentation.backend import Segmenter, Tracked
from pipelines.segmentation.built_in import LONGEST, BuiltIn
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.sam2 import Sam2, WorkingSize
from pipelines.values import Image, Mask

CLICKS = 5
GOOD, BAD = 0.8, 0.7
KINDS = {".png", ".jpg", ".jpeg", ".bmp", ".webp"}

Truth = NDArray[np.bool_]


@dataclass
class Film:
    """A clip with its true masks, read when asked; frames with no mask at the end are left out."""

    name: str
    frames: list[Path]
    masks: list[Path]
    size: tuple[int, int] | None = None

    def read(self, index: int) -> Image:
        picture = cv2.imread(str(self.frames[index]), cv2.IMREAD_COLOR)
        assert picture is not None, self.frames[index]
        return Image(np.ascontiguousarray(picture[..., ::-1], np.uint8))

    def truth(self, index: int) -> Truth:
        """What is not black, fitted to the frame."""
        found = cv2.imread(str(self.masks[index]), cv2.IMREAD_COLOR)
        assert found is not None, self.masks[index]
        inside = (found.max(axis=2) > 0).astype(np.uint8)
        if self.size is None:
            frame = self.read(index)
            self.size = frame.width, frame.height
        size = self.size
        return np.asarray(cv2.resize(inside, size, interpolation=cv2.INTER_NEAREST)) > 0

    def __len__(self) -> int:
        return min(len(self.frames), len(self.masks))


class Row(NamedTuple):
    """One method on one clip: J of each frame, milliseconds a frame."""

    scores: list[float]
    milliseconds: float


class Timed:
    """Frames made and CPU seconds taken, reading not counted."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self.frames, self.seconds, self._reading = 0, 0.0, 0.0

    def read(self, index: int) -> Image:
        start = thread_time()
        picture = self._film.read(index)
        self._reading += thread_time() - start
        return picture

    def each(self, made: Iterator[Tracked]) -> Iterator[Tracked]:
        while True:
            start, self._reading = thread_time(), 0.0
            one = next(made, None)
            self.seconds += thread_time() - start - self._reading
            if one is None:
                return
            self.frames += one.confidence < 1
            yield one

    @property
    def milliseconds(self) -> float:
        return 1000 * self.seconds / max(self.frames, 1)


def likeness(mask: Mask, truth: Truth) -> float:
    """J: 1 where both are empty."""
    inside = mask.pixels >= 128
    either = np.count_nonzero(inside | truth)
    return np.count_nonzero(inside & truth) / either if either else 1.0


def as_mask(truth: Truth) -> Mask:
    return Mask(truth.astype(np.uint8) * np.uint8(255))


def carried(
    backend: Segmenter, film: Film, keys: Sequence[int]
) -> tuple[Row, list[tuple[float, float]]]:
    """Frames between and behind the keys; and their confidences beside J."""
    timed = Timed(film)
    given = {key: as_mask(film.truth(key)) for key in keys}
    span = range(len(film) if len(keys) == 1 else keys[-1] + 1)
    made = backend.propagate(timed.read, given, span, LocalCancelToken())
    pairs = [
        (likeness(one.mask, film.truth(one.frame)), one.confidence)
        for one in timed.each(made)
        if one.frame not in given
    ]
    return Row([score for score, _ in pairs], timed.milliseconds), pairs


def corrected(backend: Segmenter, film: Film) -> tuple[int, int]:
    """How many frames a person sets right who goes on from the last one that was not good."""
    key, corrections = 0, 0
    while key < len(film):
        given = {key: as_mask(film.truth(key))}
        made = backend.propagate(film.read, given, range(key, len(film)), LocalCancelToken())
        bad = (one.frame for one in made if likeness(one.mask, film.truth(one.frame)) < GOOD)
        found = next(bad, None)
        if found is None:
            break
        key, corrections = found, corrections + 1
    return corrections, len(film) - 1


def prompted(backend: Segmenter, film: Film, every: int) -> tuple[list[list[float]], list[float]]:
    """For each sampled frame J after the box and after each click, and the milliseconds."""
    found: list[list[float]] = []
    times: list[float] = []
    for index in range(0, len(film), every):
        truth = film.truth(index)
        if not truth.any():
            continue
        picture, prompt, scores = film.read(index), Prompt(box=box_of(truth)), list[float]()
        for _ in range(CLICKS + 1):
            start = thread_time()
            mask = backend.answer(picture, prompt)
            times.append(1000 * (thread_time() - start))
            scores.append(likeness(mask, truth))
            click = corrective(mask.pixels >= 128, truth)
            if click is not None:
                prompt = Prompt(box=prompt.box, clicks=(*prompt.clicks, click))
        found.append(scores)
    return found, times


def box_of(truth: Truth) -> HandBox:
    rows, columns = np.nonzero(truth)
    height, width = truth.shape
    return HandBox(
        float(columns.min() / width),
        float(rows.min() / height),
        float((columns.max() + 1) / width),
        float((rows.max() + 1) / height),
    )


def corrective(inside: Truth, truth: Truth) -> Click | None:
    """A click in the middle of the largest part that is wrong."""
    best: tuple[int, Click] | None = None
    for wrong, positive in ((truth & ~inside, True), (inside & ~truth, False)):
        edged = np.pad(wrong, 1).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(edged)
        if count < 2:
            continue
        largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
        depth = cv2.distanceTransform((labels == largest).astype(np.uint8), cv2.DIST_L2, 5)
        row, column = np.unravel_index(int(np.argmax(depth)), depth.shape)
        height, width = truth.shape
        click = Click((column - 0.5) / width, (row - 0.5) / height, positive)
        area = int(stats[largest, cv2.CC_STAT_AREA])
        if best is None or area > best[0]:
            best = area, click
    return best[1] if best else None


def area_under_curve(pairs: Sequence[tuple[float, float]]) -> float:
    """How often a bad frame has less confidence than a good one (ties half); nan without both."""
    bad = np.array([sure for score, sure in pairs if score < BAD])
    good = np.array([sure for score, sure in pairs if score >= BAD])
    if not len(bad) or not len(good):
        return float("nan")
    less = (bad[:, None] < good[None]).mean()
    return float(less + (bad[:, None] == good[None]).mean() / 2)


def folder(path: Path) -> list[Path]:
    return sorted(one for one in path.iterdir() if one.suffix.lower() in KINDS)


def table(backend: Segmenter, films: Sequence[Film], every: int) -> None:
    """Print a line for each clip and the means."""
    heads = ("frame 0", "keys 10", "keys 5", "box", "1 click", "3 clicks", "5 clicks", "fixes/100")
    print("| J | " + " | ".join(heads) + " | AUC | ms carried | ms between | ms prompt |")
    print("|---|" + "---|" * (len(heads) + 4))
    lines: list[list[float]] = []
    everything: list[tuple[float, float]] = []
    for film in films:
        alone, pairs = carried(backend, film, [0])
        between = [carried(backend, film, list(range(0, len(film), n)))[0] for n in (10, 5)]
        scores, times = prompted(backend, film, every)
        fixes, frames = corrected(backend, film)
        answers = np.array(scores).mean(axis=0)[[0, 1, 3, 5]] if scores else np.full(4, np.nan)
        line = [float(np.mean(row.scores or [np.nan])) for row in (alone, *between)]
        line += [*answers.tolist(), 100 * fixes / max(frames, 1), area_under_curve(pairs)]
        line += [alone.milliseconds, between[0].milliseconds, float(np.median(times or [np.nan]))]
        everything += pairs
        lines.append(line)
        print_line(film.name, line)
    means = np.array([[np.nan if np.isnan(x) else x for x in line] for line in lines])
    overall = [
        float(np.nanmean(column)) if np.isfinite(column).any() else np.nan for column in means.T
    ]
    overall[8] = area_under_curve(everything)
    print_line("mean", overall)


def print_line(name: str, line: Sequence[float]) -> None:
    cells = [f"{x:.3f}" for x in line[:7]] + [f"{line[7]:.1f}", f"{line[8]:.3f}"]
    cells += [f"{x:.0f}" for x in line[9:]]
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def tables(
    models: Sequence[str],
    size: WorkingSize,
    longest: int,
    films: Sequence[Film],
    every: int,
) -> None:
    """Print a table of what is built in, or one of each model; its weights come from the store."""
    if not models:
        table(BuiltIn(longest), films, every)
    lender = Lender(store_to_look_at)
    for model in models:
        with lender.lease(model, LocalCancelToken()) as lease:
            put = lease.placement
            print(f"\n{lease.title}, {put.device}, {put.precision}, working size {size}\n")
            table(Sam2(lease, size.pixels), films, every)
        lender.drop()


def edges(films: Sequence[Film]) -> None:
    """Print what growing and softening the true masks costs, and those of a large disc."""
    rows, columns = np.mgrid[:480, :832]
    disc = as_mask(np.hypot(rows - 240, columns - 416) < 180)
    cases: dict[str, list[Mask]] = {"disc of 180": [disc] * 9}
    for film in films:
        chosen = range(0, len(film), max(len(film) // 9, 1))
        cases[film.name] = [sized(film.truth(index)) for index in chosen]
    print("\n| mask | grow 1 | grow 8 | grow -8 | boundary blend 16 |\n|---|---|---|---|---|")
    for name, given in cases.items():
        cells = [edge_cost(given, partial(grow, distance=far)) for far in (1, 8, -8)]
        curve = PRESETS[Preset.LINEAR]
        cells.append(edge_cost(given, partial(soft_edge, width=16, lies=Lies.ACROSS, curve=curve)))
        print(f"| {name} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |", flush=True)


def sized(truth: Truth) -> Mask:
    """A mask of 832 x 480, its edge soft."""
    scaled = cv2.resize(as_mask(truth).pixels, (832, 480), interpolation=cv2.INTER_LINEAR)
    return Mask(np.asarray(scaled, np.uint8))


def edge_cost(given: Sequence[Mask], change: Callable[[Mask], Mask]) -> float:
    """Median of the milliseconds for a mask."""
    times: list[float] = []
    for mask in given:
        start = thread_time()
        change(mask)
        times.append(1000 * (thread_time() - start))
    return float(np.median(times))


def main() -> None:
    """Measure the clips named on the command line."""
    parser = argparse.ArgumentParser(description="Masks over time, measured.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FRAMES MASKS")
    parser.add_argument(
        "--backend",
        action="append",
        default=[],
        metavar="MODEL",
        help="a model that is here, such as sam2-tiny, in the place of what is built in; again for "
        "another one",
    )
    parser.add_argument(
        "--working-size",
        type=WorkingSize,
        choices=list(WorkingSize),
        default=WorkingSize.FULL,
        help="of a model: pixels of the square that it looks at",
    )
    parser.add_argument("--longest", type=int, default=LONGEST)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--first", type=int, default=10**6, help="only so many frames of each")
    parser.add_argument("--edges", action="store_true", help="only what edges cost")
    given = parser.parse_args()
    if len(given.folders) % 2:
        parser.error("Give a folder of masks for each folder of frames.")
    cv2.setNumThreads(1)
    pairs = zip(given.folders[::2], given.folders[1::2], strict=True)
    films = [
        Film(
            frames.parent.name or frames.name,
            folder(frames)[: given.first],
            folder(masks)[: given.first],
        )
        for frames, masks in pairs
    ]
    if not given.edges:
        tables(given.backend, given.working_size, given.longest, films, given.every)
    edges(films)


if __name__ == "__main__":
    main()
