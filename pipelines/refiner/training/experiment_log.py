"""The log that every training leaves, whatever became of it: one Markdown file and its pictures."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pipelines.refiner.training.checkpoint import Told
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import GAPS
from pipelines.refiner.training.validation import Validation

SAMPLES, VALIDATED, CURVES = "samples.png", "validation.png", "curves.png"


class Outcome(StrEnum):
    """What became of a training."""

    RUNNING = "running, or killed"
    DONE = "done"
    STOPPED = "stopped by the person, to be gone on with"
    NO_BETTER = "ended early: it became no better"
    FAILED = "failed"


@dataclass(slots=True)
class ExperimentLog:
    """What is to be said of one training. `write` puts all that is known so far on the disk."""

    path: Path
    question: str
    command: str
    plan: Plan
    device: str
    parameters: int
    began: datetime
    outcome: Outcome = Outcome.RUNNING
    reason: str = ""
    step: int = 0
    told: Told = field(default_factory=Told)
    validation: Validation | None = None
    memory: int = 0
    files: tuple[str, ...] = ()

    def write(self) -> None:
        """Replace the file."""
        part = self.path.with_suffix(".part")
        part.write_text("\n\n".join(self._sections()) + "\n", encoding="utf-8")
        part.replace(self.path)

    def _sections(self) -> list[str]:
        said = [
            "# Training of the refiner",
            f"{self.began:%Y-%m-%d %H:%M}. Outcome: **{self.outcome.value}**. {self.reason}",
            f"## Question\n\n{self.question}",
            self._settings(),
            self._inputs(),
            self._results(),
            f"## Findings\n\n{self._findings()}",
        ]
        listed = "\n".join(f"- `{name}`" for name in self.files)
        return [*said, f"## Files\n\n{listed}"] if listed else said

    def _settings(self) -> str:
        rows = [
            f"| {name.replace('_', ' ')} | {value} |" for name, value in asdict(self.plan).items()
        ]
        head = ["## Settings", "", f"`{self.command}`", "", "| setting | value |", "| --- | --- |"]
        facts = [f"| device | {self.device} |", f"| parameters | {self.parameters:,} |"]
        return "\n".join([*head, *facts, *rows])

    def _inputs(self) -> str:
        films = f", and films of `{self.plan.clips}`" if self.plan.clips else ""
        return (
            "## Inputs\n\n"
            f"Scenes made by rule from seed {self.plan.seed}{films}. "
            "Key, guess, truth, key:\n\n"
            f"![samples]({SAMPLES})"
        )

    def _results(self) -> str:
        seconds = self.told.seconds
        pace = self.step * self.plan.batch / seconds if seconds else 0.0
        rows = [
            "## Results",
            "",
            "| figure | value |",
            "| --- | --- |",
            f"| steps | {self.step} of {self.plan.steps} |",
            f"| seconds | {seconds:.0f} |",
            f"| samples a second | {pace:.1f} |",
            f"| memory at most | {self.memory / 2**20:.0f} MiB |",
        ]
        if self.told.losses:
            first, last = self.told.losses[0], self.told.losses[-1]
            rows.append(f"| loss | {first[1]:.4f} at step {first[0]}, {last[1]:.4f} at {last[0]} |")
        if self.validation is not None:
            rows += ["", *self._held_out(self.validation), "", f"![validation]({VALIDATED})"]
        if len(self.told.losses) > 1:
            rows += ["", f"![curves]({CURVES})"]
        return "\n".join(rows)

    def _held_out(self, found: Validation) -> list[str]:
        """The table of what was never trained with."""
        rows = [
            "Scenes of held-out seeds; the pictures are key, guess, mended, truth, key.",
            "",
            "| gap | samples | interpolator, dB | refined, dB | gain, dB |",
            "| --- | --- | --- | --- | --- |",
        ]
        for gap in (*GAPS, 0):
            chosen = [one for one in found.of if gap in (0, one.gap)]
            if chosen:
                before = sum(one.before for one in chosen) / len(chosen)
                after = sum(one.after for one in chosen) / len(chosen)
                name = gap or "all"
                gain = after - before
                rows.append(
                    f"| {name} | {len(chosen)} | {before:.2f} | {after:.2f} | {gain:+.3f} |"
                )
        return rows

    def _findings(self) -> str:
        if self.validation is None:
            return "Nothing was measured yet."
        best = max(self.told.gains, key=lambda one: one[1])
        verdict = "beats" if self.validation.gain > 0 else "does not beat"
        return (
            f"On held-out scenes it {verdict} the interpolator: {self.validation.gain:+.3f} dB, "
            f"better in {self.validation.wins:.0%} of the samples. The best validation was "
            f"{best[1]:+.3f} dB at step {best[0]}."
        )
