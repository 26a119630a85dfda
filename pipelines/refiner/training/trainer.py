"""The loop of a training: steps, averages of weights, checkpoints, validations, an early end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from time import monotonic
from typing import NamedTuple

import numpy as np
import torch

from pipelines.progress import CancelToken
from pipelines.refiner.network import Refiner
from pipelines.refiner.training.batches import Batch, batch_of, varied
from pipelines.refiner.training.checkpoint import Checkpoint, Told, Weights, blank, load, save
from pipelines.refiner.training.losses import losses
from pipelines.refiner.training.plan import Plan
from pipelines.refiner.training.samples import OF_SCENE
from pipelines.refiner.training.shards import Shards
from pipelines.refiner.training.validation import Validation, validated

CHECKPOINT = "checkpoint.safetensors"
_TOLD_EVERY = 20
_LONGEST_GRADIENT = 1.0
_BETAS = (0.9, 0.99)


class Progressed(NamedTuple):
    """How far a training is; `validation` where one was made at this step."""

    step: int
    of: int
    loss: float
    validation: Validation | None


Tell = Callable[[Progressed], None]


class Trainer:
    """One training in a folder. Where a checkpoint is there, it goes on from it."""

    def __init__(self, plan: Plan, folder: Path, *, aside: bool = True) -> None:
        self.plan = plan
        self._folder = folder
        self._aside = aside
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(plan.seed)
        self._network = Refiner(plan.width).to(self._device)
        folder.mkdir(parents=True, exist_ok=True)
        found = load(folder / CHECKPOINT, plan)
        if found is None:
            weights = dict(self._network.named_parameters())
            start = {name: one.detach().clone() for name, one in weights.items()}
            found = Checkpoint(0, start, start, blank(start), blank(start), Told())
        self._network.load_state_dict(found.weights)
        self._averaged = self._own(found.averaged)
        self._optimiser = torch.optim.AdamW(
            self._network.parameters(), plan.rate, _BETAS, weight_decay=plan.decay
        )
        self._remember(found)
        self.step = found.step
        self.told = found.told

    @property
    def averaged(self) -> Refiner:
        """The network with the averaged weights, which is what a training is for."""
        made = Refiner(self.plan.width).to(self._device)
        made.load_state_dict(self._averaged)
        return made.eval()

    def run(self, tell: Tell, cancel: CancelToken) -> None:
        """Train to the end of the plan, to its patience, or until it is cancelled. A checkpoint is
        left in each case."""
        started, before = monotonic(), self.told.seconds
        recent: list[float] = []
        with Shards(self.plan, self._folder / "samples", aside=self._aside) as shards:
            while self.step < self.plan.steps and not cancel.cancelled:
                recent.append(self._learn(self._batch(shards)))
                self.step += 1
                self.told.seconds = before + monotonic() - started
                if self.step % _TOLD_EVERY == 0:
                    self.told.losses.append((self.step, float(np.mean(recent))))
                    recent.clear()
                validation = self._validated()
                if self.step % self.plan.saved_every == 0 or validation is not None:
                    self.save()
                if self.step % _TOLD_EVERY == 0 or validation is not None:
                    loss = self.told.losses[-1][1] if self.told.losses else 0.0
                    tell(Progressed(self.step, self.plan.steps, loss, validation))
                if self._is_done():
                    break
        self.save()

    def save(self) -> None:
        """Leave a checkpoint."""
        state = self._optimiser.state
        named = dict(self._network.named_parameters())
        first, second = (
            {name: state[one][what] for name, one in named.items()} if state else blank(dict(named))
            for what in ("exp_avg", "exp_avg_sq")
        )
        weights: Weights = {name: one.detach() for name, one in named.items()}
        made = Checkpoint(self.step, weights, self._averaged, first, second, self.told)
        save(self._folder / CHECKPOINT, self.plan, made)

    def _batch(self, shards: Shards) -> Batch:
        """The samples of a step: which ones, and how they are varied, follows from its number."""
        plan = self.plan
        in_pass = plan.shard * OF_SCENE // plan.batch
        number, place = divmod(self.step, in_pass * plan.passes)
        passed, at = divmod(place, in_pass)
        samples = shards.get(number)
        order = np.random.default_rng((plan.seed, number, passed)).permutation(len(samples))
        # gaps of two frames give fewer samples than others: the last batches begin again
        chosen = [
            int(order[one % len(order)]) for one in range(at * plan.batch, (at + 1) * plan.batch)
        ]
        chance = np.random.default_rng((plan.seed, self.step, 1))
        return batch_of([varied(samples[one], plan.crop, chance) for one in chosen], self._device)

    def _learn(self, batch: Batch) -> float:
        for group in self._optimiser.param_groups:
            group["lr"] = self.plan.rate_at(self.step)
        self._network.train()
        with self._precision():
            mended = self._network(batch.asked)
        found = losses(mended, batch)
        self._optimiser.zero_grad()
        found.total.backward()
        torch.nn.utils.clip_grad_norm_(self._network.parameters(), _LONGEST_GRADIENT)
        self._optimiser.step()
        kept = self.plan.averaged_at(self.step)
        with torch.no_grad():
            for name, weight in self._network.named_parameters():
                self._averaged[name].lerp_(weight, 1 - kept)
        return float(found.total.detach())

    def _validated(self) -> Validation | None:
        if self.step % self.plan.validated_every and self.step != self.plan.steps:
            return None
        found = validated(self.averaged, self.plan, self._device)
        self.told.gains.append((self.step, found.gain))
        return found

    def _is_done(self) -> bool:
        gains = [gain for _, gain in self.told.gains]
        best = gains.index(max(gains)) if gains else 0
        return 0 < self.plan.patience <= len(gains) - 1 - best

    def _precision(self) -> AbstractContextManager[object]:
        if not self.plan.mixed_precision:
            return nullcontext()
        return torch.autocast(self._device.type, torch.bfloat16)

    def _own(self, weights: Weights) -> Weights:
        return {name: one.to(self._device).clone() for name, one in weights.items()}

    def _remember(self, found: Checkpoint) -> None:
        """Put the moments back that the optimiser had."""
        if not found.step:
            return
        for name, weight in self._network.named_parameters():
            self._optimiser.state[weight] = {
                "step": torch.tensor(float(found.step)),
                "exp_avg": found.first_moments[name].to(self._device),
                "exp_avg_sq": found.second_moments[name].to(self._device),
            }
