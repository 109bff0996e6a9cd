"""What practices are told apart by: regions, countries and their groups, themes, targets, instruments. Editable, in five languages."""
