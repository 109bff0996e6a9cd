"""Where the people of an edition stand: the grid, the figures, the report, files of them."""
