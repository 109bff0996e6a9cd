"""The interface's messages: found in the sources, checked, compiled; without gettext."""
