"""`models`: the weights on this machine, without a window."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from app.cli.byte_progress import with_progress
from app.cli.exit_code import ExitCode
from app.cli.model_list import print_json, print_table
from app.cli.saying import say, say_error, unknown
from pipelines.errors import OutputError
from pipelines.models.catalogue import load_catalogue
from pipelines.models.fetching import check_room, size_words
from pipelines.models.on_this_machine import OWN_LIST, model_store, own_catalogue
from pipelines.models.refusals import ModelError

if TYPE_CHECKING:
    from pipelines.models.catalogue import Part
    from pipelines.models.checking import BytesDone
    from pipelines.models.fetching import FetchPlan
    from pipelines.models.store import ModelStore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `models`."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="all models, and how each stands on this machine")
    listing.add_argument("--json", action="store_true", help="print JSON for programs")
    for name, words in (
        ("get", "fetch models from the hub"),
        ("verify", "look at every byte of models that are here"),
        ("path", "where the parts of a model lie"),
        ("remove", "delete models; parts that others need stay"),
    ):
        asked = actions.add_parser(name, help=words)
        asked.add_argument("model", nargs="+", help="its id, as `models list` says")
        if name in ("get", "remove"):
            asked.add_argument("--dry-run", action="store_true", help="only say what would be done")
        if name == "get":
            asked.add_argument("--endpoint", default="", help="a mirror (or set HF_ENDPOINT)")
    tiny = actions.add_parser("tiny", help="write tiny models of random weights, to try all paths")
    tiny.add_argument("folder", type=Path, metavar="DIR", help="where to; about 30 MB")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do what was asked."""
    if arguments.action == "tiny":
        return _tiny(arguments.folder)
    store = model_store(endpoint=getattr(arguments, "endpoint", ""))
    models = tuple(dict.fromkeys(getattr(arguments, "model", ())))
    for name in models:
        if name not in store.catalogue.models:
            listing = f"`storyloom models list` lists them all; your own go into {own_catalogue()}."
            raise unknown("model", name, store.catalogue.models, listing=listing)
    match arguments.action:
        case "get":
            return _get(store, models, dry_run=arguments.dry_run)
        case "verify":
            return _verify(store, models)
        case "path":
            return _path(store, models)
        case "remove":
            return _remove(store, models, dry_run=arguments.dry_run)
        case _:
            (print_json if arguments.json else print_table)(store)
            return ExitCode.DONE


def _get(store: ModelStore, models: Iterable[str], *, dry_run: bool) -> ExitCode:
    console = Console(stderr=True)
    try:
        plans = store.plan(models)
        _say_plan(console, store, plans)
        left = sum(plan.bytes_left for plan in plans.values())
        check_room(store.cache, left)
        if dry_run:
            return ExitCode.DONE

        def fetch(progress: BytesDone) -> None:
            store.fetch(plans, progress, progress)

        code = with_progress(
            console, "Fetching", fetch, kept="What came is kept; `get` goes on with it."
        )
    except (ModelError, OutputError) as error:
        say_error(console, error)
        return ExitCode.FAILED
    if code is ExitCode.DONE:
        say(console, "Fetched and checked." if left else "All of it is here, and checked.")
    return code


def _say_plan(console: Console, store: ModelStore, plans: dict[str, FetchPlan]) -> None:
    parts = store.catalogue.parts
    width = max((len(name) for name in plans), default=0)
    for name, plan in plans.items():
        amount = size_words(plan.bytes_left) if plan.bytes_left else "here"
        where = f"{parts[name].repository} at {plan.commit[:12]}"
        say(console, f"{name:{width}}  {amount:>8}  {parts[name].licence}; {where}")
        for line in _remarks(parts[name], plan):
            say(console, f"{'':{width}}  {line}")
    left = sum(plan.bytes_left for plan in plans.values())
    there = next(one for one in (store.cache, *store.cache.parents) if one.exists())
    free = size_words(shutil.disk_usage(there).free)
    amount = f"{size_words(left)} to fetch in all" if left else "Nothing is to be fetched"
    say(console, f"{amount}, into {store.cache}; {free} are free there.")


def _remarks(part: Part, plan: FetchPlan) -> list[str]:
    begun = sum(plan.begun.values())
    return [
        *([part.note] if part.note else []),
        *([f"{size_words(begun)} came before and are gone on with."] if begun else []),
        *([] if part.is_pinned else ["Not pinned: what comes is what the hub has today."]),
    ]


def _verify(store: ModelStore, models: Iterable[str]) -> ExitCode:
    console = Console(stderr=True)
    worst = ExitCode.DONE
    for model in models:
        wrong: list[str] = []

        def verify(progress: BytesDone, model: str = model, wrong: list[str] = wrong) -> None:
            wrong.extend(store.verify(model, progress))

        code = with_progress(console, f"Checking {model}", verify)
        if code is not ExitCode.DONE:
            return code
        if not wrong:
            say(console, f"{model}: whole; every byte was looked at.")
            continue
        worst = ExitCode.FAILED
        for line in wrong:
            say(console, f"damaged: {model}: {line}", style="bold red")
        say(console, f"  It is not used. `storyloom models remove {model}`, then get it again.")
    return worst


def _path(store: ModelStore, models: Iterable[str]) -> ExitCode:
    for model in models:
        for part, folder in store.folders(model).items():
            sys.stdout.write(f"{part}\t{folder}\n")
    return ExitCode.DONE


def _remove(store: ModelStore, models: Iterable[str], *, dry_run: bool) -> ExitCode:
    console = Console(stderr=True)
    for model in models:
        going = dict(store.only_of(model))
        staying = [
            f"{name} ({'your own folder' if part.folder else 'others need it'})"
            for name, part in store.catalogue.parts_of([model]).items()
            if name not in going and store.part(name)[1].files
        ]
        freed = store.would_free(model) if dry_run else store.remove(model)
        words = f"{size_words(freed)} {'would be ' if dry_run else ''}freed."
        say(console, f"{model}: {words if freed else 'nothing of its own is here.'}")
        if staying:
            say(console, f"  {', '.join(staying)} stays.")
    return ExitCode.DONE


def _tiny(folder: Path) -> ExitCode:
    from pipelines.models.tiny.writing import can_build, write_list, write_tiny

    console = Console(stderr=True)
    catalogue = load_catalogue()
    names = [name for name in catalogue.models if can_build(catalogue, name)]
    say(console, f"{len(names)} models of random weights; the libraries take some seconds first.")
    for name in names:
        write_tiny(catalogue, name, folder)
        say(console, f"{name}: written")
    path = write_list(catalogue, names, folder)
    say(console, "Whatever they make is noise. To work with them in place of the real ones:")
    say(console, f"  {OWN_LIST}={path.resolve()} storyloom")
    sys.stdout.write(f"{path.resolve()}\n")
    return ExitCode.DONE
