"""The way in: topics and forums found for a reader, strangers led to the sign-in, the address of a post."""
