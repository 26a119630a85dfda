"""The verbs and their dispatch."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console

from app.cli import doctor, models, nodes, render, train
from app.cli.exit_code import EXIT_CODES, ExitCode
from app.cli.saying import say_error
from pipelines.errors import StoryloomError

_ABOUT = "Storyloom turns storyboards, masks and prompts into video through a graph of nodes."


class Verb(NamedTuple):
    """What a verb can be asked, what it does, and its line in the help."""

    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], ExitCode]
    words: str


_VERBS = {
    "render": Verb(render.add_arguments, render.run, "make a film and write it to a file"),
    "nodes": Verb(nodes.add_arguments, nodes.run, "list the nodes and what can be set on them"),
    "models": Verb(models.add_arguments, models.run, "fetch, check and remove big models"),
    "train": Verb(train.add_arguments, train.run, "train the network that refines in-betweens"),
    "doctor": Verb(doctor.add_arguments, doctor.run, "check all that the program needs"),
}


def run_command(arguments: Sequence[str]) -> int:
    """Carry out a command line. Without a verb, its help is printed."""
    parser = _parser()
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else ExitCode.REFUSED
    if parsed.verb is None:
        parser.print_help()
        return ExitCode.DONE
    try:
        code = _VERBS[parsed.verb].run(parsed)
        sys.stdout.flush()
        return code
    except StoryloomError as error:
        say_error(Console(stderr=True), error)
        return ExitCode.REFUSED
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the lines (head, less) has left; Python would flush once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="storyloom",
        description=_ABOUT,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="verbs")
    for name, verb in _VERBS.items():
        words = verb.words
        asked = verbs.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        verb.add_arguments(asked)
    return parser
