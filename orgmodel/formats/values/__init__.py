"""Values of the model as plain values of a file."""
