"""Tests of how rows land and are read, on a real DuckDB."""
