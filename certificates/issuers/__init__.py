"""Who gives certificates: issuers, their keys, and those who sign."""
