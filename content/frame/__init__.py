"""The frame around every page: menu, languages, footer."""
