"""Pictures and documents that go with a post."""
