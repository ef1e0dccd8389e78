"""Tests of the reader: bytes of one file → documents."""
