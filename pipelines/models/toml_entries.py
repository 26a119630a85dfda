"""Entries of a list in TOML, with words for each mistake: the line, the key, what is expected.

    [part.mine]
    files = ["model.bin"]

What a key may hold is said by the `description` of its type; nothing here knows what a part is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Meta, Struct

from pipelines.models.refusals import CatalogueError

Entry = TypeVar("Entry", bound=Struct)
_MEND = "Nothing was changed. Mend that line, or take the file away."
_KEY = re.compile(r"\$\.(\w+)")
_UNKNOWN = re.compile(r"unknown field `(.+)`")
_MISSING = re.compile(r"missing required field `(.+)`")


class TomlList(NamedTuple):
    """A list as it was written. `name` is for messages."""

    name: str
    text: str
    tables: Mapping[str, Mapping[str, object]]

    def entries(self, kind: str, of: type[Entry], id_of: Any) -> dict[str, Entry]:
        """The entries of a kind, by id. Raises CatalogueError."""
        return {key: self._entry(kind, key, of, id_of) for key in self.tables.get(kind, {})}

    def refusal(self, kind: str, entry: str, what: str, key: str = "") -> CatalogueError:
        """The refusal of an entry, or of a key of it, with the line that it stands in."""
        line = _line(self.text, kind, entry, key)
        return CatalogueError(f"“{self.name}”, line {line}: [{kind}.{entry}] {what}.", mend=_MEND)

    def _entry(self, kind: str, entry: str, of: type[Entry], id_of: Any) -> Entry:
        try:
            msgspec.convert(entry, id_of)
        except msgspec.ValidationError as error:
            raise self.refusal(kind, entry, f"is to be called by {_expected(id_of)}") from error
        try:
            return msgspec.convert(self.tables[kind][entry], of)
        except msgspec.ValidationError as error:
            raise self.refusal(kind, entry, *_in_words(str(error), of)) from error


def toml_list(text: str, name: str, kinds: tuple[str, ...]) -> TomlList:
    """Read a list that has tables of these kinds only. Raises CatalogueError."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"“{name}” is not TOML: {error}.", mend=_MEND) from error
    entries = " and ".join(f"[{kind}.ID]" for kind in kinds)
    for kind, table in tables.items():
        if kind not in kinds or not isinstance(table, dict):
            line = _first(text, rf"\[*\s*[\"']?{re.escape(kind)}\b")
            raise CatalogueError(
                f"“{name}”, line {line}: there is “{kind}”, where only {entries} can be.",
                mend=_MEND,
            )
    return TomlList(name, text, tables)


def _in_words(error: str, of: type[Struct]) -> tuple[str, str]:
    """What is wrong with an entry, and the key that it is wrong with."""
    if found := _UNKNOWN.search(error):
        known = ", ".join(of.__struct_fields__)
        return f"has “{found[1]}”, which is none of {known}", found[1]
    if found := _MISSING.search(error):
        return f"lacks “{found[1]}”: {_expected(_hints(of).get(found[1]))}", ""
    if found := _KEY.search(error):
        return f"has a “{found[1]}” that is not {_expected(_hints(of).get(found[1]))}", found[1]
    return f"is to be a table with {', '.join(of.__struct_fields__)}", ""


def _hints(of: type[Struct]) -> dict[str, Any]:
    return get_type_hints(of, include_extras=True)


def _expected(hint: Any) -> str:
    """What a type's own words say that it holds."""
    if get_origin(hint) is Annotated:
        for said in get_args(hint)[1:]:
            if isinstance(said, Meta) and said.description:
                return said.description
    plain = {str: "text in quotes", bool: "true or false", int: "a whole number"}
    return plain.get(hint, "what it is for")


def _line(text: str, kind: str, entry: str, key: str) -> int:
    """The line of a key in an entry, or of the entry, or else the first."""
    names = rf"[\"']?{re.escape(entry)}[\"']?"
    header = _first(text, rf"\[\s*{kind}\s*\.\s*{names}\s*[.\]]")
    if not key:
        return header
    lines = text.splitlines()
    for number in range(header, len(lines)):
        if re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", lines[number]):
            return number + 1
        if lines[number].lstrip().startswith("[") and not re.match(
            rf"\s*\[\s*{kind}\s*\.\s*{names}\s*\.", lines[number]
        ):
            break
    return header


def _first(text: str, pattern: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*{pattern}", line):
            return number
    return 1
