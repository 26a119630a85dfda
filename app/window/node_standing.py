"""How a node stands, by what was seen of it in a run and what is known of the disk."""

from __future__ import annotations

from dataclasses import replace

from nodes.evaluator import CacheState
from widgets.canvas import NodeState


def stood(state: NodeState, cache: CacheState, *, is_same: bool) -> NodeState:
    """A node's state with what is known of the disk; `is_same` says that nothing changed since."""
    is_kept = cache is CacheState.ON_DISK
    if cache is CacheState.PINNED:
        return NodeState(cache=cache, seconds=state.seconds)
    if state.error:
        return state
    if state.cache is CacheState.FRESH and is_same:
        return replace(state, is_kept=is_kept)
    if is_kept:
        return replace(state, cache=cache, is_kept=True)
    if state.cache in (CacheState.PINNED, CacheState.ON_DISK):
        return NodeState()
    return replace(state, is_kept=False)
