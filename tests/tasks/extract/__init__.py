"""Tests of `tasks.extract`, one module a kind of fact; all names and texts are invented."""
