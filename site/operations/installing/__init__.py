"""Bring a database to the state that this release needs: migrate, the steps of setup, the demo."""
