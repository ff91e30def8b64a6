"""Pengelolaan risiko: register, matriks kemungkinan × dampak, mitigasi, dan isyarat dari data portal.

Practice: the BKD's own process "pengelolaan risiko" plans for problems that may arise; its scale of five by five and the bounds of the
levels are a setting (asumsi). Reading order: ``register`` (what stands), ``perbuatan`` (the only writer), ``isyarat`` (what data tell).
"""
