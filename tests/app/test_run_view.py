"""What a run looks like on a terminal, and where there is none."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from app.cli import run_view
from app.cli.run_view import RunView
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeUsedModel,
    NodeWarned,
    Origin,
    Outcome,
    RunEnded,
)
from nodes.refusals import NodeError
from nodes.used_model import UsedModel
from pipelines.errors import OutputError

RUN: list[Event] = [
    NodeFinished("old", 0.0, Origin.DISK),
    NodeStarted("made"),
    NodeProgressed("made", 3, 12),
    NodeWarned("made", "[bold] is not read as markup."),
    NodeProgressed("made", 12, 12),
    NodeFinished("made", 1.0, Origin.COMPUTED, 12),
    RunEnded(Outcome.DONE, 1.25),
]
FAILED: list[Event] = [
    NodeStarted("made"),
    NodeFailed("made", NodeError("made", OutputError("The disk is full.", mend="Free some."))),
    NodeBlocked("after", "made"),
    RunEnded(Outcome.FAILED, 0.5),
]


def shown(events: list[Event], *, terminal: bool = False, quiet: bool = False) -> str:
    """What is printed while these events come."""
    paper = StringIO()
    console = Console(file=paper, force_terminal=terminal, width=100)
    with RunView(console, name_of=str.title, quiet=quiet) as view:
        for event in events:
            view.on_event(event)
    return paper.getvalue()


def test_a_run_ends_with_what_was_made_and_what_was_reused() -> None:
    assert shown(RUN).splitlines() == [
        "Made: [bold] is not read as markup.",
        "done in 1.2 s: 1 node computed (12 frames), 1 reused",
    ]


def test_without_a_terminal_progress_comes_in_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_view, "PLAIN_SECONDS", 0.0)
    assert shown(RUN).splitlines()[0] == "Made: 3 of 12, about 0 s left"


def test_a_model_is_told_while_it_is_loaded_and_how_it_was_put(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(run_view, "PLAIN_SECONDS", 0.0)
    model = UsedModel("a", "One", {"one": "1234567890"}, "cuda", "bf16", "parts", "native")
    told = [
        NodeProgressed("made", 1, 5, "Loading One, 1 of 5 parts."),
        NodeUsedModel("made", model),
    ]
    assert shown([NodeStarted("made"), *told]).splitlines() == [
        "Made: Loading One, 1 of 5 parts.",
        "Made: One, cuda, bf16, offload parts, at 12345678",
    ]
    assert "Loading One" in shown([NodeStarted("made"), *told], terminal=True)


def test_on_a_terminal_a_node_at_work_has_a_bar() -> None:
    told = shown(RUN[1:3], terminal=True)
    assert "Made" in told
    assert "3/12" in told


def test_a_failure_says_what_happened_what_to_do_and_what_waits() -> None:
    assert shown(FAILED).splitlines()[:3] == [
        "error: “made” failed: The disk is full.",
        "  Free some.",
        "  After was not made: it needs Made.",
    ]


@pytest.mark.parametrize("terminal", [False, True])
def test_quiet_still_tells_what_goes_wrong(terminal: bool) -> None:
    assert shown(RUN[1:3] + RUN[4:], terminal=terminal, quiet=True) == ""
    assert "The disk is full." in shown(FAILED, terminal=terminal, quiet=True)
    assert "not read as markup" in shown(RUN, terminal=terminal, quiet=True)
