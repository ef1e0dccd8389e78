"""Tests of what is done to a batch, and of whole runs."""
