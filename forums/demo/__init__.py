"""The discussions of the demo."""
