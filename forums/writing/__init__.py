"""Forums as they are written in: a topic, a reply, a change, a mark."""
