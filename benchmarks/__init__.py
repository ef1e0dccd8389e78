"""Measurements and what they run on: made-up articles, and other tools doing the same job."""
