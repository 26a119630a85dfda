"""Runs in processes of their own: the threads that supervise them, and the queue of runs."""
