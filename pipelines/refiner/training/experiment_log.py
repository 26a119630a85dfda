"""The log that every training leaves, whatever became of it: one Markdown file and its pictures."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from pipelines.experiments.log import Experiment, Outcome, Shown, Table
from pipelines.refiner.training.checkpoint import Told
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import GAPS
from pipelines.refiner.training.validation import Validation

SAMPLES, VALIDATED, CURVES = "samples.png", "validation.png", "curves.png"


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
        part.write_text(self._experiment().markdown(), encoding="utf-8")
        part.replace(self.path)

    def _experiment(self) -> Experiment:
        return Experiment(
            title="Training of the refiner",
            began=self.began,
            subject="refiner",
            case=f"seed {self.plan.seed}",
            outcome=self.outcome,
            reason=self.reason,
            background=self.question,
            settings=(self._settings(),),
            inputs=(self._inputs(),),
            results=self._results(),
            technical=(f"`{self.command}`",),
            findings=self._findings(),
            files=self.files,
        )

    def _settings(self) -> Table:
        plan = [(name.replace("_", " "), str(value)) for name, value in asdict(self.plan).items()]
        facts = [("device", self.device), ("parameters", f"{self.parameters:,}")]
        return Table(("setting", "value"), (*facts, *plan))

    def _inputs(self) -> Shown:
        films = f", and films of `{self.plan.clips}`" if self.plan.clips else ""
        made = f"scenes made by rule from seed {self.plan.seed}{films}: key, guess, truth, key"
        return Shown("samples", made, picture=SAMPLES)

    def _results(self) -> list[str | Table | Shown]:
        seconds = self.told.seconds
        pace = self.step * self.plan.batch / seconds if seconds else 0.0
        rows = [
            ("steps", f"{self.step} of {self.plan.steps}"),
            ("seconds", f"{seconds:.0f}"),
            ("samples a second", f"{pace:.1f}"),
            ("memory at most", f"{self.memory / 2**20:.0f} MiB"),
        ]
        if self.told.losses:
            first, last = self.told.losses[0], self.told.losses[-1]
            rows.append(("loss", f"{first[1]:.4f} at step {first[0]}, {last[1]:.4f} at {last[0]}"))
        made: list[str | Table | Shown] = [Table(("figure", "value"), rows)]
        if self.validation is not None:
            about = "scenes of held-out seeds: key, guess, mended, truth, key"
            made += [_held_out(self.validation), Shown("validation", about, picture=VALIDATED)]
        if len(self.told.losses) > 1:
            made.append(Shown("curves", picture=CURVES))
        return made

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


def _held_out(found: Validation) -> Table:
    """What was never trained with."""
    rows: list[tuple[str, ...]] = []
    for gap in (*GAPS, 0):
        chosen = [one for one in found.of if gap in (0, one.gap)]
        if chosen:
            before = sum(one.before for one in chosen) / len(chosen)
            after = sum(one.after for one in chosen) / len(chosen)
            figures = f"{before:.2f}", f"{after:.2f}", f"{after - before:+.3f}"
            rows.append((f"{gap or 'all'}", f"{len(chosen)}", *figures))
    return Table(("gap", "samples", "interpolator, dB", "refined, dB", "gain, dB"), rows)
