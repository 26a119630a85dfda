"""Processes that ended are let go of, whoever heard of it first."""

from __future__ import annotations

import multiprocessing
import os
import time

from nodes.serving.ending import let_go


def test_the_code_of_a_process_that_was_joined_is_told() -> None:
    process = multiprocessing.get_context("spawn").Process(target=time.time)
    process.start()
    process.join()
    assert let_go(process) == 0


def test_a_process_whose_end_another_thread_was_told_of_is_let_go_of_too() -> None:
    process = multiprocessing.get_context("spawn").Process(target=time.time)
    process.start()
    assert process.pid is not None
    os.waitpid(process.pid, 0)  # as the start of another process does in its thread
    process.join()
    assert let_go(process) is None
