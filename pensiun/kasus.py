"""Fungsi kasus pensiun, tiap bagian pada berkasnya sendiri."""

from pensiun import kasus_hitung  # noqa: F401 - cases of this app in files of their own
