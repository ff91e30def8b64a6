"""Services of this aspect, one class in one file each; every module here is discovered at start-up."""
