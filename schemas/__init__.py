"""What is a row: tables, types, rules, rejection codes, records, identity, reference data."""
