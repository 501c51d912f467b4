"""The MP3: samples as frames, frames as one exact stream, an episode as tags; and all of it read back."""
