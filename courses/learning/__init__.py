"""A learner's own screens: her courses, calendar, notes, data budget."""
