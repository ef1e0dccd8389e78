"""Reference data, and the lexicon that names are looked up in."""
