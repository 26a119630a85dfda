"""A prompt answered on one picture: GrabCut (Rother et al., SIGGRAPH 2004) in a crop of a working
size, then bent to the clicks by nearness in place and colour."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipelines.pointing import HandBox
from pipelines.premultiplied import Floats
from pipelines.segmentation.edges import Guide
from pipelines.segmentation.prompts import Lasso, Prompt
from pipelines.segmentation.working import Area, depth_of, extent, reduced, resized
from pipelines.values import Mask, Pixels8

LONGEST = 320
"""Pixels of the longer side of the crop that is worked on."""
_MARGIN = 0.35
_ROUNDS = 1
_FULL = 0.95
"""Share of what is looked at from which on a box leaves nothing around it to compare with."""
_RIM, _SLIP = 0.04, 0.02
"""Of the side of a lasso's area: along it lies what is likely not meant; beyond it, nothing is."""
_DAB = 0.03
"""Radius of a click, of the diagonal of what is sought."""
_REACH = 0.12
_ALIKE = 12.0
_WEIGHT = 4.0
_BAND = 0.12
_ASIDE, _INSIDE = 0, 1
_LIKELY_ASIDE, _LIKELY_INSIDE = 2, 3
_LEAST = 12


class _Seeds(NamedTuple):
    """Pixels that clicks and scribbles touch: what they mean, and what they do not."""

    positive: NDArray[np.bool_]
    negative: NDArray[np.bool_]


def answer(colours: Pixels8, prompt: Prompt) -> Floats:
    """The soft mask (H, W), 0..1, of what a prompt means; all 0 where it says nothing."""
    made = np.zeros(colours.shape[:2], np.float32)
    if prompt.is_empty:
        return made
    meant = _meant(prompt, colours.shape[:2])
    across, down = int(_MARGIN * meant.width) + 8, int(_MARGIN * meant.height) + 8
    crop = meant.wider(across, down, colours.shape[:2])
    small = np.ascontiguousarray(reduced(crop.of(colours), LONGEST))
    found = _cut(small, prompt, crop, meant, colours.shape[:2])
    crop.of(made)[...] = resized(found, (crop.height, crop.width))
    return made


def _cut(small: Pixels8, prompt: Prompt, crop: Area, meant: Area, whole: tuple[int, int]) -> Floats:
    scale = small.shape[1] / crop.width
    diagonal = float(np.hypot(meant.width, meant.height)) * scale
    seeds = _seeds(prompt, crop, small.shape[:2], whole, max(2, round(_DAB * diagonal)))
    pull = _pull(small, seeds, diagonal)
    labels = _labels(prompt, crop, small.shape[:2], whole, pull)
    out = (labels == _ASIDE) & ((pull < 1) | _stays_within(prompt))
    labels[seeds.negative] = _ASIDE
    labels[seeds.positive] = _INSIDE
    mask = _grab_cut(small, labels)
    belief = np.float32(_WEIGHT) * (mask - np.float32(0.5)) + pull
    soft = (1 / (1 + np.exp(-belief))).astype(np.float32)
    out |= (labels == _ASIDE) & (pull < 1)
    soft[out] = 0
    soft[seeds.negative], soft[seeds.positive] = 0, 1
    radius = max(2, LONGEST // 64)
    bent = Guide(small, radius).follow(soft)
    bent[out] = 0
    return bent


def _stays_within(prompt: Prompt) -> bool:
    """Whether there is a box, and nothing says that the thing reaches out of it."""
    box = prompt.box
    if box is None or prompt.shape is not None or prompt.lasso is not None:
        return False
    clicked = [(one.x, one.y) for one in prompt.clicks if one.positive]
    drawn = [place for one in prompt.scribbles if one.positive for place in one.points]
    return all(
        box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in (*clicked, *drawn)
    )


def _grab_cut(small: Pixels8, labels: Pixels8) -> Floats:
    """1 inside. Labels as they are where one side has next to nothing."""
    import cv2

    inside = (labels & 1) > 0
    if min(np.count_nonzero(inside), np.count_nonzero(~inside)) < _LEAST:
        return inside.astype(np.float32)
    aside, within = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)
    cut = labels.copy()
    everywhere = (0, 0, small.shape[1], small.shape[0])  # looked at by no one in this mode
    cv2.grabCut(small, cut, everywhere, aside, within, _ROUNDS, cv2.GC_INIT_WITH_MASK)
    return ((cut & 1) > 0).astype(np.float32)


def _meant(prompt: Prompt, whole: tuple[int, int]) -> Area:
    """Where the thing is sought: its box or shape with the clicks, or around the clicks."""
    height, width = whole
    corners = [*_corners(prompt.bounds, whole)] if prompt.bounds is not None else []
    if prompt.shape is not None and (shape := extent(prompt.shape.pixels >= 128)):
        corners += [(shape.left, shape.top), (shape.right - 1, shape.bottom - 1)]
    reach = 1 if corners else max(height, width) // 5
    for x, y in _places(prompt, whole, positive=True):
        corners += [(x - reach, y - reach), (x + reach, y + reach)]
    across, down = [x for x, _ in corners], [y for _, y in corners]
    left, top = max(0, min(across)), max(0, min(down))
    right, bottom = min(width, max(across) + 1), min(height, max(down) + 1)
    return Area(min(left, width - 1), min(top, height - 1), max(right, 1), max(bottom, 1))


def _labels(
    prompt: Prompt, crop: Area, size: tuple[int, int], whole: tuple[int, int], pull: Floats
) -> Pixels8:
    """What GrabCut starts from."""
    if prompt.shape is not None and (prompt.shape.pixels >= 128).any():
        return _around_shape(prompt.shape, crop, size)
    if prompt.lasso is not None:
        return _within_lasso(prompt.lasso, crop, size, whole)
    if prompt.box is not None:
        return _within_box(prompt.box, crop, size, whole)
    return np.where(pull > _WEIGHT / 4, _LIKELY_INSIDE, _LIKELY_ASIDE).astype(np.uint8)


def _around_shape(shape: Mask, crop: Area, size: tuple[int, int]) -> Pixels8:
    part = np.ascontiguousarray(crop.of(shape.pixels))
    inside = np.ascontiguousarray(resized(part.astype(np.float32), size) >= 128)
    depth = depth_of(inside)
    band = max(3.0, _BAND * float(np.sqrt(np.count_nonzero(inside))))
    labels = np.where(inside, _LIKELY_INSIDE, _LIKELY_ASIDE)
    labels[depth > band] = _INSIDE
    labels[depth < -band] = _ASIDE
    return labels.astype(np.uint8)


def _within_box(box: HandBox, crop: Area, size: tuple[int, int], whole: tuple[int, int]) -> Pixels8:
    scale = size[1] / crop.width, size[0] / crop.height
    (left, top), (right, bottom) = (
        ((x - crop.left) * scale[0], (y - crop.top) * scale[1]) for x, y in _corners(box, whole)
    )
    rows, columns = np.mgrid[: size[0], : size[1]] + 0.5
    across = (columns - (left + right) / 2) / max((right - left) / 2, 1)
    down = (rows - (top + bottom) / 2) / max((bottom - top) / 2, 1)
    within = (np.abs(across) <= 1) & (np.abs(down) <= 1)
    if within.mean() < _FULL:
        return np.where(within, _LIKELY_INSIDE, _ASIDE).astype(np.uint8)
    rounded = across**2 + down**2 <= 1
    return np.where(rounded, _LIKELY_INSIDE, _LIKELY_ASIDE).astype(np.uint8)


def _within_lasso(
    lasso: Lasso, crop: Area, size: tuple[int, int], whole: tuple[int, int]
) -> Pixels8:
    """A hand draws a little beside the edge, more often outside than inside."""
    import cv2

    scale = size[1] / crop.width, size[0] / crop.height
    places = [
        ((x * whole[1] - crop.left) * scale[0], (y * whole[0] - crop.top) * scale[1])
        for x, y in lasso.points
    ]
    drawn = np.zeros(size, np.uint8)
    cv2.fillPoly(drawn, [np.rint(places).astype(np.int32).reshape(-1, 1, 2)], (1,))
    inside = drawn > 0
    if not inside.any():
        return np.full(size, _LIKELY_ASIDE, np.uint8)
    depth = depth_of(inside)
    side = float(np.sqrt(np.count_nonzero(inside)))
    labels = np.where(depth > _RIM * side, _LIKELY_INSIDE, _LIKELY_ASIDE)
    return np.where(depth < -_SLIP * side, _ASIDE, labels).astype(np.uint8)


def _seeds(
    prompt: Prompt, crop: Area, size: tuple[int, int], whole: tuple[int, int], radius: int
) -> _Seeds:
    import cv2

    drawn = [np.zeros(size, np.uint8) for _ in range(2)]
    scale = size[1] / crop.width, size[0] / crop.height

    def place(x: float, y: float) -> tuple[int, int]:
        across = (x * whole[1] - crop.left) * scale[0]
        down = (y * whole[0] - crop.top) * scale[1]
        return int(np.clip(across, 0, size[1] - 1)), int(np.clip(down, 0, size[0] - 1))

    for click in prompt.clicks:
        cv2.circle(drawn[not click.positive], place(click.x, click.y), radius, 255, -1)
    for scribble in prompt.scribbles:
        points = np.array([place(x, y) for x, y in scribble.points], np.int32)
        target = drawn[not scribble.positive]
        cv2.polylines(target, [points.reshape(-1, 1, 2)], False, 255, 2 * radius)
    positive, negative = (one > 0 for one in drawn)
    return _Seeds(positive & ~negative, negative)


def _pull(small: Pixels8, seeds: _Seeds, diagonal: float) -> Floats:
    """How strongly each pixel is drawn in (above 0) or out by the seeds that are like it."""
    import cv2

    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2LAB), np.float32)
    total = np.zeros(small.shape[:2], np.float32)
    for seed, sign in ((seeds.positive, _WEIGHT), (seeds.negative, -_WEIGHT)):
        for area in _apart(seed):
            distance = -np.minimum(depth_of(area), 0)
            colour = np.median(lab[area], axis=0)
            unlike = np.square(lab - colour) @ np.array([0.5, 1, 1], np.float32)
            near = np.square(distance / np.float32(_REACH * diagonal))
            total += np.float32(sign) * np.exp(-(near + unlike / np.float32(_ALIKE**2)) / 2)
    return total


def _apart(seed: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    import cv2

    count, labels = cv2.connectedComponents(seed.view(np.uint8))
    return [np.asarray(labels == number) for number in range(1, count)]


def _corners(box: HandBox, whole: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    height, width = whole
    return (
        (int(box.left * width), int(box.top * height)),
        (round(box.right * width), round(box.bottom * height)),
    )


def _places(prompt: Prompt, whole: tuple[int, int], *, positive: bool) -> list[tuple[int, int]]:
    height, width = whole
    clicked = [(one.x, one.y) for one in prompt.clicks if one.positive is positive]
    drawn = [place for one in prompt.scribbles if one.positive is positive for place in one.points]
    return [(int(x * (width - 1)), int(y * (height - 1))) for x, y in (*clicked, *drawn)]
