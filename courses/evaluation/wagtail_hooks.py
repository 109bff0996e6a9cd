"""What this room answers when the whole site asks."""
