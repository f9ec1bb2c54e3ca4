"""Measures of customers and territories: cover, workload, balance, concentration, targets."""
