"""Designs as JSON: what YAML says, for programs; read with every place and written the same way."""
