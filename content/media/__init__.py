"""Pictures and papers that editors upload."""
