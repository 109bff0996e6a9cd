"""Settings, routes, the door for servers; names apps by dotted string only."""
