"""Settings of rules: selection, options, baselines, and parts of an organisation."""
