"""Tests of the parser: goldens, laws, forms."""
