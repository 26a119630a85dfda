"""The list in which a person adds models of their own: begun with an example, and added to."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pipelines.errors import OutputError
from pipelines.media.outputs import replace, temporary_beside
from pipelines.models.catalogue import Family, load_catalogue

_HEAD = """\
# Models of your own. Entries here join those that ship; one with the same id takes its place.
# Only .safetensors, .json, .txt and .model files are ever fetched or read.
#
# [part.my-model]
# repository = "someone/some-model"   # or: folder = "/path/to/a/folder"
# revision = ""                       # 40 hex digits pin it; empty: the newest, then kept to
# files = ["model.safetensors", "*.json"]
# bytes = 1_000_000_000               # about
# licence = "see the repository"
#
# [model.my-model]
# title = "My model"
# about = "What it does."
# family = "sam2"                     # {families}
# parts = ["my-model"]
# memory = {{ fp32 = 2_000_000_000 }}
"""
_ENDINGS = (".safetensors", ".json", ".txt", ".model")


class OwnFolder(NamedTuple):
    """A folder of the person's that is to be listed as a model."""

    title: str
    family: Family
    folder: Path
    files: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name for the list, out of its title."""
        words = re.sub(r"[^a-z0-9._]+", "-", self.title.casefold()).strip("-._")
        return (f"own-{words}" if words else "own-model")[:64]


def begin_own_list(path: Path) -> Path:
    """The list, begun with an example where there is none yet. Raises OutputError."""
    if not path.exists():
        _write(path, _head())
    return path


def usable_files(folder: Path) -> tuple[str, ...]:
    """Patterns of what can be used in a folder and in the folders right below it."""
    found: dict[str, None] = {}
    for entry in sorted(_entries(folder), key=lambda one: one.name):
        if entry.is_dir():
            for inner in _entries(Path(entry.path)):
                _note(found, f"{entry.name}/", inner.name)
        else:
            _note(found, "", entry.name)
    has_weights = any(pattern.endswith(".safetensors") for pattern in found)
    return tuple(found) if has_weights else ()


def add_own_folder(path: Path, own: OwnFolder) -> str:
    """Add a folder to the list, and answer its id. Raises CatalogueError or OutputError; the list
    is as before then."""
    text = path.read_text(encoding="utf-8") if path.exists() else _head()
    taken = load_catalogue(path).models
    name = own.id
    number = 2
    while name in taken:
        name, number = f"{own.id[:60]}-{number}", number + 1
    added = f"{text.rstrip()}\n\n{_entry(name, own)}"
    with temporary_beside(path) as temporary:
        temporary.write_text(added, encoding="utf-8")
        load_catalogue(temporary)
        replace(temporary, path)
    return name


def _entry(name: str, own: OwnFolder) -> str:
    lines = [
        f"[part.{_quoted(name)}]",
        f"folder = {_quoted(str(own.folder))}",
        f"files = [{', '.join(map(_quoted, own.files))}]",
        "",
        f"[model.{_quoted(name)}]",
        f"title = {_quoted(own.title)}",
        f"about = {_quoted(f'In {own.folder}')}",
        f"family = {_quoted(own.family.value)}",
        f"parts = [{_quoted(name)}]",
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _head() -> str:
    return _HEAD.format(families=", ".join(family.value for family in Family))


def _note(found: dict[str, None], folder: str, name: str) -> None:
    ending = Path(name).suffix
    if ending in _ENDINGS and not name.startswith("."):
        found[f"{folder}*{ending}"] = None


def _entries(folder: Path) -> Iterable[os.DirEntry[str]]:
    try:
        return list(os.scandir(folder))
    except OSError:
        return ()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary_beside(path) as temporary:
            temporary.write_text(text, encoding="utf-8")
            replace(temporary, path)
    except OSError as error:
        raise OutputError(f"“{path}” cannot be written: {error.strerror}.") from error
