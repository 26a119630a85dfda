"""The templates of sentences in pipelines and nodes, read off their source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from resources.translations.sentences import letters_of

_END = re.compile(r"[.!?]$")
_STATEMENT = re.compile(r"[A-Z]{4,} |\w+ = \?")
"""SQL is no sentence for a person."""


def sentences_of_source(source: str, name: str) -> Iterator[str]:
    """The templates of a module: literals and f-strings that are whole sentences."""
    tree = ast.parse(source, name)
    passed = {id(part) for node in ast.walk(tree) for part in _no_sentence_of_its_own(node)}
    for node in ast.walk(tree):
        text = _template(node) if id(node) not in passed else ""
        if (
            " " in text
            and _END.search(text)
            and not _STATEMENT.search(text)
            and letters_of(text) > 3
        ):
            yield text


def _no_sentence_of_its_own(node: ast.AST) -> Iterable[ast.AST]:
    if isinstance(node, ast.Expr):
        return [node.value]  # a docstring
    if isinstance(node, ast.JoinedStr):
        return node.values
    return []


def _template(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return "" if "{" in node.value else node.value.strip()
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, names = "", set[str]()
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            name = _name(part.value)
            while name in names:
                name += "_"
            names.add(name)
            text += f"{{{name}}}"
        elif isinstance(part, ast.Constant):
            text += str(part.value)
    return text.strip()


def _name(value: ast.expr) -> str:
    """What a translator reads in a place: the last word of what is filled in."""
    names = [node for node in ast.walk(value) if isinstance(node, ast.Name | ast.Attribute)]
    if not names:
        return "value"
    first = names[0]
    return first.id if isinstance(first, ast.Name) else first.attr
