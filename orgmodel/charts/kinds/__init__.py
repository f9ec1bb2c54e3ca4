"""The kinds of chart, one folder each."""
