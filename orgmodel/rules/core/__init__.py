"""What every rule is made of: findings, fixes, phrases, and the design under examination."""
