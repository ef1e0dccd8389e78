"""Tests of the tables, types, rules and errors."""
