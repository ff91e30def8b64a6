"""Penetapan angka kredit (PAK) dari konversi predikat. Dasar: PermenPANRB 1/2023; PerBKN 3/2023; keputusan-tafsir T-10.

One period of whole months inside one year: percent of the predikat x koefisien of the jenjang x months/12, rounded to
two decimals (``aturan/angka_kredit.py``). Set by the head of the OPD as performance rater (setting
``pak_penanda_tangan``).

Keys of ``data_naskah`` (read by ``templates/naskah/pak.html``; the engine adds nomor, tanggal, usulan):

- ``kop``, ``tempat``, ``penetap``, ``penandatangan``, ``tanda_tangan`` as in ``layanan.bahan_naskah``
- ``pegawai`` as in ``identitas`` with pangkat, golongan, tmt_pangkat, tmt_jabatan; ``jenjang`` text
- ``periode`` {dari, sampai: {iso, tulis}}; ``konversi`` {predikat, persen, koefisien, bulan, rumus, jumlah}
- ``jumlah`` {lama, baru, semua} text; ``kebutuhan`` [{label, isi}]; ``penutup``, ``tembusan`` [text]
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from kepangkatan.aturan import angka_kredit as ak, jenjang
from kepangkatan.forms_jabatan import PakForm
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, tulis_tanggal
from kepegawaian.models import KinerjaPeriodik, RiwayatAngkaKredit
from kepegawaian.profil import profil_satu
from layanan import akibat, bahan_naskah as bahan, katalog, rute, templat
from layanan.galat import DitolakAlur
from layanan.katalog import BagianNaskah, Dasar, DokumenSyarat, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

PBKN3, PANRB1 = Dasar("PerBKN 3/2023"), Dasar("PermenPANRB 1/2023")
SETELAN = "pak_penanda_tangan"
PERIODE = Syarat(
    "KP-J04", "Periode belum dihitung dan predikatnya ditetapkan pejabat penilai kinerja", PBKN3, jenjang.j04_periode
)
BAGIAN = (
    BagianNaskah(
        "penutup", "Penutup", bentuk="daftar",
        bawaan="Ditetapkan menurut {{ d.peraturan.permenpanrb_1_2023 }} dan {{ d.peraturan.perbkn_3_2023 }}.",
        peraturan=("PermenPANRB 1/2023", "PerBKN 3/2023"),
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
)  # fmt: skip
NAMA = (
    *bahan.NAMA_PEGAWAI, ("jenjang", "Ahli Pertama"), ("konversi.predikat", "Baik"), ("konversi.jumlah", "12,5"),
    ("konversi.rumus", "100% x 12,5 = 12,5"), ("periode.dari.tulis", "1 Januari 2025"),
    ("periode.sampai.tulis", "31 Desember 2025"), ("jumlah.semua", "62,5"), ("tempat", "Lamongan"),
)  # fmt: skip


@daftarkan
class PenetapanAngkaKredit(Layanan):
    """PAK of one period of a pejabat fungsional."""

    slug = "pak"
    nama = "Penetapan Angka Kredit"
    aspek = "c"
    uraian = "Konversi predikat kinerja satu periode menjadi angka kredit pejabat fungsional."
    dampak = "Angka kredit periode itu bertambah pada jenjangnya dan dihitung bagi kenaikan pangkat dan jenjang."
    pemilik = "SUB12"
    akibat_terlambat = "Tanpa penetapan, angka kredit periode itu belum dihitung bagi kenaikan pangkat."
    dasar_terlambat = PBKN3
    dasar = (PANRB1, PBKN3)
    bagian = ("pangkat", "gaji", "unit", "jabatan", "kinerja", "angka_kredit", "jejak_jabatan")
    form = PakForm
    naskah = TemplatNaskah(
        jenis="sk", templat="naskah/pak.html", klasifikasi="821.3", judul="Penetapan Angka Kredit",
        pola_nomor="{klasifikasi}/{urut}/413.207/{tahun}", bagian=BAGIAN, nama=NAMA,
    )  # fmt: skip
    syarat = (
        PERIODE,
        Syarat("T-10", "Bulan penuh dalam satu tahun, dibulatkan dua desimal tiap periode", PBKN3, jenjang.t10_hitung),
    )  # fmt: skip
    dokumen = (DokumenSyarat("evaluasi_kinerja", "Dokumen evaluasi kinerja periode itu", dosir="kinerja"),)
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi konversi", katalog.staf("SUB12"), sla_hari_kerja=3),
        Langkah(
            "penetapan", "Penetapan oleh pejabat penilai kinerja", katalog.penandatangan(SETELAN), katalog.TETAPKAN,
            sla_hari_kerja=2, tombol="Setujui dan terbitkan nomor",
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan PAK", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN,
            sla_hari_kerja=2,
        ),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The first period not counted yet: a past year, or the months of this one that are over."""
        if profil.jenis_jabatan != "fungsional":
            return {}
        dari, sampai = periode_berikut(profil, tanggal)
        predikat = next((x.predikat for x in profil.kinerja if x.tahun == dari.year), "Baik")
        for mulai, akhir, milik in sebagian_tahun(profil.pegawai_id, dari.year):
            if mulai <= dari <= akhir and (akhir + timedelta(days=1)).day == 1:  # whole months of one SKP
                return {"dari": dari, "sampai": min(sampai, akhir), "predikat": milik}
        return {"dari": dari, "sampai": sampai, "predikat": predikat}

    def siapkan(self, profil, isian):
        """Predikat of parts of the year, where the pegawai had more than one SKP (KIN-2)."""
        dari = isian.get("dari")
        return {"sebagian": sebagian_tahun(profil.pegawai_id, dari.year)} if dari else {}

    def ringkas(self, profil, isian):
        """``Ahli Pertama, 1 Januari 2025 – 31 Desember 2025, Baik``."""
        dari, sampai = isian.get("dari"), isian.get("sampai")
        return (
            f"{ak.sebut_jenjang(profil.jenjang)}, {tulis_tanggal(dari)} – {tulis_tanggal(sampai)}, "
            f"{isian.get('predikat') or '–'}"
        )

    def akibat(self, konteks):
        """The formula, and the sum of the jenjang before and after."""
        hasil = hitung(konteks)
        if hasil is None:
            return []
        lama = konteks.profil.angka_kredit or Decimal(0)
        return [
            ("Konversi", "–", hasil.rumus),
            (f"Angka kredit {ak.sebut_jenjang(konteks.profil.jenjang)}", ak.tulis_angka(lama),
             ak.tulis_angka(lama + hasil.jumlah)),
        ]  # fmt: skip

    def data_naskah(self, konteks):
        """What the PAK prints; keys in the docstring of this file. DitolakAlur when it cannot be counted."""
        p, acuan, hasil = konteks.profil, konteks.acuan, hitung(konteks)
        if hasil is None:
            raise DitolakAlur("Angka kredit belum dapat dihitung; periksa jenjang, periode, dan predikatnya.")
        hari_ini = timezone.localdate()
        alamat = rute.pejabat(katalog.penandatangan(SETELAN), self, konteks, acuan, hari_ini)
        tanda = bahan.penanda_tangan(alamat, hari_ini)
        lama = p.angka_kredit or Decimal(0)
        data = {
            "kop": bahan.kop_kantor(acuan, hari_ini, p.opd), "tempat": acuan.setelan("kop_tempat", hari_ini),
            "penetap": tanda["jabatan"], "penandatangan": tanda["nama"], "tanda_tangan": tanda,
            "peraturan": bahan.peraturan("PermenPANRB 1/2023", "PerBKN 3/2023"),
            "pegawai": bahan.identitas(p) | {
                "pangkat": p.pangkat or "", "golongan": p.golongan or "", "tmt_pangkat": tulis_tanggal(p.tmt_pangkat),
                "tmt_jabatan": tulis_tanggal(p.tmt_jabatan),
            },
            "jenjang": ak.sebut_jenjang(p.jenjang),
            "periode": {"dari": bahan.hari(konteks.isian["dari"]), "sampai": bahan.hari(konteks.isian["sampai"])},
            "konversi": {
                "predikat": konteks.isian["predikat"], "persen": hasil.persen, "bulan": hasil.bulan,
                "koefisien": ak.tulis_angka(hasil.koefisien), "rumus": hasil.rumus,
                "jumlah": ak.tulis_angka(hasil.jumlah), "nilai": str(hasil.jumlah), "jenjang": p.jenjang,
            },
            "jumlah": {"lama": ak.tulis_angka(lama), "baru": ak.tulis_angka(hasil.jumlah),
                       "semua": ak.tulis_angka(lama + hasil.jumlah)},
            "kebutuhan": kebutuhan(p, acuan, konteks.tanggal, lama + hasil.jumlah),
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, hari_ini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatAngkaKredit (konversi) of the period; its TMT is the first day, ``sampai`` the last."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatAngkaKredit):
            return
        isian = np.data["isian"]
        dari, sampai = (date.fromisoformat(str(isian[x])) for x in ("dari", "sampai"))
        nilai, jenjang_ = akibat.beku(np, "konversi", "nilai"), akibat.beku(np, "konversi", "jenjang")
        if nilai is None:
            p = profil_satu(np.pegawai_id, per=sampai)
            bulan = ak.bulan_periode(dari, sampai)
            nilai = ak.konversi(acuan_kini(), p.jenjang, isian["predikat"], bulan, sampai).jumlah
            jenjang_ = p.jenjang
        RiwayatAngkaKredit.objects.create(
            **akibat.kolom_sk(np) | {"tmt": dari}, jenis="konversi", jenjang=jenjang_, sampai=sampai,
            jumlah=Decimal(str(nilai)),
        )  # fmt: skip

    def periksa(self, konteks):
        """Who holds no JF is told so by one condition."""
        if konteks.profil.jenis_jabatan in ("struktural", "pelaksana") or konteks.profil.status in PPPK:
            return [(PERIODE, PERIODE.periksa(konteks))]
        return super().periksa(konteks)

    def skenario_sensus(self, tanggal):
        """The whole last year, supposed not to be counted yet, and a month and a half of it."""
        tahun = tanggal.year - 1
        penuh = {"dari": date(tahun, 1, 1), "sampai": date(tahun, 12, 31), "predikat": "Baik"}
        separuh = penuh | {"sampai": date(tahun, 2, 14)}
        belum = lambda p: replace(p, angka_kredit_sampai=date(tahun - 1, 12, 31))  # noqa: E731 - named for the line
        return [
            Skenario("belum dihitung", tanggal, isian=lambda p, a: penuh, andai=belum),
            Skenario("bulan tidak penuh", tanggal, isian=lambda p, a: separuh),
        ]


def sebagian_tahun(pegawai_id, tahun):
    """((first, last day, predikat), …) the pejabat penilai set for parts of a year; () for an SKP of the whole year."""
    baris = KinerjaPeriodik.objects.filter(pegawai=pegawai_id, tahun=tahun, periodik="0", dibatalkan_pada=None)
    return tuple(baris.order_by("mulai").values_list("mulai", "sampai", "predikat"))


def hitung(konteks):
    """The Konversi of the answers, or None when something is missing."""
    dari, sampai, predikat = (konteks.isian.get(x) for x in ("dari", "sampai", "predikat"))
    if not (dari and sampai and predikat and konteks.profil.jenjang):
        return None
    return ak.konversi(konteks.acuan, konteks.profil.jenjang, predikat, ak.bulan_periode(dari, sampai), sampai)


def periode_berikut(profil, tanggal):
    """(first, last day) of the next period to count on ``tanggal``: to the end of a past year, else of the last month."""
    akhir = profil.angka_kredit_sampai
    dari = akhir + timedelta(days=1) if akhir else date(tanggal.year - 1, 1, 1)
    if akhir and dari.day != 1:
        dari = akhir.replace(day=1)
    if dari.year < tanggal.year:
        return dari, date(dari.year, 12, 31)
    return dari, max(tanggal.replace(day=1) - timedelta(days=1), dari)


def kebutuhan(profil, acuan, tanggal, jumlah):
    """Rows for the PAK: what the next rank and the next jenjang need, and how much is over or short."""
    perlu = {
        "kenaikan pangkat": ak.kebutuhan_pangkat(acuan, profil.jenjang, profil.golongan, tanggal),
        "kenaikan jenjang": ak.kebutuhan_jenjang(acuan, profil.jenjang, tanggal),
    }
    hasil = []
    for apa, angka in perlu.items():
        if angka is not None:
            kata = "lebih" if jumlah >= angka else "kurang"
            isi = f"{ak.tulis_angka(angka)} ({kata} {ak.tulis_angka(abs(jumlah - angka))})"
            hasil.append({"label": f"Kebutuhan {apa}", "isi": isi})
    return hasil
