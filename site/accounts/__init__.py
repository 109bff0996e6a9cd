"""People: who they are, how they sign in, what they prefer, what is held about them."""
