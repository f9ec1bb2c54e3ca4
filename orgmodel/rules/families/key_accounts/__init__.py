"""Key accounts: KEY."""
