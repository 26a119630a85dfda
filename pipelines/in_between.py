"""The frames between two key pictures: hold, cross-fade, and motion along optical flow.

What is costly and the same for every frame of a gap is prepared once (`Gap`); `render` makes one
frame from it. The keys themselves come back untouched at t = 0 and t = 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines import flow
from pipelines.errors import MismatchError
from pipelines.premultiplied import Floats, premultiply, quantise, unpremultiply
from pipelines.progress import Progress, silent
from pipelines.values import Image, Pixels8

LONGEST_SIDE = 960
"""Flow is sought in pictures of at most this many pixels on the longer side."""
CERTAIN_ENOUGH = 0.1
"""Below this confidence a gap holds instead of ghosting. Measured: film cuts reach 0.01."""
_GRAIN = 0.55
"""The power that the confidence of footage is raised to, where grain and blur leave less to be
explained. Measured: cuts reach 0.011, gaps that are better moved than faded begin at 0.016."""
_UNSEEN = np.float32(0.05)
_NO_TRUST = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """What was found out about two keys a and b, at the working size (H, W) of the flow.

    `forward` is the field from a to b, `backward` from b to a; the `trust` in each step is
    exp(-20 photometric) x consistency, where photometric is the mean difference in 0..1 between a
    point and where the field leads. `confidence` is the share of the change between the keys that
    the fields explain, 1 for equal keys: sum(w trust) / sum(w) over the points of both, where
    w = |a - b| (contrast + 4), contrast being that of the point's surroundings (3 x 3) in its own
    key: empty paper finds itself everywhere and proves nothing. All in 0..255. Of footage it is
    raised to a power below 1.
    """

    forward: Floats
    backward: Floats
    trust_forward: Floats
    trust_backward: Floats
    confidence: float

    @property
    def holds(self) -> bool:
        """Whether the keys are so unlike that their gap is shown as a hold."""
        return self.confidence < CERTAIN_ENOUGH

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything as arrays, for a store; `from_arrays` undoes it."""
        return {
            "forward": self.forward,
            "backward": self.backward,
            "trust_forward": self.trust_forward,
            "trust_backward": self.trust_backward,
            "confidence": np.array([self.confidence]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Gap:
        """The gap that `arrays` described."""
        confidence = float(arrays["confidence"][0])
        fields = {name: array for name, array in arrays.items() if name != "confidence"}
        return cls(**fields, confidence=confidence)


class Laid(NamedTuple):
    """A frame in between; the motion from a to b through each of its pixels (H, W, 2), in pixels;
    and the share (H, W) of b there."""

    picture: Image
    motion: Floats
    share: Floats


def hold(a: Image, b: Image, t: float) -> Image:
    """The nearer key: `a` before the middle, `b` from it on."""
    return a if t < 0.5 else b


def fade(a: Image, b: Image, t: float) -> Image:
    """The keys mixed, `t` of `b`."""
    if t <= 0 or t >= 1:
        return hold(a, b, t)
    _require_alike(a, b)
    return unpremultiply(_mixed(premultiply(a), premultiply(b), t), bits=a.bits)


def prepare(
    a: Image,
    b: Image,
    *,
    affine: bool = True,
    longest: int = LONGEST_SIDE,
    progress: Progress = silent,
) -> Gap:
    """Find how `a` moves into `b` and how far that can be trusted."""
    _require_alike(a, b)
    grey_a, grey_b = luminance(a, longest), luminance(b, longest)
    progress(0, 2)
    forward = flow.estimate(grey_a, grey_b, affine=affine)
    progress(1, 2)
    backward = flow.estimate(grey_b, grey_a, affine=affine)
    progress(2, 2)
    trust_forward = _trust(grey_a, grey_b, forward, backward)
    trust_backward = _trust(grey_b, grey_a, backward, forward)
    confidence = _confidence(grey_a, grey_b, trust_forward, trust_backward)
    return Gap(forward, backward, trust_forward, trust_backward, confidence)


def render(gap: Gap, a: Image, b: Image, t: float) -> Image:
    """The frame at `t` in 0..1 of the gap between `a` and `b`.

    Both fields are carried to `t` and averaged by trust; both keys are fetched along the answer
    and mixed by how much of each is seen there. Where the two disagree more than the untouched
    keys do, the frame is their fade.
    """
    return hold(a, b, t) if t <= 0 or t >= 1 or gap.holds else lay(gap, a, b, t).picture


def lay(gap: Gap, a: Image, b: Image, t: float) -> Laid:
    """The frame at `t` within (0, 1) of a gap that does not hold, with what it was made by."""
    _require_alike(a, b)
    motion, share = motion_at(gap, t, (a.height, a.width))
    below, above = premultiply(a), premultiply(b)
    below_moved = flow.warp(below, motion * np.float32(-t))
    above_moved = flow.warp(above, motion * np.float32(1 - t))
    moved = _mixed(below_moved, above_moved, share[..., None])
    faded = _mixed(below, above, t)
    gain = _agreement(below, above, below_moved, above_moved)
    picture = unpremultiply(_mixed(faded, moved, gain[..., None]), bits=a.bits)
    return Laid(picture, motion, share)


def motion_at(gap: Gap, t: float, size: tuple[int, int]) -> tuple[Floats, Floats]:
    """The motion from a to b through each pixel of the frame at `t`, in pixels of `size` (h, w),
    and the share of b there."""
    import cv2

    from_a = flow.splat(gap.forward, gap.trust_forward, t) * np.float32(1 - t)
    from_b = flow.splat(gap.backward, gap.trust_backward, 1 - t) * np.float32(t)
    from_b[..., :2] *= -1
    motion = flow.resize_field(flow.fill_holes(cast(Floats, from_a + from_b)), size)
    seen_a, seen_b = (
        np.minimum(cv2.GaussianBlur(sums[..., 2], (5, 5), 1.0), weight) + _UNSEEN * weight
        for sums, weight in ((from_a, np.float32(1 - t)), (from_b, np.float32(t)))
    )
    share = cv2.resize(seen_b / (seen_a + seen_b), size[::-1], interpolation=cv2.INTER_LINEAR)
    return motion, cast(Floats, share)


def _agreement(a: Floats, b: Floats, a_moved: Floats, b_moved: Floats) -> Floats:
    """1 where moving makes the keys agree, towards 0 where it makes them differ more."""
    still, moved = _difference(a, b) + np.float32(0.01), _difference(a_moved, b_moved)
    return cast(Floats, still / (still + moved))


def _difference(a: Floats, b: Floats) -> Floats:
    import cv2

    mean = np.full((1, a.shape[2]), 1 / a.shape[2], np.float32)
    return cast(Floats, cv2.blur(cv2.transform(cv2.absdiff(a, b), mean), (5, 5)))


def _mixed(a: Floats, b: Floats, share: float | Floats) -> Floats:
    return cast(Floats, a + np.asarray(share, np.float32) * (b - a))


def _trust(a: Pixels8, b: Pixels8, forward: Floats, backward: Floats) -> Floats:
    import cv2

    fetched = flow.warp(b, forward)
    photometric = cv2.blur(cv2.absdiff(a, fetched).astype(np.float32), (3, 3)) / np.float32(255)
    trust = np.exp(-20 * photometric) * flow.consistency(forward, backward)
    trust[trust < _NO_TRUST] = 0  # numbers near the smallest float would slow all sums down
    return trust


def _confidence(a: Pixels8, b: Pixels8, trust_a: Floats, trust_b: Floats) -> float:
    import cv2

    change = cv2.absdiff(a, b).astype(np.float32)
    explained = total = 1.0
    for grey, trust in ((a, trust_a), (b, trust_b)):
        contrast = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
        weight = change * (contrast.astype(np.float32) + 4)
        explained += float((weight * trust).sum(dtype=np.float64))
        total += float(weight.sum(dtype=np.float64))
    share = explained / total
    return share if flow.is_drawing(a) and flow.is_drawing(b) else share**_GRAIN


def luminance(image: Image, longest: int) -> Pixels8:
    """Rec. 709 luma over mid grey (so that black and white lines show), reduced for the flow."""
    import cv2

    floats = premultiply(image)
    weights = np.array([[0.2126, 0.7152, 0.0722, -0.5]], np.float32)[:, : image.channels]
    grey = cv2.transform(floats, weights)
    if image.channels == 4:
        grey += np.float32(0.5)
    scale = longest / max(image.width, image.height)
    if scale < 1:
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        grey = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    return cast(Pixels8, quantise(grey, bits=8))


def _require_alike(a: Image, b: Image) -> None:
    if a.pixels.shape != b.pixels.shape or a.bits != b.bits:
        raise MismatchError(
            f"The keys of a gap differ: {_described(a)} and {_described(b)}.",
            mend="Give both the same size, channels and bits first.",
        )


def _described(image: Image) -> str:
    return f"{image.width} x {image.height}, {image.channels} channels, {image.bits} bits"
