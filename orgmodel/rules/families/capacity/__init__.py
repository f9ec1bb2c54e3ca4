"""Capacity and workload: CAP."""
