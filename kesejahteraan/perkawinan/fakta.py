"""Fakta bagi aturan perkawinan: keputusan izin yang sudah terbit dari portal. Read by ``siapkan()`` of the services."""

from kepegawaian.models import NaskahPegawai

CERAI = ("izin-cerai", "keterangan-cerai")
BERISTRI = ("izin-beristri",)


def keputusan(pegawai_id, slug):
    """The last standing decision of these services for a person as {hasil, nomor, tanggal, slug}, or None."""
    np = (
        NaskahPegawai.objects.select_related("naskah")
        .filter(pegawai_id=pegawai_id, data__layanan__in=slug, naskah__tahap="ditandatangani",
                naskah__status="berlaku", naskah__data__has_key="hasil")
        .order_by("-pk").first()
    )  # fmt: skip
    if np is None:
        return None
    n = np.naskah
    return {"hasil": n.data["hasil"], "nomor": n.nomor, "tanggal": n.tanggal, "slug": np.data["layanan"]}
