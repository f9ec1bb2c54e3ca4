"""Files as tables: bytes, sheets and records to cells of text with their places."""
