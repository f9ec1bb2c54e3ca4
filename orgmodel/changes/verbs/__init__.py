"""Changes as values: the primitives that all consist of, and the verbs of the trade."""
