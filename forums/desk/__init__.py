"""The moderators' desk: the queue, decisions by key and button, settings of forums, who did what."""
