"""Files as nobody writes them: samples cut, spliced and garbled, which reader and parser must survive."""
