"""Node: found objects as JSON."""

from __future__ import annotations

from nodes.node import node
from pipelines.detection.boxes_json import written
from pipelines.detection.found import FoundObjects


@node("convert.objects_to_text", icon="mdi6.swap-horizontal", conversion=True)
def objects_to_text(objects: FoundObjects) -> str:
    """Give found objects as a JSON text: labels, scores, and boxes in shares of the picture.

    A link puts it in by itself where objects flow into a text.

    Example: the objects of Detect Objects wired through this into the text of a Note.
    """
    return written(objects)
