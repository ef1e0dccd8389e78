"""Tests mirror the folders: pure, warehouse and flow."""
