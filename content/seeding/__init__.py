"""Pages that the project brings along, written from its own form in every language that they have."""
