"""Nine places of the graph that a key leads back to: settings of the project. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from nodes.edits import SetSetting

_SETTING = "bookmarks"


class Place(NamedTuple):
    """Where the eye is: the groups that are open, the middle of what is seen, and the scale."""

    at: tuple[str, ...]
    x: float
    y: float
    scale: float


def stored(settings: Mapping[str, Any], number: int, place: Place) -> SetSetting:
    """The edit that makes a place the bookmark of a number."""
    kept = {**_all(settings), str(number): [list(place.at), place.x, place.y, place.scale]}
    return SetSetting(name=_SETTING, value=kept)


def bookmark(settings: Mapping[str, Any], number: int) -> Place | None:
    """The place of a number; None where none, or nothing that can be read, was stored."""
    try:
        return msgspec.convert(_all(settings).get(str(number)), Place)
    except msgspec.ValidationError:
        return None


def _all(settings: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return msgspec.convert(settings.get(_SETTING, {}), dict[str, Any])
    except msgspec.ValidationError:
        return {}
