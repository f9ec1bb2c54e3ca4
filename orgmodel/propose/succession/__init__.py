"""Who takes over when somebody leaves or is away."""
