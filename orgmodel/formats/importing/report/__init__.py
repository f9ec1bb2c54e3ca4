"""The report of an import: what arrived, how it was read, and what to check."""
