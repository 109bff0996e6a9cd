"""The teaching screens of editions."""
