"""What machines read of the pages: sitemap, robots, feed of new pages, and an API. All of it only what the asker may read."""
