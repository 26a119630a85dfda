"""Long work over bytes: a bar on a terminal, a line now and then elsewhere; Ctrl-C stops it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from app.cli.exit_code import ExitCode
from app.cli.interrupts import Interrupts
from app.cli.saying import say
from pipelines.errors import Cancelled
from pipelines.models.checking import BytesDone
from pipelines.models.fetching import size_words
from pipelines.progress import LocalCancelToken, check

_LINE_SECONDS = 30.0


def with_progress(
    console: Console, words: str, work: Callable[[BytesDone], None], *, kept: str = ""
) -> ExitCode:
    """Do work that tells its bytes. `kept` says what stays where it is stopped."""
    token = LocalCancelToken()

    def say_stopping() -> None:
        say(console, "Stopping …")

    shown = _bar if console.is_terminal else _lines
    with shown(console, words) as show, Interrupts(token, say_stopping) as interrupts:

        def told(done: int, total: int) -> None:
            check(token)
            show(done, total)

        try:
            work(told)
        except Cancelled:
            say(console, f"Stopped. {kept}".rstrip())
            return ExitCode.TERMINATED if interrupts.received == 15 else ExitCode.INTERRUPTED
    return ExitCode.DONE


@contextmanager
def _bar(console: Console, words: str) -> Generator[Callable[[int, int], None]]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        DownloadColumn(binary_units=True),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        task = progress.add_task(words, total=None)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield show


@contextmanager
def _lines(console: Console, words: str) -> Generator[Callable[[int, int], None]]:
    said_at = monotonic()

    def show(done: int, total: int) -> None:
        nonlocal said_at
        if total and monotonic() - said_at >= _LINE_SECONDS:
            said_at = monotonic()
            part = f"{size_words(done)} of {size_words(total)}"
            say(console, f"{words}: {part}, {done / total:.0%}")

    yield show
