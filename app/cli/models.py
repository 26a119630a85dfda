"""`models`: the weights on this machine, without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from app.cli.exit_code import ExitCode
from app.cli.interrupts import Interrupts
from app.cli.saying import say, unknown
from pipelines.errors import Cancelled
from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import gigabytes
from pipelines.models.on_this_machine import model_store, own_catalogue
from pipelines.models.store import State
from pipelines.progress import LocalCancelToken, check

if TYPE_CHECKING:
    from collections.abc import Generator

    from pipelines.models.checking import BytesDone
    from pipelines.models.store import ModelStore

_WORDS = {
    State.ABSENT: "not here",
    State.PARTIAL: "in part",
    State.PRESENT: "here, not checked",
    State.VERIFIED: "here, checked",
    State.DAMAGED: "damaged",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `models`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("list", help="all models, and how each stands on this machine")
    for name, words in (
        ("get", "fetch models from the hub"),
        ("verify", "look at every byte of models that are here"),
        ("path", "where the parts of a model lie"),
        ("remove", "delete models; parts that others need stay"),
    ):
        asked = actions.add_parser(name, help=words)
        asked.add_argument("model", nargs="+", help="its id, as `models list` says")
        if name == "get":
            asked.add_argument("--dry-run", action="store_true", help="only say what would come")
            asked.add_argument("--endpoint", default="", help="a mirror (or set HF_ENDPOINT)")
    tiny = actions.add_parser("tiny", help="write tiny models of random weights, to try all paths")
    tiny.add_argument("folder", type=Path, metavar="DIR", help="where to; about 20 MB")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do what was asked."""
    store = model_store(endpoint=getattr(arguments, "endpoint", ""))
    for name in getattr(arguments, "model", ()):
        if name not in store.catalogue.models:
            listing = f"`storyloom models list` lists them all; your own go into {own_catalogue()}."
            raise unknown("model", name, store.catalogue.models, listing=listing)
    match arguments.action:
        case "get":
            return _get(store, arguments.model, dry_run=arguments.dry_run)
        case "verify":
            return _verify(store, arguments.model)
        case "path":
            return _path(store, arguments.model)
        case "remove":
            return _remove(store, arguments.model)
        case "tiny":
            return _tiny(arguments.folder)
        case _:
            return _list(store)


def _list(store: ModelStore) -> ExitCode:
    table = Table(box=None, pad_edge=False)
    for title in ("id", "model", "on this machine", "size", "licence"):
        table.add_column(title, overflow="fold", no_wrap=title == "id")
    for name, model in store.catalogue.models.items():
        standing = store.standing(name)
        words = _WORDS[standing.state]
        if standing.verified_at:
            words += f" {datetime.fromtimestamp(standing.verified_at):%Y-%m-%d}"
        size = gigabytes(
            standing.bytes if standing.can_be_used else store.catalogue.bytes_of([name])
        )
        licences = {part.licence for part in store.catalogue.parts_of([name]).values()}
        table.add_row(name, model.title, words, size, ", ".join(sorted(licences)))
    Console().print(table)
    return ExitCode.DONE


def _get(store: ModelStore, models: list[str], *, dry_run: bool) -> ExitCode:
    console = Console(stderr=True)
    plans = store.plan(models)
    for name, plan in plans.items():
        pinned = "" if store.catalogue.parts[name].is_pinned else " (not pinned by the catalogue)"
        left = gigabytes(plan.bytes_left) if plan.bytes_left else "nothing"
        say(
            console, f"{name}: {left} to fetch of {gigabytes(plan.bytes)}, at {plan.commit}{pinned}"
        )
    left = sum(plan.bytes_left for plan in plans.values())
    say(console, f"{gigabytes(left)} to fetch in all.")
    if dry_run:
        return ExitCode.DONE

    def fetch(progress: BytesDone) -> None:
        store.fetch(plans, progress)

    return _with_progress(console, "Fetching", fetch)


def _verify(store: ModelStore, models: list[str]) -> ExitCode:
    console = Console(stderr=True)
    wrong: list[str] = []

    def verify(progress: BytesDone) -> None:
        for model in models:
            wrong.extend(f"{model}: {file}" for file in store.verify(model, progress))

    code = _with_progress(console, "Checking", verify)
    for line in wrong:
        say(console, f"damaged: {line}", style="bold red")
    if wrong:
        say(console, "  Remove these models and get them again.")
    return ExitCode.FAILED if wrong else code


def _path(store: ModelStore, models: list[str]) -> ExitCode:
    for model in models:
        for part, folder in store.folders(model).items():
            sys.stdout.write(f"{part}\t{folder}\n")
    return ExitCode.DONE


def _remove(store: ModelStore, models: list[str]) -> ExitCode:
    console = Console(stderr=True)
    for model in models:
        freed = store.remove(model)
        words = f"{gigabytes(freed)} freed." if freed else "nothing of its own was here."
        say(console, f"{model}: {words}")
    return ExitCode.DONE


def _tiny(folder: Path) -> ExitCode:
    from pipelines.models.tiny.writing import can_build, write_list, write_tiny

    console = Console(stderr=True)
    catalogue = load_catalogue()
    names = [name for name in catalogue.models if can_build(catalogue, name)]
    for name in names:
        write_tiny(catalogue, name, folder)
        say(console, f"{name}: written")
    path = write_list(catalogue, names, folder)
    say(
        console,
        "Random weights: whatever they make is noise. To use them in place of the real ones,",
    )
    say(console, f"copy the list to {own_catalogue()}, and take it away again afterwards.")
    sys.stdout.write(f"{path}\n")
    return ExitCode.DONE


def _with_progress(console: Console, words: str, work: Callable[[BytesDone], None]) -> ExitCode:
    """Do long work with a bar; Ctrl-C stops it cleanly."""
    token = LocalCancelToken()

    def say_stopping() -> None:
        say(console, "Stopping …")

    with _bar(console, words) as show, Interrupts(token, say_stopping) as interrupts:

        def told(done: int, total: int) -> None:
            check(token)
            show(done, total)

        try:
            work(told)
        except Cancelled:
            say(console, "Stopped. What was finished is kept.")
            return ExitCode.TERMINATED if interrupts.received == 15 else ExitCode.INTERRUPTED
    return ExitCode.DONE


@contextmanager
def _bar(console: Console, words: str) -> Generator[Callable[[int, int], None]]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(words, total=None)

        def show(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield show
