"""Atom: what is new in a forum and in a topic, as a stranger reads it."""
