"""Show + Episodes → what podcast apps read: RSS, chapters, transcripts; and the checks of all of it."""
