"""The library as readers see it: words, facets with counts, lists."""
