"""What stands from the first day: the trees of four languages, who may write in them, and the texts that every site must carry."""
