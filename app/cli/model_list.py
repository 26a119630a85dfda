"""`models list`: all models as a table, or as JSON for programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from app.cli.saying import say
from pipelines.models.catalogue import Catalogue, Part
from pipelines.models.fetching import size_words
from pipelines.models.on_this_machine import own_catalogue
from pipelines.models.store import ModelStore, State

_WORDS = {
    State.ABSENT: "not here",
    State.PARTIAL: "in part",
    State.PRESENT: "here, not checked",
    State.DAMAGED: "damaged",
}
_COLOURS = {
    State.ABSENT: "dim",
    State.PARTIAL: "yellow",
    State.DAMAGED: "bold red",
    State.PRESENT: "",
    State.VERIFIED: "green",
}
_LICENCE_FROM = 104
"""Columns of a terminal from which licences fit in."""


class _ListedPart(Struct):
    id: str
    repository: str
    revision: str
    folder: str
    bytes: int
    licence: str
    note: str
    shared_with: tuple[str, ...]


class _Listed(Struct):
    id: str
    title: str
    about: str
    family: str
    state: State
    random_weights: bool
    own: bool
    bytes: int
    bytes_here: int
    bytes_missing: int
    verified_at: str
    memory: Mapping[str, int]
    parts: list[_ListedPart]


def print_json(store: ModelStore) -> None:
    """All that is known, for programs. `verified_at` is empty where nothing was checked."""
    listed = [_listed(store, name) for name in store.catalogue.models]
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(listed), indent=2).decode())
    sys.stdout.write("\n")


def print_table(store: ModelStore) -> None:
    """A table that is cut to a terminal; elsewhere its lines are as long as they have to be."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=160)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True)
    table.add_column("on this machine", no_wrap=True)
    table.add_column("size", no_wrap=True, justify="right")
    table.add_column("model", no_wrap=True, overflow="ellipsis")
    has_licences = console.width >= _LICENCE_FROM
    if has_licences:
        table.add_column("licence", no_wrap=True, overflow="ellipsis")
    for name in store.catalogue.models:
        row = _row(store, name)
        table.add_row(*(row if has_licences else row[:-1]))
    with console.capture() as caught:
        console.print(table)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in caught.get().splitlines())
    for line in _remarks(store.catalogue):
        say(console, line)


def _row(store: ModelStore, name: str) -> tuple[str, ...]:
    catalogue, standing = store.catalogue, store.standing(name)
    words = _WORDS.get(standing.state, f"checked {_day(standing.verified_at)}")
    if standing.can_be_used and store.is_noise(name):
        words = "random weights"
    size = standing.bytes if standing.can_be_used else catalogue.bytes_of([name])
    colour = _COLOURS[standing.state]
    return (
        f"{name}*" if name in catalogue.own else name,
        f"[{colour}]{words}[/]" if colour else words,
        size_words(size),
        catalogue.model(name).title,
        ", ".join(sorted({part.licence for part in catalogue.parts_of([name]).values()})),
    )


def _remarks(catalogue: Catalogue) -> list[str]:
    shared = [
        f"{name} {size_words(part.bytes)}"
        for name, part in catalogue.parts.items()
        if len(catalogue.sharing(name)) > 1
    ]
    lines = [""]
    if shared:
        lines.append(f"Counted with each that needs it, and fetched once: {', '.join(shared)}.")
    if catalogue.own:
        lines.append(f"* as {own_catalogue()} says")
    return lines if lines[1:] else []


def _listed(store: ModelStore, name: str) -> _Listed:
    catalogue, standing = store.catalogue, store.standing(name)
    model = catalogue.model(name)
    parts = catalogue.parts_of([name]).items()
    return _Listed(
        name,
        model.title,
        model.about,
        model.family,
        standing.state,
        store.is_noise(name),
        name in catalogue.own,
        catalogue.bytes_of([name]),
        standing.bytes,
        standing.bytes_missing,
        _day(standing.verified_at) if standing.verified_at else "",
        {str(precision): need for precision, need in model.memory.items()},
        [_listed_part(catalogue, part_id, part, name) for part_id, part in parts],
    )


def _listed_part(catalogue: Catalogue, part_id: str, part: Part, model: str) -> _ListedPart:
    others = tuple(one for one in catalogue.sharing(part_id) if one != model)
    return _ListedPart(
        part_id,
        part.repository,
        part.revision,
        part.folder,
        part.bytes,
        part.licence,
        part.note,
        others,
    )


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d}"
