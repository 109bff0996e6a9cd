"""All papers of an edition as ZIP files, made in the background."""
