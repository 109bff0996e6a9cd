"""The editors' desk: what waits for whom, gathered from all rooms."""
