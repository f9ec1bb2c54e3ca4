"""Changes as values: primitives, and the verbs of the trade made of them."""
