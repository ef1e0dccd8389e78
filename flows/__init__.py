"""In which order, and how it is started: flows, the pipeline, the command line."""
