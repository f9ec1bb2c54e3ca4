"""Which rules apply and how: settings, baselines, and parts of an organisation."""
