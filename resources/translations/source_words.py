"""The words of the program, read off its source and off the declarations of nodes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from nodes.registry import library
from nodes.spec import NodeSpec
from nodes.values import value_types
from pipelines.models.catalogue import Catalogue, load_catalogue
from resources.translations.sentences import FOLDERS as SENTENCE_FOLDERS
from resources.translations.source_sentences import sentences_of_source
from widgets.inspector.help_lines import parameter_lines, spoken, summary, usage

ROOT = Path(__file__).parent.parent.parent
FOLDERS = ("widgets", "app")
_DOORS = frozenset({"tr", "noted", "counted"})
_DOOR_FILE = Path("widgets/words.py")


class NoLiteralError(ValueError):
    """A word is given to the translator that cannot be read off the source."""


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """A text to translate. `one` is its form for a single thing, where it counts."""

    text: str
    one: str = ""


def all_words() -> dict[Word, tuple[str, ...]]:
    """Each word with the files that say it, in order."""
    found: dict[Word, set[str]] = {}
    for path in python_files(FOLDERS):
        for word in words_of_source(path.read_text(encoding="utf-8"), str(path)):
            found.setdefault(word, set()).add(path.relative_to(ROOT).as_posix())
    for path in python_files(SENTENCE_FOLDERS):
        for text in sentences_of_source(path.read_text(encoding="utf-8"), str(path)):
            found.setdefault(Word(text), set()).add(path.relative_to(ROOT).as_posix())
    for spec in library().specs.values():
        for text in words_of_node(spec):
            found.setdefault(Word(text), set()).add(f"node {spec.id}")
    for entry, text in words_of_models(load_catalogue()):
        found.setdefault(Word(text), set()).add(entry)
    for name in value_types():
        found.setdefault(Word(spoken(name)), set()).add("kinds of value")
    counts = {word.text: word for word in sorted(found, reverse=True) if word.one}
    listed: dict[Word, set[str]] = {}
    for word in sorted(found):
        listed.setdefault(counts.get(word.text, word), set()).update(found[word])
    return {word: tuple(sorted(places)) for word, places in listed.items()}


def python_files(folders: Iterable[str]) -> list[Path]:
    """The files that may say something to a person."""
    paths = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path for path in paths if path.relative_to(ROOT) != _DOOR_FILE]


def words_of_source(source: str, name: str) -> Iterator[Word]:
    """The literals given to tr, noted and counted. Raises NoLiteralError for what is none."""
    for call in ast.walk(ast.parse(source, name)):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        if call.func.id not in _DOORS:
            continue
        if call.func.id == "counted":
            one, many = (_literal(part, name) for part in call.args[:2])
            yield Word(many, one)
        else:
            yield Word(_literal(call.args[0], name))


def words_of_node(spec: NodeSpec) -> Iterator[str]:
    """What views say of a kind of node."""
    yield spec.title
    yield spoken(spec.category)
    yield summary(spec.help)
    if usage(spec.help, spec.parameters):
        yield usage(spec.help, spec.parameters)
    yield from parameter_lines(spec.help, spec.parameters).values()
    if spec.model is not None:
        yield from (spec.model.name, spec.model.words)
    for part in (*spec.sockets, *spec.outputs, *spec.parameters.values()):
        yield spoken(part.name)
    for parameter in spec.parameters.values():
        yield from _choices(parameter.bare)


def words_of_models(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What views say of the models that ship, each with the entry that says it; what a model is
    called is a name, and stays."""
    for name, model in catalogue.models.items():
        yield f"model {name}", model.about
        if model.frames:
            yield f"model {name}", model.frames
    for name, part in catalogue.parts.items():
        if part.note:
            yield f"part {name}", part.note


def _choices(kind: Any) -> Iterable[str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [spoken(str(member.value)) for member in kind]
    return []


def _literal(part: ast.expr, name: str) -> str:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return part.value
    raise NoLiteralError(f"{name}:{part.lineno}: the words must be a literal")
