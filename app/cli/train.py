"""`train`: the program's own network, trained on scenes made by rule. Torch loads with the work."""

from __future__ import annotations

import argparse
import shlex
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

from rich.console import Console

from app.cli.exit_code import ExitCode
from app.cli.interrupts import Interrupts
from app.cli.saying import UsageError, say
from pipelines.progress import LocalCancelToken
from pipelines.refiner.training.plan import Plan

_CHOICES = ("seed", "steps", "batch", "crop", "side", "width", "rate", "passes", "patience")
_HELP = {
    "seed": "chooses the scenes; the same one makes the same weights",
    "steps": "how long to train",
    "batch": "samples a step",
    "crop": "pixels of a side that is learned from at a time: a multiple of 32",
    "side": "pixels of a side of the scenes",
    "width": "how large the network is; what ships has 32",
    "rate": "the highest learning rate",
    "passes": "how often each scene is gone through",
    "patience": "validations without a better one before it ends; 0 goes on",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `train`."""
    parser.add_argument("what", choices=["refiner"], help="which network")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="where checkpoint, weights and log go; a training that was stopped or killed there "
        "is gone on with",
    )
    kinds = {one.name: type(one.default) for one in fields(Plan)}
    usual = {one.name: one.default for one in fields(Plan)}
    for name in _CHOICES:
        words = f"{_HELP[name]} (usual: {usual[name]})"
        parser.add_argument(f"--{name}", type=kinds[name], metavar="N", help=words)
    parser.add_argument("--clips", metavar="DIR", help="films of your own, to learn from as well")
    parser.add_argument("--full-precision", action="store_true", help="FP32 in place of BF16")
    parser.add_argument("--question", default="", help="what the log is to say it is about")
    parser.add_argument("--quiet", action="store_true", help="tell only what goes wrong")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Train, and say what came of it."""
    plan = plan_of(arguments)
    console = Console(stderr=True)
    session: Any = import_module("pipelines.refiner.training.session")
    asked = session.Order(plan, arguments.out, command=shlex.join(["storyloom", *sys.argv[1:]]))
    if arguments.question:
        asked = session.Order(plan, arguments.out, arguments.question, asked.command)
    token = LocalCancelToken()

    def stopping() -> None:
        say(console, "Stopping after this step. The same command goes on from there.")

    def told(progressed: Any) -> None:
        if not arguments.quiet:
            say(console, _line(progressed))

    with Interrupts(token, stopping) as interrupts:
        log = session.train(asked, told, token)
    say(Console(), f"{log.outcome.value}: {log.path}")
    return ExitCode.INTERRUPTED if interrupts.received else ExitCode.DONE


def plan_of(arguments: argparse.Namespace) -> Plan:
    """The plan that was asked for. Raises UsageError for one that cannot be trained."""
    chosen = {name: getattr(arguments, name) for name in _CHOICES}
    given: dict[str, Any] = {name: value for name, value in chosen.items() if value is not None}
    if arguments.clips:
        given["clips"] = str(Path(arguments.clips).resolve())
    plan = Plan(**given, mixed_precision=not arguments.full_precision)
    if plan.crop % 32 or plan.crop < 32 or plan.crop > plan.side:
        raise UsageError(
            f"A crop of {plan.crop} pixels cannot be learned from.",
            mend=f"Choose a multiple of 32, at most the side of the scenes ({plan.side}).",
        )
    if min(plan.steps, plan.batch, plan.width, plan.passes) < 1:
        raise UsageError("Nothing would be trained.", mend="Give numbers above 0.")
    return plan


def _line(progressed: Any) -> str:
    line = f"step {progressed.step} of {progressed.of}, loss {progressed.loss:.4f}"
    found = progressed.validation
    if found is None:
        return line
    return f"{line}, held out {found.gain:+.3f} dB, better in {found.wins:.0%}"
