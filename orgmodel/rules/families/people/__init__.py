"""People: time, skills, succession and relations (PPL)."""
