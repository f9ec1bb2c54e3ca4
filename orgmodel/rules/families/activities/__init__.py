"""Activities and the plans that they make up (ACT)."""
