"""Results of the library taken along: as tables with a codebook, and by the API."""
