"""From a completed course to the paper in her hands: once, with the right name, whatever dies on the way."""
