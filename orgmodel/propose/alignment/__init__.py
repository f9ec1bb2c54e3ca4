"""Units to territories: balanced, connected, and with little that changes hands."""
