"""What all proposals share: the result, its report, and the solvers."""
