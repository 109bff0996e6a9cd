"""What staff see of editions: prepared, dated, announced, copied, closed, with the log of all changes."""
