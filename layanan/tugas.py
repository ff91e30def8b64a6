"""Sumber tugas dari mesin layanan: langkah yang menunggu, usulan yang dikembalikan, draf, naskah yang belum diunduh.

Many of the same kind become one row ("12 usulan KGB: Verifikasi"), so the page stays short for a clerk with hundreds.
"""

from datetime import timedelta

from django.db.models import Count, Exists, F, Min, OuterRef, Q
from django.urls import reverse

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import Jejak, Naskah
from kepegawaian.tugas import Butir, Sumber, daftarkan
from layanan import katalog, tanda_tangan_surat
from layanan.models import Berkas, LangkahUsulan, Usulan

PETUGAS = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan")
RINCI = 60  # rows asked one by one
SATU_SATU = 3  # as many of one kind are shown each by itself
NASKAH_HARI = 90


def nama(slug):
    """Name of a layanan, its slug when the code no longer knows it."""
    layanan = _layanan(slug)
    return layanan.nama if layanan else slug


def _layanan(slug):
    try:
        return katalog.ambil(slug)
    except KeyError:
        return None


def _akibat(slug, kalimat):
    """(sentence, law): what the step or draft itself suffers, then what the layanan says of being late."""
    layanan = _layanan(slug)
    if layanan is None or not layanan.akibat_terlambat:
        return kalimat, ""
    return f"{kalimat} {layanan.akibat_terlambat}", str(layanan.dasar_terlambat or "")


def _pilah(rinci, grup, kunci):
    """Yields (row, None) for kinds with few rows, (None, group) for the others. ``kunci(row)`` names the kind."""
    per = {}
    for satu in rinci:
        per.setdefault(kunci(satu), []).append(satu)
    for satu in grup:
        milik = per.get(kunci(satu), [])
        if satu.banyak <= SATU_SATU and len(milik) == satu.banyak:
            yield from ((baris, None) for baris in milik)
        else:
            yield None, satu


@daftarkan
class LangkahMenunggu(Sumber):
    """Steps that wait for an office or duty I hold today, or for me as applicant."""

    kode = "langkah"
    untuk = ("asn", *PETUGAS)

    @staticmethod
    def _menunggu(hak):
        return LangkahUsulan.objects.filter(hak.saring_menunggu(), usulan__status="diproses")

    def angka(self, hak, hari_ini):
        menunggu = self._menunggu(hak)
        return {
            "rinci": Larik(
                menunggu.order_by("batas", "id").values(
                    nomor=F("usulan__nomor"), slug=F("usulan__layanan"), langkah=F("kode"), sebutan=F("nama"),
                    sampai=F("batas"), orang=F("usulan__pegawai__kini__nama"), minta=F("usulan__ringkas"),
                )[:RINCI]
            ),
            "grup": Larik(
                menunggu.order_by().values(slug=F("usulan__layanan"), langkah=F("kode"), sebutan=F("nama")).annotate(
                    banyak=Count("pk"), sampai=Min("batas"), lewat=Count("pk", filter=Q(batas__lt=hari_ini))
                )
            ),
        }  # fmt: skip

    def lencana(self, hak, hari_ini):
        return Hitung(self._menunggu(hak))

    def susun(self, nilai, hak, hari_ini, acuan):
        rinci = [baca(b, tanggal_=("sampai",)) for b in nilai["rinci"]]
        grup = [baca(b, tanggal_=("sampai",)) for b in nilai["grup"]]
        for satu, banyak in _pilah(rinci, grup, lambda b: (b.slug, b.langkah)):
            b = satu or banyak
            akibat, dasar = _akibat(b.slug, "Usulan berhenti di meja Anda dan tercatat terlambat.")
            umum = {"tenggat": b.sampai, "akibat": akibat, "dasar": dasar}
            if satu:
                yield Butir(
                    f"{b.sebutan}: {b.orang}", url=reverse("layanan:usulan_detail", args=[b.nomor]), tombol="Kerjakan",
                    uraian=" · ".join(x for x in (nama(b.slug), b.nomor, b.minta) if x), **umum,
                )  # fmt: skip
                continue
            lewat = f", {b.lewat} di antaranya terlambat" if b.lewat else ""
            yield Butir(
                f"{b.banyak} usulan {nama(b.slug)}: {b.sebutan}", tombol="Buka kotak kerja",
                url=f"{reverse('layanan:kotak_list')}?layanan={b.slug}&langkah={b.langkah}",
                uraian=f"{b.banyak} usulan menunggu Anda{lewat}. Tenggat yang tertua di kanan.",
                banyak=b.banyak, **umum,
            )  # fmt: skip


def _boleh_mengubah(hak):
    """Usulan I may mend: mine where ASN apply themselves, of the units I serve, and what I made."""
    asn = [la.slug for la in katalog.semua() if "asn" in la.pengusul]
    syarat = Q(pegawai_id=hak.pegawai_id or 0, layanan__in=asn) | Q(dibuat_oleh_id=hak.pengguna_id)
    if hak.unit_operator:
        operator = [la.slug for la in katalog.semua() if "operator_opd" in la.pengusul]
        syarat |= Q(pegawai__kini__unit_id__salah_satu=hak.unit_operator, layanan__in=operator, tertutup=False)
    return syarat


class _Usulan(Sumber):
    """What is in the applicant's hands: returned, or never submitted."""

    untuk = ("asn", "operator_opd", "staf_bkd")
    status = ""

    def _milik(self, hak):
        return Usulan.objects.filter(_boleh_mengubah(hak), status=self.status)

    def angka(self, hak, hari_ini):
        milik = self._milik(hak)
        salah = Berkas.objects.filter(usulan=OuterRef("pk"), periksa="tidak_sesuai", diganti_pada__isnull=True)
        return {
            "rinci": Larik(
                milik.order_by("tmt", "pk").values(
                    no=F("nomor"), slug=F("layanan"), orang=F("pegawai__kini__nama"), siapa=F("pegawai_id"),
                    minta=F("ringkas"), sebab=F("catatan_akhir"), mulai=F("tmt"), salah=Exists(salah),
                )[:RINCI]
            ),
            "grup": Larik(
                milik.order_by().values(slug=F("layanan")).annotate(banyak=Count("pk"), mulai=Min("tmt"))
            ),
        }  # fmt: skip

    def lencana(self, hak, hari_ini):
        return Hitung(self._milik(hak))

    def susun(self, nilai, hak, hari_ini, acuan):
        rinci = [baca(b, tanggal_=("mulai",)) for b in nilai["rinci"]]
        grup = [baca(b, tanggal_=("mulai",)) for b in nilai["grup"]]
        for satu, banyak in _pilah(rinci, grup, lambda b: b.slug):
            b = satu or banyak
            layanan = _layanan(b.slug)
            tenggat = layanan.tenggat_usul(b.mulai, acuan) if layanan and b.mulai else None
            yield self._butir(b, satu is not None, hak, tenggat)

    def _butir(self, b, satu, hak, tenggat):
        raise NotImplementedError


@daftarkan
class Dikembalikan(_Usulan):
    """Usulan returned for repair; one's own is shown also where only the operator may mend it."""

    kode = "kembali"
    status = "dikembalikan"

    def _milik(self, hak):
        return Usulan.objects.filter(
            _boleh_mengubah(hak) | Q(pegawai_id=hak.pegawai_id or 0, tertutup=False), status=self.status
        )

    def _butir(self, b, satu, hak, tenggat):
        akibat, dasar = _akibat(b.slug, "Selama belum diperbaiki dan diajukan kembali, usulan ini tidak diproses.")
        umum = {"tenggat": tenggat, "akibat": akibat, "dasar": dasar, "ikon": "arrow-return-left"}
        if not satu:
            return Butir(
                f"{b.banyak} usulan {nama(b.slug)} perlu diperbaiki", tombol="Buka daftar", banyak=b.banyak,
                url=f"{reverse('layanan:usulan_list')}?status=dikembalikan&layanan={b.slug}", **umum,
            )  # fmt: skip
        layanan, sendiri = _layanan(b.slug), b.siapa == hak.pegawai_id
        bantu = sendiri and not (layanan and "asn" in layanan.pengusul) and not hak.punya("operator_opd", "staf_bkd")
        uraian = f"Diminta: {b.sebab}" + (" Ada berkas yang harus diganti." if b.salah else "")
        if bantu:
            uraian += " Diperbaiki operator OPD Anda; serahkan yang diminta kepadanya."
        return Butir(
            f"{'Bantu perbaiki' if bantu else 'Perbaiki'} usulan {nama(b.slug)}{'' if sendiri else f': {b.orang}'}",
            url=reverse("layanan:usulan_detail", args=[b.no]), uraian=uraian,
            tombol="Lihat yang diminta" if bantu else "Perbaiki", **umum,
        )  # fmt: skip


@daftarkan
class Draf(_Usulan):
    """Drafts that nobody has submitted."""

    kode = "draf"
    status = "draf"

    def _butir(self, b, satu, hak, tenggat):
        akibat, dasar = _akibat(b.slug, "Yang belum diajukan belum diproses siapa pun.")
        umum = {"tenggat": tenggat, "akibat": akibat, "dasar": dasar, "ikon": "pencil-square"}
        if not satu:
            return Butir(
                f"{b.banyak} draf {nama(b.slug)} belum diajukan", tombol="Buka daftar", banyak=b.banyak,
                url=f"{reverse('layanan:usulan_list')}?status=draf&layanan={b.slug}", **umum,
            )  # fmt: skip
        orang = "" if b.siapa == hak.pegawai_id else f": {b.orang}"
        return Butir(
            f"Lanjutkan draf {nama(b.slug)}{orang}", url=reverse("layanan:usulan_detail", args=[b.no]),
            tombol="Lanjutkan", uraian=b.minta, **umum,
        )  # fmt: skip


@daftarkan
class NaskahTerbit(Sumber):
    """Own naskah, signed lately, that I have never opened."""

    kode = "naskah"
    untuk = ("asn", "pensiunan")

    @staticmethod
    def _belum(hak, hari_ini):
        dibuka = Jejak.objects.filter(
            objek="naskah", objek_id=OuterRef("pk"), aksi="naskah_unduh", oleh_id=hak.pengguna_id
        )
        milik = Naskah.objects.filter(
            isi__pegawai_id=hak.pegawai_id or 0, tahap="ditandatangani", tanggal__gt=hari_ini - timedelta(days=NASKAH_HARI)
        )  # fmt: skip
        return milik.exclude(berkas_sah="").exclude(usulan__usulan__tertutup=True).exclude(Exists(dibuka))

    def angka(self, hak, hari_ini):
        belum = self._belum(hak, hari_ini).order_by("-tanggal", "-pk")
        return {"rinci": Larik(belum.values(kunci=F("pk"), hal=F("perihal"), no=F("nomor"), kapan=F("tanggal"))[:10])}

    def lencana(self, hak, hari_ini):
        return Hitung(self._belum(hak, hari_ini))

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("kapan",)) for x in nilai["rinci"]):
            yield Butir(
                f"Unduh dan periksa: {b.hal}", url=reverse("layanan:naskah_download", args=[b.kunci]),
                tombol="Buka naskah", uraian=f"Nomor {b.no}, {tulis_tanggal(b.kapan)}", ikon="file-earmark-arrow-down",
                akibat="Kekeliruan pada naskah lebih mudah dibetulkan selagi baru.",
            )  # fmt: skip


@daftarkan
class SuratLangkahSaya(Sumber):
    """Letters of a step that wait for his own electronic signature."""

    kode = "surat_ttd"
    untuk = ("kepala_opd", "pejabat_bkd", "pimpinan")

    def angka(self, hak, hari_ini):
        return {"surat": Hitung(tanda_tangan_surat.menunggu_saya(hak))} if tanda_tangan_surat.kantor_saya(hak) else {}

    def susun(self, nilai, hak, hari_ini, acuan):
        if n := nilai.get("surat"):
            yield Butir(
                f"{n} surat menunggu tanda tangan Anda", banyak=n, url=reverse("layanan:surat_tandatangani"),
                tombol="Tandatangani", akibat="Suratnya belum berlaku.", ikon="pen",
            )  # fmt: skip
