"""How a row lands and is read: connection, DDL, merge, audits, snapshots, Parquet, queries."""
