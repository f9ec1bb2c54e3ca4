"""What all measures share: their subject, tables of figures, and roll-ups."""
