"""Hitungan beranda: the tools of ``kepegawaian.hitung``, under the name the sections of the home page know."""

from kepegawaian.hitung import Hitung, Larik, awal_hari, baca, tanggal, tanya, waktu

__all__ = ["Hitung", "Larik", "awal_hari", "baca", "tanggal", "tanya", "waktu"]
