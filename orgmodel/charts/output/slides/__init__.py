"""Charts as slides of native shapes: text stays text, and connectors follow their boxes."""

from orgmodel.charts.output.slides.deck import picture_deck_of, scene_deck_of

__all__ = ["picture_deck_of", "scene_deck_of"]
