"""Forums as they are read: lists, topics, posts, feeds."""
