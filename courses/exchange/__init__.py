"""Banks of questions brought in and out: what is known again, what changes, what is left out and why."""
