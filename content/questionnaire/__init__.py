"""The form that a good practice answers: what it asks, what is still missing, how a filled copy is read."""
