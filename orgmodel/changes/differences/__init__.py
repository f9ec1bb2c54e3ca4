"""What differs between two designs: entities, people, handovers and days without cover."""
