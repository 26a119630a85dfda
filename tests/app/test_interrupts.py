"""The first signal cancels, the second one is the system's again."""

from __future__ import annotations

import signal

import pytest

from app.cli.interrupts import Interrupts
from pipelines.progress import LocalCancelToken


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_the_first_signal_cancels_and_the_next_would_end_the_process(
    sent: signal.Signals,
) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    token, said = LocalCancelToken(), list[str]()
    with Interrupts(token, lambda: said.append("stopping")) as interrupts:
        assert (interrupts.received, token.cancelled) == (0, False)
        signal.raise_signal(sent)
        assert (interrupts.received, token.cancelled, said) == (sent, True, ["stopping"])
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
