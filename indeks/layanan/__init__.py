"""Services of this app, one class in one file each; every module here is discovered at start-up."""
