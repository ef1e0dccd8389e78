"""What is done to a batch: discover, read, parse, extract, check, stage, load, publish."""
