"""How a run shows on a terminal: a line with bar and time left for each node that is at work,
plain lines where there is no terminal, and a summary at the end."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft

from app.cli.saying import say, say_error
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
    RunEnded,
)
from nodes.used_model import UsedModel

PLAIN_SECONDS = 5.0
"""How often a node at work is told of where lines cannot be redrawn."""


class RunView:
    """Listens to a run and tells the person. A context manager; `quiet` keeps it to what is wrong.

    `name_of` words the path of a node.
    """

    def __init__(self, console: Console, *, name_of: Callable[[str], str], quiet: bool) -> None:
        self._console = console
        self._name_of = name_of
        self._quiet = quiet
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeLeft(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}
        self._told: dict[str, float] = {}
        self._began: dict[str, float] = {}
        self._origins: dict[str, Origin] = {}
        self._frames = 0

    def __enter__(self) -> RunView:
        self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def on_event(self, event: Event) -> None:
        """Show what a run tells."""
        match event:
            case NodeStarted():
                self._began[event.path] = self._told[event.path] = monotonic()
            case NodeProgressed():
                self._progress(event)
            case NodeFinished():
                self._origins[event.path] = event.origin
                self._frames += event.frames
                self._remove(event.path)
            case NodeWarned():
                say(self._console, f"{self._name_of(event.path)}: {event.message}", style="yellow")
            case NodeUsedModel():
                if not self._quiet:
                    say(self._console, f"{self._name_of(event.path)}: {_put(event.model)}")
            case NodeStoodIn(path, _, title):
                words = f"“{title}” is not here, so what is built in is used."
                say(self._console, f"{self._name_of(path)}: {words}", style="yellow")
            case NodeFailed():
                self._remove(event.path)
                say_error(self._console, event.error)
            case NodeBlocked():
                name, by = self._name_of(event.path), self._name_of(event.by)
                say(self._console, f"  {name} was not made: it needs {by}.")
            case RunEnded():
                self._summary(event)
            case _:
                pass

    def _progress(self, event: NodeProgressed) -> None:
        if event.total and event.done >= event.total:
            self._remove(event.path)
        elif self._console.is_terminal:
            total = event.total or None
            name = escape(event.doing or self._name_of(event.path))
            if event.path not in self._tasks:
                task = self._bars.add_task(name, total=total, completed=event.done)
                self._tasks[event.path] = task
            self._bars.update(
                self._tasks[event.path], description=name, completed=event.done, total=total
            )
        elif not self._quiet:
            self._tell(event)

    def _tell(self, event: NodeProgressed) -> None:
        now = monotonic()
        if now - self._told.setdefault(event.path, now) < PLAIN_SECONDS:
            return
        self._told[event.path] = now
        if event.doing:
            say(self._console, f"{self._name_of(event.path)}: {event.doing}")
            return
        line = f"{self._name_of(event.path)}: {event.done}"
        if event.total and event.done:
            spent = now - self._began.get(event.path, now)
            left = spent * (event.total - event.done) / event.done
            line += f" of {event.total}, about {left:.0f} s left"
        say(self._console, line)

    def _remove(self, path: str) -> None:
        task = self._tasks.pop(path, None)
        if task is not None:
            self._bars.remove_task(task)

    def _summary(self, event: RunEnded) -> None:
        if self._quiet:
            return
        computed = sum(origin is Origin.COMPUTED for origin in self._origins.values())
        reused = len(self._origins) - computed
        words = [f"{event.outcome.value} in {event.seconds:.1f} s"]
        words.append(f"{_count(computed, 'node')} computed ({_count(self._frames, 'frame')})")
        words.append(f"{reused} reused")
        say(self._console, ": ".join([words[0], ", ".join(words[1:])]))


def _put(model: UsedModel) -> str:
    """Which weights, and how they are put."""
    commits = ", ".join(sorted({commit[:8] for commit in model.revisions.values() if commit}))
    words = [model.title, model.device, model.precision, f"offload {model.offload}"]
    return ", ".join([*words, *([f"at {commits}"] if commits else [])])


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
