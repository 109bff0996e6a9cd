"""Where readers raise alarms."""
