"""Flows and the command line, run as people run them: as processes, against a real Prefect server."""
