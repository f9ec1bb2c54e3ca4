"""Who gets the next customer or lead."""
