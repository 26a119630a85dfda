"""Clips and masks that a node reads side by side."""

from __future__ import annotations

from pipelines.errors import MismatchError
from pipelines.values import Clip, MaskClip


def require_alike(clip: Clip, masks: MaskClip) -> None:
    """Raise MismatchError unless the masks are as large and as many as the pictures."""
    size, other = ((one.format.width, one.format.height) for one in (clip, masks))
    if size != other:
        raise MismatchError(
            f"The mask is {other[0]} x {other[1]}, the clip {size[0]} x {size[1]}.",
            mend="Resize one of them to the size of the other.",
        )
    if len(clip) != len(masks):
        raise MismatchError(
            f"The mask has {len(masks)} frames, the clip {len(clip)}.",
            mend="Make the mask from this clip, or fit its length.",
        )
