"""When: time expressions, their values, and the day of publication."""
