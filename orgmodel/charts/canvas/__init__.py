"""The parts of a picture: scenes, colours, text, legends and signs."""
