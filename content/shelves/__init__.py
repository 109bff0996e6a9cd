"""The index of the library: for each facet value and each word the set of practices that have it, as bitmaps of small numbers."""
