"""Ways by which alerts go out, one module each: a file, a feed, a webhook, mail. Each tells what it could not do."""
