"""What keeps floods and spam out and lets the true person in."""
