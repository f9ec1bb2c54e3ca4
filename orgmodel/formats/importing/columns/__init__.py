"""What each column of a table is, decided by its heading and its values."""
