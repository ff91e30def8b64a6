"""Register risiko sebagaimana ditampilkan: tiap risiko dengan nilai terbaru, tingkat, mitigasi, dan keadaannya; pure reads."""

from dataclasses import dataclass, field

from django.db.models import Window
from django.db.models.functions import RowNumber

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


def _terbaru(model, kunci, **saring):
    """{id of the owner: the newest row}; one query."""
    urut = Window(RowNumber(), partition_by=kunci, order_by="-id")
    return {getattr(b, kunci): b for b in model.objects.filter(**saring).annotate(ke=urut).filter(ke=1)}


def susun(queryset, batas, hari_ini):
    """[BarisRisiko] of these Risiko, the gravest first; four queries at any number."""
    semua = list(queryset.select_related("unit"))
    nilai = _terbaru(NilaiRisiko, "risiko_id", risiko__in=[r.pk for r in semua])
    mitigasi = list(MitigasiRisiko.objects.filter(risiko__in=[r.pk for r in semua]).select_related("unit"))
    kabar = _terbaru(TindakLanjut, "mitigasi_id", mitigasi__in=[m.pk for m in mitigasi])
    baris = {r.pk: BarisRisiko(r, nilai[r.pk], tingkat(nilai[r.pk].kemungkinan, nilai[r.pk].dampak, batas)) for r in semua}
    for m in mitigasi:
        satu = kabar.get(m.pk)
        lewat = m.tenggat < hari_ini and (satu is None or satu.keadaan == "berjalan")
        baris[m.risiko_id].mitigasi.append(BarisMitigasi(m, satu, lewat))
    return sorted(baris.values(), key=lambda b: (-b.hasil, -b.nilai.dampak, b.risiko.pk))


def matriks(baris, batas):
    """The matrix from the top: [(kemungkinan, word, [(dampak, level, [BarisRisiko])])]."""
    return [
        (k, kata, [(d, tingkat(k, d, batas), [b for b in baris if (b.nilai.kemungkinan, b.nilai.dampak) == (k, d)]) for d, _ in DAMPAK])
        for k, kata in reversed(KEMUNGKINAN)
    ]  # fmt: skip
