"""Measures of positions and their holders: heads, spans, layers, vacancies, cost."""
