"""How a site gets its first people: the demo's cast, the first administrator, the first notices."""
