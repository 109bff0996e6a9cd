"""A document's bytes read into paragraphs, list items and table cells; nothing here knows a page."""
