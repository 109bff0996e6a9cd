"""A document's pieces sorted, by kind, into page fields, understood facts and leftovers; every word is placed exactly once."""
