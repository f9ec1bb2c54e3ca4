"""Dates and days without cover: TIM."""
