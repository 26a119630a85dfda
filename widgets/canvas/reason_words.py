"""Why a node ran again, in words."""

from __future__ import annotations

from nodes.reasons import Cause, Reason
from widgets.words import tr


def reason_words(reason: Reason, path: str) -> str:
    """A reason in one sentence; where it lies at another node than `path`, with that node."""
    words = _words(reason)
    if reason.path == path:
        return words
    return tr("{node}, upstream: {reason}", node=reason.path, reason=words)


def _words(reason: Reason) -> str:
    name = reason.name.replace("_", " ")
    match reason.cause:
        case Cause.FIRST:
            return tr("It had not run before.")
        case Cause.LOST:
            return tr("Nothing changed; its result was no longer kept.")
        case Cause.PARAMETER if reason.before and reason.after:
            return tr(
                "{name} was {before}, is now {after}.",
                name=_capital(name),
                before=_value(reason.before),
                after=_value(reason.after),
            )
        case Cause.PARAMETER:
            return tr("{name} changed.", name=_capital(name))
        case Cause.ITEM if name == "panels":
            return tr("Panel {number} changed.", number=reason.item)
        case Cause.ITEM:
            return tr("{name}, number {number}, changed.", name=_capital(name), number=reason.item)
        case Cause.MODEL:
            return tr("The model {name} is another one, or counts in other numbers.", name=name)
        case Cause.FILE:
            return tr("The content of the file of {name} changed.", name=name)
        case Cause.WIRE:
            return tr("Another wire leads to {name}.", name=name)
        case Cause.TYPE:
            return tr("This kind of node works differently in this version of the program.")
        case Cause.SCALE:
            return tr(
                "The working scale was {before}, is now {after}.",
                before=reason.before,
                after=reason.after,
            )
        case Cause.REROLL:
            return tr("Another result was asked for.")
        case _:
            return tr("What it was made from is not known any more.")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _value(spelled: str) -> str:
    """A value as JSON, as a person writes it."""
    return f"“{spelled[1:-1]}”" if spelled[:1] == '"' else spelled.removesuffix(".0")
