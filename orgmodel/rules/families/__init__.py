"""The rules that come with the package, one module per family of subjects."""
