"""narrator turns articles into podcast episodes."""
