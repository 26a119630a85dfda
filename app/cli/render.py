"""`render`: a project's film, made in this process and written to a file."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from app.cli.cache import add_cache_argument, cache_folder
from app.cli.exit_code import ExitCode
from app.cli.interrupts import Interrupts
from app.cli.plugins import add_plugin_argument, registry_with
from app.cli.render_models import add_model_arguments, wish_of, with_models
from app.cli.render_plan import RenderPlan, RenderRequest, plan_render
from app.cli.run_view import RunView
from app.cli.saying import UsageError, say
from nodes.evaluator import Evaluator, Results
from nodes.events import Outcome
from nodes.project_file import Project, open_project
from nodes.registry import Registry
from nodes.snapshot import PROFILES
from nodes.store import ResultStore
from pipelines.errors import ProjectError
from pipelines.media.proxies import ProxyMaker
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.progress import LocalCancelToken
from pipelines.values import Report, Written


@dataclass(frozen=True, slots=True)
class Consent:
    """What the person allowed on the command line: everything, or to write exactly one file."""

    out: Path | None
    everything: bool

    def may_write(self, path: Path) -> bool:
        """Whether a file outside the project's folder may be written."""
        return self.everything or path == self.out

    def may_read(self, path: Path) -> bool:
        """Whether a file outside the project's folder may be read."""
        return self.everything


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What can be asked of `render`."""
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a .loom file")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="the film to write (.mp4 .mov .mkv .gif); an existing file is never overwritten, "
        "the film then gets a free name, which is printed. "
        "Without it, the project's own exports write their own files",
    )
    parser.add_argument(
        "--node",
        action="append",
        default=[],
        metavar="ID",
        help="run this node (again for several) instead of the project's exports",
    )
    parser.add_argument("--frames", type=frame_range, metavar="A-B", help="only these")
    parser.add_argument("--shot", default="", metavar="ID", help="only this shot of storyboards")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NODE.PARAM=VALUE",
        help="another value for a parameter: JSON, or else text",
    )
    parser.add_argument("--profile", choices=sorted(PROFILES), default="final")
    parser.add_argument(
        "--allow-outside",
        action="store_true",
        help="let the project read and write files outside its own folder",
    )
    parser.add_argument(
        "--checked", action="store_true", help="fail on nodes that change their inputs (slow)"
    )
    add_model_arguments(parser)
    add_plugin_argument(parser)
    add_cache_argument(parser)
    parser.add_argument("--quiet", action="store_true", help="tell only what goes wrong")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Render. Raises StoryloomError for what is refused before anything runs."""
    out: Path | None = arguments.out
    request = RenderRequest(
        out=out.resolve() if out is not None else None,
        nodes=tuple(arguments.node),
        frames=arguments.frames or "",
        shot=arguments.shot,
        settings=tuple(arguments.set),
        profile=arguments.profile,
        wish=wish_of(arguments),
    )
    store_folder = cache_folder(arguments.cache)
    registry = registry_with(arguments.plugin)
    with (
        _opened(arguments.project, registry) as project,
        ResultStore(store_folder) as store,
    ):
        plan = with_models(
            plan_render(project, request),
            store,
            store_to_look_at,
            allow_builtin=arguments.allow_builtin,
        )
        consent = Consent(request.out, arguments.allow_outside)
        with ProxyMaker(store_folder / "proxies") as proxies:
            evaluator = Evaluator(
                store,
                checked=arguments.checked,
                proxies=proxies,
                lender=Lender(store_to_look_at),
            )
            return _run_plan(evaluator, plan, consent, quiet=arguments.quiet)


def frame_range(text: str) -> str:
    """Frames "first-last", both included and counted from 0; one number is one frame."""
    found = re.fullmatch(r"(\d{1,9})(?:-(\d{1,9}))?", text)
    if found is None or int(found[1]) > int(found[2] or found[1]):
        raise argparse.ArgumentTypeError(f"“{text}” is no range of frames, such as 0-47")
    return f"{int(found[1])}-{int(found[2] or found[1])}"


def _opened(path: Path, registry: Registry) -> Project:
    """The project; what it is refused for says which file it was."""
    try:
        return open_project(path, registry)
    except ProjectError as error:
        raise UsageError(f"{path}: {error.message}", mend=error.mend) from error


def _run_plan(evaluator: Evaluator, plan: RenderPlan, consent: Consent, *, quiet: bool) -> ExitCode:
    console = Console(stderr=True)
    token = LocalCancelToken()

    def on_first_signal() -> None:
        say(console, "Stopping. Once more ends the program at once.", style="yellow")

    with (
        Interrupts(token, on_first_signal) as interrupts,
        RunView(console, name_of=_namer(plan), quiet=quiet) as view,
    ):
        results = evaluator.run(
            plan.snapshot,
            plan.sinks,
            view.on_event,
            token,
            may_write=consent.may_write,
            may_read=consent.may_read,
        )
    for line in _shown(results):
        sys.stdout.write(line + "\n")
    match results.outcome:
        case Outcome.DONE:
            return ExitCode.DONE
        case Outcome.FAILED:
            return ExitCode.FAILED
        case Outcome.CANCELLED:
            return ExitCode(128 + interrupts.received)


def _namer(plan: RenderPlan) -> Callable[[str], str]:
    """Words for the path of a node: its path and its kind. Of a conversion that a link put in,
    whose path is `node.output>kind`, the node."""

    def name_of(path: str) -> str:
        node = plan.snapshot.flat.get(path)
        spec = node.spec if node is not None else None
        place = path.partition(".")[0]
        return place if spec is None else f"{place} ({spec.title})"

    return name_of


def _shown(results: Results) -> Iterator[str]:
    """What a script wants of a run: the files that were written, and what was found out."""
    for value in results.values.values():
        match value:
            case Written():
                yield from (str(file.path) for file in value.files)
            case Report():
                yield value.markdown
            case str() | int() | float():
                yield str(value)
            case _:
                pass
