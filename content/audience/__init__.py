"""Who may read what: one answer for all languages of a page."""
