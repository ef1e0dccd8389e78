"""Own word lists, one module a kind; each is data only: frozen sets of lower-case words."""
