"""Dates, numbers, names and countries that differ between the languages of one text."""
