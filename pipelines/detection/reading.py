"""What a model answered in words, read as boxes: fenced, cut off, or chatty as it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import JSONDecodeError, JSONDecoder
from math import isfinite
from typing import Any, cast

from pipelines.detection.detector import Answer
from pipelines.detection.found import Box, Sighting

_BOXES = ("bbox_2d", "bbox", "box_2d", "box")
_LABELS = ("label", "name", "object", "category")
_THING = "thing"
_MOST_SHOWN = 120
_DECODER = JSONDecoder()


def read_answer(words: str, sides: tuple[float, float]) -> Answer:
    """The boxes in an answer; `sides` are the width and height that their numbers are of.

    Each object that is whole is read, whatever stands around it. Edges beyond the picture are
    taken back to it, and boxes of no size left out.
    """
    objects = list(_objects(words))
    found = [one for one in (_sighting(each, sides) for each in objects) if one is not None]
    is_none = words.strip().strip("`").removeprefix("json").strip() == "[]"
    unread = "" if is_none or found else " ".join(words.split())[:_MOST_SHOWN] or "…"
    return Answer(tuple(found), unread)


def _objects(words: str) -> Iterator[Mapping[str, Any]]:
    """Every JSON object that tells of a box, those within others too."""
    at = words.find("{")
    while at >= 0:
        try:
            value, end = _DECODER.raw_decode(words, at)
        except (JSONDecodeError, RecursionError):
            end = at + 1
        else:
            yield from _told(value)
        at = words.find("{", end)


def _told(value: Any) -> Iterator[Mapping[str, Any]]:
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            told = cast(dict[str, Any], one)
            if _first(told, _BOXES) is not None:
                yield told
            else:
                stack += reversed(list(told.values()))
        elif isinstance(one, list):
            stack += reversed(cast(list[Any], one))


def _sighting(told: Mapping[str, Any], sides: tuple[float, float]) -> Sighting | None:
    edges = _numbers(_first(told, _BOXES))
    if edges is None:
        return None
    wide, high = sides
    across = sorted(min(max(edge / wide, 0.0), 1.0) for edge in edges[0::2])
    down = sorted(min(max(edge / high, 0.0), 1.0) for edge in edges[1::2])
    box = Box(across[0], down[0], across[1], down[1])
    if not box.coverage:
        return None
    label = _first(told, _LABELS)
    words = " ".join(label.split()).casefold() if isinstance(label, str) else ""
    return Sighting(words or _THING, box)


def _numbers(value: Any) -> list[float] | None:
    """Four numbers, or None."""
    if not isinstance(value, list):
        return None
    numbers = [
        float(one)
        for one in cast(list[Any], value)
        if isinstance(one, (int, float)) and not isinstance(one, bool) and isfinite(one)
    ]
    return numbers if len(numbers) == 4 == len(cast(list[Any], value)) else None


def _first(told: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((told[name] for name in names if name in told), None)
