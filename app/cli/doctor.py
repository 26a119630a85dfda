"""`doctor`: checks all that the program needs and says what to do about what is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.checks.child import check_in_child
from app.checks.encoders import check_encoders
from app.checks.finding import Finding, State
from app.checks.machine import check_folder, check_memory, check_python, licence
from app.checks.packages import check_light, check_models
from app.checks.window import check_window
from app.cli.cache import add_cache_argument, cache_folder
from app.cli.exit_code import ExitCode
from app.cli.saying import say

_COLOURS = {State.OK: "green", State.MISSING: "bold red", State.OPTIONAL: "yellow"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `doctor`."""
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    parser.add_argument(
        "--quick", action="store_true", help="leave out torch and the models, which take seconds"
    )
    add_cache_argument(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Check, and print what was found."""
    findings = examine(cache_folder(arguments.cache), quick=arguments.quick)
    if arguments.json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(findings), indent=2).decode())
        sys.stdout.write("\n")
    else:
        _print_table(Console(), findings)
    return verdict(findings)


def examine(cache: Path, *, quick: bool) -> list[Finding]:
    """Every check in turn. `quick` leaves out the model libraries."""
    findings = [check_python(), *check_folder(cache), check_memory()]
    findings += check_in_child("packages", check_light)
    findings += check_in_child("encoders", check_encoders)
    findings += check_in_child("PySide6", check_window)
    if not quick:
        findings += check_in_child("models", check_models)
    return [*findings, licence()]


def verdict(findings: Sequence[Finding]) -> ExitCode:
    """FAILED where something is missing that the program cannot do without."""
    missing = any(finding.state is State.MISSING for finding in findings)
    return ExitCode.FAILED if missing else ExitCode.DONE


def _print_table(console: Console, findings: Sequence[Finding]) -> None:
    """A table on a terminal; elsewhere, where no width is known, a line for each finding."""
    if not console.is_terminal:
        for finding in findings:
            words = (f"{finding.state.value:8}", f"{finding.name}: {finding.found}", finding.mend)
            say(console, "  ".join(word for word in words if word))
        return
    table = Table("", "State", "Found", "What to do")
    for finding in findings:
        colour = _COLOURS[finding.state]
        state = f"[{colour}]{finding.state.value}[/]"
        table.add_row(finding.name, state, escape(finding.found), escape(finding.mend))
    console.print(table)
