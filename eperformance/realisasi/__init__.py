"""Realisasi: capaian dan bukti tiap masa (bulan atau triwulan), dan umpan balik atasan, rekan, bawahan.

Law: PP 30/2019 (pelaksanaan, pemantauan, pembinaan; realisasi of at most 120%); Permen PANRB 6/2022 (umpan balik
berkelanjutan). Reading order: ``masa`` (which months or quarters an SKP has), ``isi`` (saving), ``bukti`` (files and links),
``umpan`` (feedback), ``kartu`` (what the page shows), ``pengingat``, ``views``, ``views_umpan``.
"""
