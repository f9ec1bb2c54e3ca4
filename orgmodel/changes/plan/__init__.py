"""A plan: what a change comes to, in which order it can be made, and how it is written."""
