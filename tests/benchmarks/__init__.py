"""Tests of the benchmark inputs."""
