"""Tests of runs in processes of their own."""
