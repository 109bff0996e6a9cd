"""Words about people: the groups that a migration makes, the languages by their own names."""

GROUPS = ("editor", "reviewer", "translator", "moderator", "facilitator", "partner manager")
OWN_NAMES = {"pt": "Português", "pt-br": "Português (Brasil)", "en": "English", "es": "Español", "fr": "Français"}
