"""Is the site alive, is it ready."""
