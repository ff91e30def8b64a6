"""Yang dibaca halaman SKP: isinya, kedua orangnya, jawaban aturannya, dan apa yang dapat dilakukan pembacanya."""

from typing import NamedTuple

from eperformance import aturan_skp
from eperformance.aturan import BERAKHLAK
from eperformance.models import Indikator, LampiranSkp, Skp
from eperformance.penilai import mengelola, menilai, pemimpin
from eperformance.skp.forms import tulis_angka
from eperformance.skp.induk import memakai_pohon
from eperformance.susunan import pertanyaan, susun, tanya
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Larik, baca as kenali
from kepegawaian.models import ProfilKini
from layanan.bahan_naskah import pejabat_luar
from layanan.tampilan import url_regulasi

TANDA = {
    "draf": "netral", "diajukan": "info", "dikembalikan": "perhatian", "ditetapkan": "terpenuhi", "dinilai": "info",
    "keberatan": "perhatian", "final": "terpenuhi", "batal": "gagal",
}  # fmt: skip
NAMA_ASPEK = {"": "Kriteria", **dict(Indikator.ASPEK)}
LUAR = {"BUPATI": "Bupati"}


class IsiSkp(NamedTuple):
    """Rows of one SKP as the page shows them."""

    utama: list
    tambahan: list
    perilaku: list
    lampiran: list
    syarat: list
    halangan: list
    fakta: dict

    @property
    def hasil(self):
        """All hasil kerja, utama first."""
        return [*self.utama, *self.tambahan]


def target(i):
    """The target of an Indikator in words: "120 usulan"."""
    teks = i.target if i.target_angka is None else tulis_angka(i.target_angka)
    return f"{teks} {i.satuan}".strip()


def isi(skp, tambahan=None):
    """The IsiSkp; three queries. ``tambahan``: further expressions asked along, answered in ``fakta``."""
    hasil = list(skp.hasil.select_related("induk", "simpul").prefetch_related("indikator"))
    for h in hasil:
        h.baris = [(NAMA_ASPEK[i.aspek], i, target(i)) for i in h.indikator.all()]
    fakta = tanya(skp, pertanyaan(skp) | {
        "t_perilaku": Larik(skp.perilaku.order_by("id").values("id", "nilai", "ekspektasi")),
        "t_lampiran": Larik(skp.lampiran.order_by("urutan", "id").values("jenis", "isi")),
    } | (tambahan or {}))  # fmt: skip
    milik, lampiran = [kenali(x) for x in fakta["t_perilaku"]], [kenali(x) for x in fakta["t_lampiran"]]
    for p in milik:
        p.nama, p.panduan = BERAKHLAK.get(p.nilai, (p.nilai, ()))
    jawab = aturan_skp.periksa(susun(skp, hasil, milik, fakta))
    return IsiSkp(
        [h for h in hasil if h.jenis == "utama"], [h for h in hasil if h.jenis == "tambahan"], milik,
        [(kode, nama, [x for x in lampiran if x.jenis == kode]) for kode, nama in LampiranSkp.JENIS],
        [_syarat(s, h) for s, h in jawab], [h.kalimat for _, h in aturan_skp.halangan(jawab)], fakta,
    )  # fmt: skip


def _syarat(s, h):
    """One rule for ``komponen/_syarat.html``; a soft one that says no is only to be looked at."""
    jawaban = "perlu_diperiksa" if s.kode in aturan_skp.LUNAK and h.jawaban == "tidak" else h.jawaban
    bukti = " ".join([h.kalimat, *(f"“{b}”." for b in h.bukti)])
    return {
        "kode": s.kode, "uraian": s.uraian, "hasil": jawaban, "bukti": bukti, "dasar": s.dasar,
        "dasar_url": url_regulasi(s.dasar.peraturan), "asumsi": s.keyakinan == "asumsi",
    }  # fmt: skip


def dua_orang(skp, hari_ini):
    """[(heading, [(label, value)])] of pegawai and penilai: as frozen when ditetapkan, else of today. Two queries at most."""
    if skp.beku:
        return [
            (judul, _beku(skp.beku.get(k, {})))
            for judul, k in (("Pegawai yang dinilai", "pegawai"), ("Pejabat penilai kinerja", "penilai"))
        ]
    kini = skp.pegawai.kini
    saya = {
        "nama": kini.nama_lengkap, "nip": kini.nip, "pangkat": _pangkat(kini),
        "jabatan": skp.jabatan.nama if skp.jabatan else "", "unit": skp.unit.nama,
    }  # fmt: skip
    return [("Pegawai yang dinilai", _beku(saya)), ("Pejabat penilai kinerja", _beku(penilai_kini(skp, hari_ini)))]


def penilai_kini(skp, hari_ini):
    """Who holds the office of the penilai today: {nama, nip, pangkat, jabatan, unit}."""
    if skp.penilai_id is None:
        kosong = {
            "nama": "",
            "nip": "",
            "pangkat": "",
            "jabatan": LUAR.get(skp.penilai_luar, skp.penilai_luar),
            "unit": "",
        }
        return kosong | pejabat_luar(skp.penilai_luar, hari_ini)
    pemangku = akses.pemangku(hari_ini, [skp.penilai_id]).get(skp.penilai_id, ())
    kini = ProfilKini.objects.filter(pk=pemangku[0].pegawai_id).first() if pemangku else None
    depan = {"PLT": "Plt. ", "PLH": "Plh. "}.get(pemangku[0].sifat, "") if pemangku else ""
    unit = skp.penilai.unit.nama if skp.penilai.unit else ""
    return {
        "nama": kini.nama_lengkap if kini else "", "nip": kini.nip if kini else "",
        "pangkat": _pangkat(kini) if kini else "", "jabatan": depan + skp.penilai.nama, "unit": unit,
    }  # fmt: skip


def _pangkat(kini):
    """``Penata (III/c)``, as it will be frozen."""
    g = acuan_kini().golongan(kini.golongan_id) if kini.golongan_id else None
    return f"{g.pangkat} ({g.kode})" if g and g.pangkat else kini.golongan_id or ""


def _beku(o):
    nama = o.get("nama") or "belum ada pejabatnya"
    return [("Nama", nama), ("NIP", o.get("nip")), ("Pangkat", o.get("pangkat")), ("Jabatan", o.get("jabatan")),
            ("Unit kerja", o.get("unit"))]  # fmt: skip


class Tindakan(NamedTuple):
    """One act the reader may do now. ``alasan``: label of the reason it asks ("" none, then plain button)."""

    kode: str
    teks: str
    utama: bool = False
    alasan: str = ""
    tanya: str = ""


def tindakan(skp, hak, acuan, isi_skp, peran_sisa=()):
    """Acts of the state for this reader, the main one last."""
    milik, dia = skp.pegawai_id == hak.pegawai_id and not hak.hanya_baca, menilai(hak, skp)
    hasil = []
    if (milik or mengelola(hak, acuan)) and skp.status in (*Skp.TERBUKA, "diajukan"):
        hasil.append(Tindakan("batalkan", "Batalkan SKP", alasan="Alasan pembatalan"))
    if milik and skp.status in Skp.TERBUKA and not isi_skp.halangan:
        tanya = f"{len(peran_sisa)} peran dari matriks atasan belum Anda ambil. " if peran_sisa else ""
        hasil.append(
            Tindakan(
                "ajukan",
                "Ajukan kepada penilai",
                True,
                tanya=tanya + "Sesudah diajukan isinya tidak dapat diubah, kecuali ditarik atau dikembalikan.",
            )
        )
    if milik and skp.status == "diajukan":
        hasil.append(Tindakan("tarik", "Tarik kembali"))
    if dia and skp.status == "diajukan":
        hasil.append(Tindakan("kembalikan", "Kembalikan", alasan="Yang perlu diperbaiki"))
        hasil.append(Tindakan("tetapkan", "Tetapkan SKP", True, tanya="SKP menjadi dasar penilaian tahun ini."))
    if dia and skp.status == "ditetapkan":
        hasil.append(Tindakan("kembalikan", "Buka lagi untuk disesuaikan", alasan="Yang perlu disesuaikan"))
    return hasil


def penilai_pilihan(skp, hak, acuan, hari_ini):
    """Heads on the line of his unit, from the nearest up, for who may name another penilai; the Bupati last. One query."""
    if skp.status in ("keberatan", "final", "batal") or skp.pegawai_id == hak.pegawai_id or not mengelola(hak, acuan):
        return []
    unit = acuan.unit.get(skp.unit_id)
    jalur = list(reversed(unit.jalur)) if unit else []
    kepala = {j.unit_id: j for j in pemimpin(hari_ini, jalur)}
    milik = [kepala[i] for i in jalur if i in kepala and kepala[i].pk != skp.jabatan_id]
    return [(j.pk, j.nama) for j in milik] + [(0, LUAR["BUPATI"])]


def langkah_berikut(skp, hak, hari_ini):
    """(sentence, tone) that tells the pegawai, or the penilai, where it stands and until when."""
    menyusul = skp.mulai > skp.periode.tetap_sampai  # opened in mid-year: no day of the calendar is its own
    lewat = skp.status in (*Skp.TERBUKA, "diajukan") and hari_ini > skp.periode.tetap_sampai and not menyusul
    batas = tulis_tanggal(skp.periode.tetap_sampai) + (", dan itu sudah lewat" if lewat else "")
    batas = f"segera sesudah masanya mulai {tulis_tanggal(skp.mulai)}" if menyusul else f"paling lambat {batas}"
    kata = {
        "draf": f"Isi, lalu ajukan kepada penilai. Ditetapkan {batas}.",
        "dikembalikan": f"Dikembalikan penilai: {skp.catatan_akhir} Perbaiki, lalu ajukan lagi.",
        "diajukan": f"Menunggu penetapan penilai, {batas}.",
        "ditetapkan": "Berlaku. Isi realisasi dan bukti tiap masa." if hari_ini <= skp.sampai
        else "Masanya sudah berakhir; menunggu penilaian.",
        "dinilai": "Sudah dinilai; baca hasilnya pada lembar Penilaian.",
        "keberatan": "Keberatan sedang diperiksa.",
        "final": "Selesai; predikatnya tercatat pada riwayat kinerja.",
        "batal": f"Dibatalkan. {skp.catatan_akhir}".strip(),
    }  # fmt: skip
    if skp.status == "diajukan" and menilai(hak, skp):
        return f"Menunggu penetapan Anda, {batas}.", "perhatian"
    nada = {"dikembalikan": "gagal", "batal": "gagal"}.get(skp.status, "perhatian" if lewat else "")
    return kata[skp.status], nada


def bagian(skp, isi_skp, dialog_baru):
    """Parts of the SKP as a task list: [{judul, uraian, tanda, jenis, jangkar or url}]."""
    gagal = {s["kode"] for s in isi_skp.syarat if s["hasil"] == "tidak"}
    ada = sum(bool(p.ekspektasi.strip()) for p in isi_skp.perilaku)
    induk = "pohon kinerja" if memakai_pohon(skp) else "rencana atasan"
    n, m = len(isi_skp.utama), len(isi_skp.tambahan)
    lengkap = not gagal & {"SKP-1", "SKP-2", "SKP-3"}
    lampir = sum(len(x) for _, _, x in isi_skp.lampiran)
    return [
        ("hasil-utama", "Hasil kerja utama", f"{n} hasil kerja, tiap-tiapnya menunjuk {induk}" if n else "Belum ada",
         "Lengkap" if lengkap else "Belum lengkap", "terpenuhi" if lengkap else "gagal"),
        ("hasil-tambahan", "Hasil kerja tambahan", f"{m} hasil kerja" if m else "Boleh kosong", "Terisi" if m else "Pilihan",
         "terpenuhi" if m else "netral"),
        ("perilaku", "Perilaku kerja", f"{ada} dari {len(BERAKHLAK)} nilai BerAKHLAK berisi ekspektasi",
         "Belum lengkap" if "SKP-4" in gagal else "Lengkap", "gagal" if "SKP-4" in gagal else "terpenuhi"),
        ("lampiran", "Lampiran", "Dukungan sumber daya, pertanggungjawaban, konsekuensi", "Terisi" if lampir else "Pilihan",
         "terpenuhi" if lampir else "netral"),
        ("dialog", "Dialog dengan penilai", f"{dialog_baru} catatan belum dibaca" if dialog_baru else "Tidak ada catatan baru",
         "Baru" if dialog_baru else "Tidak ada", "perhatian" if dialog_baru else "netral"),
    ]  # fmt: skip
