"""Register risiko sebagaimana ditampilkan: tiap risiko dengan nilai terbaru, tingkat, mitigasi, dan keadaannya; pure reads."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from tata_kelola.models import MitigasiRisiko, NilaiRisiko, Risiko, TindakLanjut

TINGKAT = "tata_risiko_tingkat"
KATA = {
    "rendah": ("Rendah", "terpenuhi"),
    "sedang": ("Sedang", "info"),
    "tinggi": ("Tinggi", "perhatian"),
    "sangat_tinggi": ("Sangat tinggi", "gagal"),
}
KEMUNGKINAN = ((1, "Hampir tidak terjadi"), (2, "Jarang"), (3, "Kadang-kadang"), (4, "Sering"), (5, "Hampir pasti"))
DAMPAK = ((1, "Tidak berarti"), (2, "Kecil"), (3, "Sedang"), (4, "Besar"), (5, "Sangat besar"))


def tingkat(kemungkinan, dampak, batas):
    """Key of KATA of a product; ``batas``: the setting ``tata_risiko_tingkat``."""
    nilai = kemungkinan * dampak
    return next((k for k in ("sangat_tinggi", "tinggi", "sedang") if nilai >= batas[k]), "rendah")


@dataclass(slots=True)
class BarisMitigasi:
    """One mitigation and its latest news."""

    mitigasi: MitigasiRisiko
    kabar: TindakLanjut | None
    lewat: bool
    semua: list = field(default_factory=list)
    boleh: bool = False

    @property
    def tanda(self):
        """(words, kind) of its tag."""
        if self.kabar is not None and self.kabar.keadaan == "selesai":
            return "selesai", "terpenuhi"
        if self.lewat:
            return "lewat tenggat", "gagal"
        if self.kabar is None:
            return "belum dimulai", "netral"
        return (self.kabar.get_keadaan_display().lower(), "gagal" if self.kabar.keadaan == "gagal" else "info")


@dataclass(slots=True)
class BarisRisiko:
    """One risk with its present judgement."""

    risiko: Risiko
    nilai: NilaiRisiko
    tingkat: str
    mitigasi: list = field(default_factory=list)

    @property
    def kata(self):
        """(words, kind) of its level."""
        return KATA[self.tingkat]

    @property
    def hasil(self):
        """kemungkinan × dampak."""
        return self.nilai.kemungkinan * self.nilai.dampak

    @property
    def lewat(self):
        """Mitigations past their date."""
        return sum(m.tanda[0] == "lewat tenggat" for m in self.mitigasi)


def _terbaru(model, kunci, *medan):
    """{b_<field>: of the newest row that hangs on the outer one}."""
    baru = model.objects.filter(**{kunci: OuterRef("pk")}).order_by("-id")
    return {f"b_{m}": Subquery(baru.values(m)[:1]) for m in medan}


def susun(queryset, batas, hari_ini):
    """[BarisRisiko] of these Risiko, the gravest first; two queries at any number."""
    semua = list(
        queryset.select_related("unit", "dibuat_oleh__pegawai__kini").annotate(
            **_terbaru(NilaiRisiko, "risiko", "kemungkinan", "dampak")
        )
    )
    baris = {}
    for r in semua:
        nilai = NilaiRisiko(risiko=r, kemungkinan=r.b_kemungkinan, dampak=r.b_dampak)
        baris[r.pk] = BarisRisiko(r, nilai, tingkat(nilai.kemungkinan, nilai.dampak, batas))
    mitigasi = MitigasiRisiko.objects.filter(risiko__in=list(baris)).select_related("unit")
    for m in mitigasi.annotate(**_terbaru(TindakLanjut, "mitigasi", "keadaan")):
        kabar = TindakLanjut(mitigasi=m, keadaan=m.b_keadaan) if m.b_keadaan else None
        lewat = m.tenggat < hari_ini and (kabar is None or kabar.keadaan == "berjalan")
        baris[m.risiko_id].mitigasi.append(BarisMitigasi(m, kabar, lewat))
    return sorted(baris.values(), key=lambda b: (-b.hasil, -b.nilai.dampak, b.risiko.pk))


def matriks(baris, batas):
    """The matrix from the top: [(kemungkinan, word, [(dampak, level, [BarisRisiko])])]."""
    return [
        (k, kata, [(d, tingkat(k, d, batas), [b for b in baris if (b.nilai.kemungkinan, b.nilai.dampak) == (k, d)]) for d, _ in DAMPAK])
        for k, kata in reversed(KEMUNGKINAN)
    ]  # fmt: skip
