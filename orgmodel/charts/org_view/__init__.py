"""The organisation as charts look at it: positions and territories, numbered and named."""
