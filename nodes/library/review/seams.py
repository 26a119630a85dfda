"""Node: whether the edge of what was pasted into a clip shows."""

from __future__ import annotations

from nodes.agreement import require_alike
from nodes.example import Example
from nodes.node import node
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.metrics.seams import seam_score
from pipelines.values import Axis, Clip, Curve, Image, MaskClip, Report, Worst

_SHOWS = 1.25
_LISTED = 8


@node(
    "review.seams",
    icon="mdi6.vector-intersection",
    kind=Kind.CLIP,
    title="Seams",
    example=Example(
        {
            "film": "load.clip",
            "masks": "mask.paint",
            "part": "frame.work_region",
            "gone": "mask.remove",
            "back": "frame.paste_back",
            "seams": "review.seams",
        },
        "film > masks.clip, film > part.clip, masks.mask > part.masks, part.clip > gone.clip,"
        " part.mask > gone.masks, gone.clip > back.made, part.region > back.region,"
        " back.clip > seams.clip, back.matte > seams.masks, film > seams.original",
    ),
)
def seams(clip: Clip, masks: MaskClip, original: Clip | None = None, *, work: Work) -> Report:
    """Measure on each frame how much the edge of what was pasted shows.

    The picture jumps from pixel to pixel everywhere; where it jumps more strongly across the edge
    of the mask than beside it, a seam is seen: 1 is none, 2 is twice as strong as the texture. A
    thing whose outline is the edge of the mask has more by itself, so connect the film as it was:
    then the frames are named on which the edge shows more than it did there. The plot shows both;
    click it to go to a frame.

    original: the film before anything was pasted.

    Example: the clip and the matte of Paste Back, and the film that they come from.
    """
    require_alike(clip, masks)
    if original is not None:
        _require_same(clip, original)
    here: list[float | None] = []
    before: list[float | None] = []
    for index, mask in enumerate(work.frames(masks)):
        picture: Image = work.frame(clip, index)
        here.append(seam_score(picture, mask))
        if original is not None:
            before.append(seam_score(work.frame(original, index), mask))
        work.progress(index + 1, len(masks))
    curves: dict[str, Curve] = {"seam": tuple(here)}
    axes = {"seam": Axis("Seam", line="This clip", worst=Worst.HIGH, low=1.0)}
    if original is not None:
        curves["untouched"] = tuple(before)
        axes["untouched"] = Axis("Seam", line="Untouched", worst=Worst.NEITHER, low=1.0)
    return Report("\n".join(_said(here, before)), curves, axes)


def _said(here: list[float | None], before: list[float | None]) -> list[str]:
    """The worst first: against the film as it was, where that is known."""
    measured = [(at, one) for at, one in enumerate(here) if one is not None]
    if not measured:
        return ["No frame has an edge of the mask in the picture."]
    mean = sum(one for _, one in measured) / len(measured)
    lines = [f"Seam {mean:.2f} on average over {len(measured)} frames; 1 is none."]
    known = [one for one in before if one is not None]
    if known:
        lines[0] += f" The untouched film has {sum(known) / len(known):.2f} there."
    base = before or [1.0] * len(here)
    rates = [(one / (base[at] or 1.0), at, one) for at, one in measured]
    shown = sorted((one for one in rates if one[0] > _SHOWS), reverse=True)
    if not shown:
        return [*lines, "", "On no frame does the edge show clearly."]
    lines += ["", f"The edge shows on {len(shown)} frames, most on these:", ""]
    lines += ["| frame | seam | times as strong |", "|---|---|---|"]
    lines += [f"| {at} | {one:.2f} | {rate:.2f} |" for rate, at, one in shown[:_LISTED]]
    return lines


def _require_same(clip: Clip, original: Clip) -> None:
    size, other = ((one.format.width, one.format.height) for one in (clip, original))
    if size != other or len(clip) != len(original):
        raise MismatchError(
            f"The original is {other[0]} x {other[1]} with {len(original)} frames, the clip"
            f" {size[0]} x {size[1]} with {len(clip)}.",
            mend="Connect the film that was pasted into.",
        )
