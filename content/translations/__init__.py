"""wagtail-localize kept from its traps: no text goes live before somebody publishes it."""
