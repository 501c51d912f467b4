"""Where a podcast can be published: a folder, a bucket, a machine reached over ssh; one adapter a file."""
