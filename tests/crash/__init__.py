"""Runs killed at every boundary and at any moment: the end is what an undisturbed run makes."""
