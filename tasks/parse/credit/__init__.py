"""Agencies and outlets that a text credits: in the dateline, at the tail, in bylines and metadata rows."""
