"""Counters for slowing people down, exact across processes (docs/decisions/0005)."""
