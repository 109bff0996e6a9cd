"""What a member has read."""
