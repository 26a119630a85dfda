"""Node: found objects out of JSON."""

from __future__ import annotations

from nodes.node import node
from pipelines.detection.boxes_json import parsed
from pipelines.detection.found import FoundObjects


@node("convert.text_to_objects", icon="mdi6.swap-horizontal", conversion=True)
def text_to_objects(text: str) -> FoundObjects:
    """Read objects with their boxes from a JSON text, as another program or a person wrote it.

    A link puts it in by itself where a text flows into objects. Mistakes are named with the place
    where they stand. Boxes are left, top, right, bottom in shares of the picture, or in pixels of a
    “size” that the text gives.

    Example: {"objects": [{"label": "cup", "boxes": [{"frame": 0, "box": [0.1, 0.2, 0.5, 0.6]}]}]}.
    """
    return parsed(text)
