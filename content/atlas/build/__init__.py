"""How the shapes were made, once, from the atlas that Natural Earth gives away. Nothing here runs on the site."""
