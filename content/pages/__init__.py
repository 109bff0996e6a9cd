"""Pages of the site, their languages, provenance and weight."""
