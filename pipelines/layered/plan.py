"""What is known of the layers of two neighbouring panels before their pixels are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipelines.digest import Digest, digest_text
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.panels import BlendMode, LayerMotion, Pose
from pipelines.sheets import Sheet, Sheets


@dataclass(frozen=True, slots=True)
class PlannedLayer:
    """A layer of a gap. `first` and `second` say which of the given pictures show it in each key,
    None where it is not there; both are the same picture where it is drawn alike.

    `joint` is where it turns in each key, `motion` the way that a hand has set, `poses` how a hand
    has laid it in each key where they differ, `parent` the place in the plan of the layer that it
    follows.
    """

    layer: str
    name: str
    first: int | None
    second: int | None
    opacity: tuple[float, float]
    blend: BlendMode
    joint: tuple[tuple[float, float] | None, tuple[float, float] | None]
    parent: int | None
    motion: LayerMotion | None
    poses: tuple[Pose, Pose] | None

    @property
    def is_still(self) -> bool:
        """Whether it is drawn alike in both keys."""
        return self.first == self.second


@dataclass(frozen=True, slots=True)
class Plan:
    """The layers of a gap; `orders` name them from the lowest up, in the first and second key."""

    layers: tuple[PlannedLayer, ...]
    orders: tuple[tuple[int, ...], tuple[int, ...]]
    still_ground: bool


class Planned(NamedTuple):
    """A plan, and the pictures that it counts."""

    plan: Plan
    pictures: tuple[FrameRef, ...]


def planned(sheets: Sheets, at: int) -> Planned:
    """The plan of the gap between the panels `at` and the next."""
    rows = sheets.layers[at], sheets.layers[at + 1]
    pictures: dict[Digest, tuple[int, FrameRef]] = {}

    def number(sheet: Sheet | None) -> int | None:
        if sheet is None:
            return None
        key = sheet.picture.source.key(sheet.picture.at)
        return pictures.setdefault(key, (len(pictures), sheet.picture))[0]

    first, second = ({sheet.layer: sheet for sheet in row} for row in rows)
    names = _merged([sheet.layer for sheet in rows[0]], [sheet.layer for sheet in rows[1]])
    other = _merged([sheet.layer for sheet in rows[1]], [sheet.layer for sheet in rows[0]])
    place = {name: at for at, name in enumerate(names)}
    layers = tuple(_layer(first.get(name), second.get(name), number, place) for name in names)
    keys = [sheets.grounds.key(one) for one in (at, at + 1)]
    orders = tuple(range(len(names))), tuple(place[name] for name in other)
    plan = Plan(layers, orders, keys[0] == keys[1])
    return Planned(plan, tuple(ref for _, ref in pictures.values()))


class Plans(FrameSource):
    """Plans as frames, so that what is prepared is keyed by them."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._plans = tuple(plans)

    def __len__(self) -> int:
        return len(self._plans)

    def key(self, index: int) -> Digest:
        return derived_key("plan", "1", digest_text(repr(self._plans[index])))

    def make(self, index: int, inputs: Sequence[Any]) -> Plan:
        return self._plans[index]


def _layer(
    a: Sheet | None,
    b: Sheet | None,
    number: Callable[[Sheet | None], int | None],
    place: dict[str, int],
) -> PlannedLayer:
    near = a if a is not None else b
    assert near is not None
    parents = [one.parent for one in (a, b) if one is not None]
    parent = parents[0] if len(set(parents)) == 1 else ""
    opacities = [one.opacity if one is not None else near.opacity for one in (a, b)]
    return PlannedLayer(
        near.layer,
        near.name,
        number(a),
        number(b),
        (opacities[0], opacities[1]),
        near.blend,
        (a.pivot if a is not None else None, b.pivot if b is not None else None),
        place.get(parent),
        a.motion if a is not None and b is not None else None,
        (a.pose, b.pose) if a is not None and b is not None and a.pose != b.pose else None,
    )


def _merged(order: Sequence[str], other: Sequence[str]) -> list[str]:
    """All names, in the first order; those of the other alone above what they lie above there."""
    made = list(order)
    for at, name in enumerate(other):
        if name not in made:
            below = next((one for one in reversed(other[:at]) if one in made), None)
            made.insert(made.index(below) + 1 if below is not None else 0, name)
    return made
