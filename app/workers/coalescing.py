"""Events thinned to what a view can show."""

from __future__ import annotations

from collections.abc import Iterable

from nodes.events import Event, NodeProgressed


def coalesced(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events in order, without progress that later progress of the same node replaces."""
    kept: list[Event] = []
    progressed: set[str] = set()
    for event in reversed(list(events)):
        if isinstance(event, NodeProgressed):
            if event.path in progressed:
                continue
            progressed.add(event.path)
        kept.append(event)
    return tuple(reversed(kept))
