"""Laws that hold for any input, as property tests."""
