"""How the nodes of the project in hand stand: by what runs told, and by what lies on the disk.

Knows no Qt. What it must find out from the disk it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.window.node_standing import stood
from app.window.notes import Note
from app.window.run_estimate import NodeTimes, RunEstimate
from app.window.run_reasons import RunReasons
from app.window.run_words import (
    block_words,
    failure_note,
    failure_words,
    stand_in_note,
    warning_note,
)
from app.workers.orders import RunOrder
from nodes.evaluator import CacheState
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeStoodIn,
    NodeUsedModel,
    NodeWarned,
    Origin,
)
from nodes.refusals import GraphError
from nodes.standing import Axes, Curves, Standing
from nodes.used_model import UsedModel
from pipelines.detection.found import FoundObjects
from pipelines.digest import Digest
from widgets.canvas import NodeState, NodeStates
from widgets.canvas.model_words import model_words
from widgets.canvas.reason_words import reason_words


class RunStates:
    """States by path, with the keys of the results that they are about."""

    def __init__(self, times: NodeTimes, reasons: RunReasons) -> None:
        self.working_on = ""
        self.order: RunOrder | None = None
        self.estimate: RunEstimate | None = None
        self._times = times
        self._reasons = reasons
        self._states: dict[str, NodeState] = {}
        self._keys: dict[str, Digest] = {}
        self._of_run: Mapping[str, Digest] = {}
        self._models: dict[str, tuple[UsedModel, ...]] = {}
        self.curves: dict[str, Curves] = {}
        """What the last reports measured, frame by frame; of runs before the last edits too."""
        self.axes: dict[str, Axes] = {}
        """How those curves are read."""
        self.reports: dict[str, str] = {}
        """What those reports say, as Markdown."""
        self.things: dict[str, FoundObjects] = {}
        """What was found last, by the path of the node; of runs before the last edits too."""

    @property
    def shown(self) -> NodeStates:
        """How the nodes stand."""
        return NodeStates(dict(self._states), self._why)

    def key_of(self, path: str) -> str:
        """The key of the result that a node has from its last run; empty where there is none."""
        state = self._states.get(path)
        made = state is not None and not state.error and state.progress is None
        return str(self._keys[path]) if made and path in self._keys else ""

    def forget(self) -> None:
        """Another project is in hand: nothing is known of its nodes."""
        self._states.clear()
        self._keys.clear()
        self._models.clear()
        self.curves.clear()
        self.axes.clear()
        self.reports.clear()
        self.things.clear()
        self.end()

    # A run

    def begin(self, order: RunOrder) -> None:
        """This is at work now."""
        self.order, self._of_run = order, {}
        try:
            self.estimate = RunEstimate(order.snapshot, order.sinks, self._times)
        except GraphError:
            self.estimate = None  # the worker will say what is wrong

    def take_keys(self, keys: Mapping[str, str]) -> None:
        """The keys of what the run at work makes."""
        self._of_run = {path: Digest(key) for path, key in keys.items()}

    def take(self, events: Iterable[Event]) -> list[Note]:
        """Keep what a run told; what of it is to be said."""
        notes: list[Note] = []
        for event in events:
            self._take(event, notes)
        return notes

    def end(self) -> None:
        """Nothing is at work any more."""
        for path, state in self._states.items():
            if state.progress is not None:
                self._states[path] = NodeState()
        self.working_on, self.order, self.estimate = "", None, None
        self._of_run = {}

    def _take(self, event: Event, notes: list[Note]) -> None:
        assert self.order is not None
        snapshot = self.order.snapshot
        match event:
            case NodeStarted(path):
                self._work_on(path)
                self._models.pop(path, None)
                self._states[path] = NodeState(progress=0.0)
                if self.estimate is not None:
                    self.estimate.started(path)
            case NodeProgressed(path, done, total, doing):
                self._work_on(path)
                share = done / total if total else 0.0
                self._states[path] = NodeState(progress=share, doing=doing)
                if self.estimate is not None and not doing:
                    self.estimate.progressed(path, share)
            case NodeUsedModel(path, model):
                self._models[path] = (*self._models.get(path, ()), model)
            case NodeFinished(path, seconds, origin):
                is_made = origin is Origin.COMPUTED
                self._states[path] = NodeState(
                    cache=CacheState.FRESH,
                    seconds=seconds if is_made else None,
                    is_reused=not is_made,
                )
                self._settle(path, seconds if is_made else None)
                self._note_result(path, is_made=is_made)
            case NodeStoodIn():
                notes.append(stand_in_note(event, snapshot))
            case NodeWarned(path):
                notes.append(warning_note(event, snapshot))
            case NodeFailed(path, error):
                self._states[path] = NodeState(error=failure_words(error))
                notes.append(failure_note(error, path, snapshot))
                self._settle(path)
            case NodeBlocked(path, by):
                self._states[path] = NodeState(error=block_words(by, snapshot))
                self._settle(path)
            case _:
                pass

    def _work_on(self, path: str) -> None:
        """A node is at work. A stage stays in view while others make frames for it."""
        before = self._states.get(self.working_on)
        is_held = (
            before is not None
            and before.progress is not None
            and self.estimate is not None
            and self.estimate.counts(self.working_on)
            and not self.estimate.counts(path)
        )
        if not is_held:
            self.working_on = path

    def _settle(self, path: str, seconds: float | None = None) -> None:
        if self.estimate is not None:
            self.estimate.settled(path, seconds)
        if path in self._of_run:
            self._keys[path] = self._of_run[path]

    def _note_result(self, path: str, *, is_made: bool) -> None:
        key = self._of_run.get(path)
        if key is not None:
            self._reasons.settled(path, key, is_made=is_made)
            self._states[path] = replace(self._states[path], key=key)

    # The disk

    def take_standing(self, found: Standing) -> None:
        """What is on disk now, and what changed since it ran. A node that failed shows that until
        it changes."""
        self._reasons.take(found)
        self._models.update(found.models)
        self.curves.update(found.curves)
        self.axes.update(found.axes)
        self.reports.update(found.reports)
        self.things.update(found.found)
        for path, cache in found.caches.items():
            state, key = self._states.get(path, NodeState()), found.keys[path]
            if state.progress is not None:
                continue
            is_same = self._keys.get(path) == key
            if path in self._keys:
                state = _compared(state, is_same=is_same)
            seen = stood(state, cache, is_same=is_same)
            if seen != self._states.get(path, NodeState()):
                self._states[path] = replace(seen, key=key)
            if seen.cache is CacheState.ON_DISK:
                self._keys[path] = key

    def _why(self, path: str) -> list[str]:
        made = [model_words(model) for model in self._models.get(path, ())]
        return [*(reason_words(reason, path) for reason in self._reasons.why(path)), *made]


def _compared(state: NodeState, *, is_same: bool) -> NodeState:
    """A state that a run left, now that its inputs are the same as then, or others."""
    if state.error:
        return state if is_same else NodeState()
    if state.cache is CacheState.STALE and is_same:
        has_run = state.seconds is not None
        return replace(state, cache=CacheState.FRESH if has_run else CacheState.ON_DISK)
    if state.cache in (CacheState.FRESH, CacheState.ON_DISK) and not is_same:
        return replace(state, cache=CacheState.STALE)
    return state
