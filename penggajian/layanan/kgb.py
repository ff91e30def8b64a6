"""Kenaikan gaji berkala (KGB). Dasar: PP 7/1977 Pasal 11-13, PP 5/2024; PPPK: PermenPANRB 7/2023, Perpres 98/2020.

A surat pemberitahuan, not an SK, signed by the office the setting ``kgb_penanda_tangan`` names, issued two
months before the TMT. Rules: ``penggajian/aturan.py``; dates: ``kepegawaian/aturan.py``.

Keys of ``data_naskah`` (read by ``templates/naskah/kgb.html``; the engine adds nomor, tanggal, usulan):

- ``kop`` {instansi, opd, alamat, telepon, email, laman}; ``perihal``, ``sifat``, ``lampiran``, ``tempat``
- the parts the office may reword (``BAGIAN``): ``kepada`` [lines]; ``pembuka``, ``atas_dasar``, ``diberikan``,
  ``penutup`` sentences; ``dasar`` [regulations as cited]; ``tembusan`` [text]
- ``jenis`` PNS or PPPK; ``peraturan`` {name: regulation as cited}, those of that kind only
- ``pegawai`` as in ``layanan.bahan_naskah.identitas``; also ``pangkat``, ``golongan``
- ``lama`` {gaji, mkg, tmt, dekret {pejabat, nomor, tanggal}}; ``baru`` {gaji, mkg, golongan, tmt}; gaji is
  {rupiah, tulis, terbilang}, mkg {tahun, bulan, tulis}, tmt {iso, tulis}
- ``kgb_berikut`` text; ``penetap`` (text), ``penandatangan`` (name), ``tanda_tangan`` {jabatan, nama,
  pangkat, nip, sifat, kantor_luar, atas_nama, baris}
"""

from dataclasses import replace

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, kgb_berikut, kgb_semua, tambah_bulan, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import RiwayatGaji
from kepegawaian.profil import profil_satu
from layanan import akibat, bahan_naskah as bahan, katalog, rute, templat
from layanan.galat import DitolakAlur
from layanan.katalog import (
    BagianNaskah,
    Dasar,
    DokumenSyarat,
    Langkah,
    Layanan,
    Syarat,
    TemplatNaskah,
    daftarkan,
    sebut_peraturan,
)
from layanan.sensus import Skenario
from penggajian import aturan

PP7, PP5 = "PP 7/1977", Dasar("PP 5/2024")
PANRB7, P98, P11 = "PermenPANRB 7/2023", Dasar("Perpres 98/2020"), Dasar("Perpres 11/2024")
MENGINGAT = {"PNS": ("PP 7/1977", "PP 5/2024"), "PPPK": ("Perpres 98/2020", "Perpres 11/2024", "PermenPANRB 7/2023")}
BAGIAN = (
    BagianNaskah(
        "kepada", "Kepada", bentuk="daftar",
        bawaan="Kepala Badan Pengelolaan Keuangan dan Aset Daerah\nKabupaten Lamongan\ndi Lamongan",
    ),
    BagianNaskah(
        "pembuka", "Pembuka",
        "Dengan ini diberitahukan bahwa, berhubung telah dipenuhinya masa kerja dan syarat-syarat lainnya, kepada "
        "pegawai berikut diberikan kenaikan gaji berkala:",
    ),
    BagianNaskah(
        "atas_dasar", "Pengantar keputusan lama",
        "atas dasar keputusan terakhir tentang gaji atau pangkat yang ditetapkan:",
    ),
    BagianNaskah(
        "diberikan", "Pengantar gaji baru", "diberikan kenaikan gaji berkala hingga memperoleh:"
    ),
    BagianNaskah(
        "penutup", "Penutup",
        "Diharapkan agar kepada pegawai tersebut dapat dibayarkan penghasilannya berdasarkan gaji pokok yang baru.",
    ),
    BagianNaskah(
        "dasar", "Dasar", '{% if d.jenis == "PPPK" %}\n' + sebut_peraturan(*MENGINGAT["PPPK"])
        + "\n{% else %}\n" + sebut_peraturan(*MENGINGAT["PNS"]) + "\n{% endif %}",
        "daftar", peraturan=MENGINGAT["PNS"] + MENGINGAT["PPPK"],
        keterangan="Dasar hukum PNS dan PPPK berbeda; yang tercetak mengikuti jenis pegawainya.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_kgb"),
)  # fmt: skip
NAMA = (
    *bahan.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata Muda Tingkat I"), ("pegawai.golongan", "III/b"), ("jenis", "PNS"),
    ("lama.gaji.tulis", "Rp3.153.600"), ("lama.gaji.terbilang", "tiga juta seratus lima puluh tiga ribu enam ratus rupiah"),
    ("lama.mkg.tulis", "8 tahun 0 bulan"), ("lama.tmt.tulis", "1 Januari 2025"),
    ("lama.dekret.pejabat", "Kepala Dinas Kesehatan"), ("lama.dekret.nomor", "822/9/2024"),
    ("lama.dekret.tanggal", "1 November 2024"),
    ("baru.gaji.rupiah", 3252900), ("baru.gaji.tulis", "Rp3.252.900"),
    ("baru.gaji.terbilang", "tiga juta dua ratus lima puluh dua ribu sembilan ratus rupiah"),
    ("baru.mkg.tulis", "10 tahun 0 bulan"), ("baru.golongan", "III/b"), ("baru.tmt.tulis", "1 Januari 2027"),
    ("baru.tmt.iso", "2027-01-01"), ("kgb_berikut", "1 Januari 2029"), ("kop.opd", "DINAS KESEHATAN"),
    ("penetap", "Kepala Dinas Kesehatan"), ("tempat", "Lamongan"),
)  # fmt: skip
BAGI_PNS = ("KGB-01", "KGB-02", "KGB-03", "KGB-04", "KGB-05")
BAGI_PPPK = ("KGB-P01", "KGB-P02", "KGB-P03", "KGB-P04", "KGB-05")
SENDIRI = "Terpasang sendiri bila pindaiannya ada di dosir; unggah hanya bila riwayatnya belum tercatat."


def terpilih(profil, tanggal, acuan):
    """The Kgb to propose on ``tanggal``: the latest already due within the lead time, else the next one; or None."""
    semua = list(kgb_semua(profil, acuan))
    batas = tambah_bulan(tanggal.replace(day=1), acuan.setelan("kgb_terbit_bulan_sebelum", tanggal))
    return next((x for x in reversed(semua) if x.tmt <= batas), semua[0] if semua else None)


class KgbForm(forms.Form):
    """The TMT, prefilled with the date on which MKG reaches the next row."""

    tmt = forms.DateField(label="TMT kenaikan gaji berkala", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Always a first of month, and not years away."""
        tmt = self.cleaned_data["tmt"]
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        if tmt.day != 1:
            raise forms.ValidationError("TMT kenaikan gaji berkala selalu tanggal 1.")
        if not tambah_bulan(kini, -120) <= tmt <= tambah_bulan(kini, 36):
            raise forms.ValidationError("TMT terlalu jauh dari hari ini.")
        return tmt


def _pppk(profil):
    return profil.status in PPPK


def _kgb_pertama(k):
    return k.profil.jenis_gaji not in ("KGB",)


@daftarkan
class KenaikanGajiBerkala(Layanan):
    """KGB for PNS and PPPK; each sees only the conditions of his own law."""

    slug = "kgb"
    nama = "Kenaikan Gaji Berkala"
    aspek = "i"
    uraian = "Kenaikan gaji pokok setiap masa kerja golongan mencapai baris berikutnya pada tabel gaji."
    dampak = "Mulai TMT gaji pokok naik ke baris berikutnya pada tabel gaji, dan masa kerja golongannya tercatat."
    pemilik = "SUB12"
    nominatif = True
    akibat_terlambat = "Surat terbit melewati waktunya, sehingga gaji yang baru terlambat dibayarkan."
    dasar_terlambat = Dasar(PP7, "Pasal 12")
    dapat_diperbaiki = ("tmt", "mkg_tahun", "mkg_bulan", "gaji_pokok")
    dasar = (Dasar(PP7, "Pasal 11-13"), PP5, Dasar(PANRB7), P98, P11)
    bagian = ("pangkat", "jejak_pangkat", "gaji", "unit", "jabatan", "kinerja", "hukuman", "tinggal", "kontrak")
    form = KgbForm
    naskah = TemplatNaskah(
        jenis="surat",
        templat="naskah/kgb.html",
        klasifikasi="822",
        judul="Pemberitahuan Kenaikan Gaji Berkala",
        pola_nomor="{klasifikasi}/{urut}/413.207/{tahun}",
        bagian=BAGIAN,
        nama=NAMA,
    )
    syarat = (
        Syarat(
            "KGB-01", "MKG mencapai baris berikutnya pada kolom gaji", Dasar(PP7, "Pasal 11 huruf a"),
            aturan.k01_mkg_tercapai, dasar_lain=(PP5,),
        ),
        Syarat(
            "KGB-02", "Hasil kinerja terakhir sekurang-kurangnya cukup (Butuh Perbaikan)",
            Dasar(PP7, "Pasal 11 huruf b"), aturan.k02_kinerja_cukup, keyakinan="sebagian",
            dasar_lain=(Dasar("PP 30/2019"),),
        ),
        Syarat(
            "KGB-03", "Tidak ada hukuman disiplin sedang atau berat yang menahan KGB",
            Dasar("PerBKN 6/2022", "Pasal 55 ayat (1)"), aturan.k03_tanpa_hukuman, keyakinan="sebagian",
            dasar_lain=(Dasar("PP 94/2021", "Pasal 42"), Dasar("PerBKN 6/2022", "Pasal 62")), rahasia=True,
        ),
        Syarat(
            "KGB-04", "Tidak CLTN dan tidak diberhentikan sementara", Dasar(PP7), aturan.k04_tidak_lepas_tugas,
            keyakinan="sebagian",
        ),
        Syarat("KGB-05", "Belum di puncak kolom gaji", PP5, aturan.k05_belum_puncak, dasar_lain=(P11,)),
        Syarat(
            "KGB-P01", "Masa perjanjian kerja lebih dari 2 tahun (golongan V pertama kali: 1 tahun)", Dasar(PANRB7),
            aturan.p01_masa_perjanjian,
        ),
        Syarat(
            "KGB-P02", "Predikat sekurang-kurangnya Baik 2 tahun terakhir (golongan V pertama kali: 1 tahun)",
            Dasar(PANRB7), aturan.p02_predikat_baik,
        ),
        Syarat("KGB-P03", "MKG mencapai baris berikutnya pada kolom gaji", P11, aturan.p03_mkg_tercapai),
        Syarat(
            "KGB-P04", "Perjanjian kerja masih berjalan pada TMT", Dasar(PANRB7), aturan.p04_perjanjian_berjalan,
            keyakinan="sebagian",
        ),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat(
            "sk_pangkat", "SK pangkat terakhir", False, "pangkat", lambda k: not _pppk(k.profil), SENDIRI, "bagi PNS"
        ),
        DokumenSyarat(
            "perjanjian", "Perjanjian kerja", False, "kontrak", lambda k: _pppk(k.profil), SENDIRI, "bagi PPPK"
        ),
        DokumenSyarat(
            "surat_kgb",
            "Surat KGB terakhir",
            False,
            "gaji",
            lambda k: not _kgb_pertama(k),
            SENDIRI,
            "bila sudah pernah naik gaji berkala",
        ),
        DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", False, "kinerja", None, SENDIRI),
        DokumenSyarat(
            "sk_cpns",
            "SK CPNS",
            False,
            "status",
            lambda k: _kgb_pertama(k) and not _pppk(k.profil),
            SENDIRI,
            "bagi PNS yang belum pernah naik gaji berkala",
        ),
    )
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi nominatif", katalog.staf("SUB12"), sla_hari_kerja=3),
        Langkah(
            "penetapan", "Persetujuan dan penetapan nomor", katalog.penandatangan("kgb_penanda_tangan"),
            katalog.TETAPKAN, sla_hari_kerja=2, tombol="Setujui dan terbitkan nomor",
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan surat", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN,
            sla_hari_kerja=2,
        ),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The TMT of the KGB that is due, or comes next."""
        kgb = terpilih(profil, tanggal, acuan)
        return {"tmt": kgb.tmt if kgb else None}

    def ringkas(self, profil, isian):
        """``Golongan III/b, TMT 1 Maret 2026``."""
        return f"Golongan {profil.golongan or '–'}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """PNS and PPPK have different laws; PPPK paruh waktu has no KGB at all, which KGB-P01 says."""
        p = konteks.profil
        berlaku = ("KGB-P01",) if p.status == "PPPK_PW" else BAGI_PPPK if _pppk(p) else BAGI_PNS
        hasil = {s.kode: (s, s.periksa) for s in self.syarat if s.berlaku(konteks.tanggal) and s.kode in berlaku}
        # At the top of the column there is no next row to reach: KGB-05 alone says so.
        if "KGB-05" in hasil and aturan.k05_belum_puncak(konteks).jawaban == katalog.TIDAK:
            hasil = {k: v for k, v in hasil.items() if k not in ("KGB-01", "KGB-P03")}
        return [(s, periksa(konteks)) for s, periksa in hasil.values()]

    def bulan_nominatif(self, hari_ini, acuan):
        """Two months ahead (PP 7/1977 Pasal 12)."""
        return aturan.bulan_nominatif(acuan, hari_ini)

    def tenggat_usul(self, tmt, acuan):
        """The letter is issued so many months before the TMT (PP 7/1977 Pasal 12)."""
        return tambah_bulan(tmt, -acuan.setelan("kgb_terbit_bulan_sebelum", tmt))

    def jatuh_tempo(self, profil, acuan, tanggal):
        """TMT of the next KGB on or after ``tanggal``, or None."""
        kgb = kgb_berikut(profil, acuan, sejak=tanggal)
        return kgb.tmt if kgb and aturan.berhak_kgb(profil, kgb.tmt) else None

    def akibat(self, konteks):
        """Gaji pokok, MKG and the KGB after this one."""
        p, acuan, tmt = konteks.profil, konteks.acuan, konteks.tanggal
        mkg, gaji = aturan.efek_kgb(p, acuan, tmt)
        if mkg is None or (p.jenis_gaji == "KGB" and p.tmt_gaji == tmt):
            return []
        return [
            ("Gaji pokok", tulis_rupiah(p.gaji_pokok), tulis_rupiah(gaji.rupiah)),
            ("Masa kerja golongan", tulis_masa(p.mkg_dekret or 0), tulis_masa(mkg)),
            ("KGB berikutnya", tulis_tanggal(tmt), _tulis_berikut(p, acuan, tmt, mkg)),
        ]

    def data_naskah(self, konteks):
        """What the letter prints; keys in the docstring of this file. DitolakAlur when the pay is unknown."""
        p, acuan, tmt = konteks.profil, konteks.acuan, konteks.tanggal
        mkg, gaji = aturan.efek_kgb(p, acuan, tmt)
        if mkg is None:
            raise DitolakAlur("Masa kerja golongan belum tercatat; lengkapi riwayat pangkat atau gaji lebih dulu.")
        if gaji.rupiah is None:
            raise DitolakAlur(gaji.kalimat)
        hari_ini = timezone.localdate()
        alamat = rute.pejabat(katalog.penandatangan("kgb_penanda_tangan"), self, konteks, acuan, hari_ini)
        tanda = bahan.penanda_tangan(alamat, hari_ini, atas_nama=acuan.setelan("kop_bupati", hari_ini))
        jenis = "PPPK" if _pppk(p) else "PNS"
        data = {
            "kop": bahan.kop_kantor(acuan, hari_ini, p.opd),
            "perihal": self.naskah.judul,
            "sifat": "Biasa",
            "lampiran": "-",
            "tempat": acuan.setelan("kop_tempat", hari_ini),
            "jenis": jenis,
            "peraturan": bahan.peraturan(*MENGINGAT[jenis]),
            "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan},
            "lama": _lama(p),
            "baru": {
                "gaji": bahan.uang(gaji.rupiah), "mkg": bahan.masa(mkg), "golongan": p.golongan, "tmt": bahan.hari(tmt)
            },
            "kgb_berikut": _tulis_berikut(p, acuan, tmt, mkg),
            "penetap": tanda["jabatan"],
            "penandatangan": tanda["nama"],
            "tanda_tangan": tanda,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, hari_ini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatGaji dated TMT; the true MKG is recorded, so the cycle stays also after a delay."""
        np, acuan = naskah_pegawai, acuan_kini()
        if akibat.sudah_diterapkan(np, RiwayatGaji):
            return
        profil = profil_satu(np.pegawai_id, per=np.tmt)
        mkg, gaji = aturan.efek_kgb(profil, acuan, np.tmt)
        tercetak = akibat.beku(np, "baru", "mkg") or bahan.masa(mkg)
        akibat.gantikan(RiwayatGaji, np)
        RiwayatGaji.objects.create(
            **akibat.kolom_sk(np),
            jenis="KGB",
            golongan_id=akibat.beku(np, "baru", "golongan") or profil.golongan,
            gaji_pokok=akibat.beku(np, "baru", "gaji", "rupiah") or gaji.rupiah,
            mkg_tahun=tercetak["tahun"],
            mkg_bulan=tercetak["bulan"],
        )

    def skenario_sensus(self, tanggal):
        """This month, and the month of the nominatif."""
        kini = tanggal.replace(day=1)
        return [Skenario("bulan ini", kini), Skenario("bulan nominatif", tambah_bulan(kini, 2))]


def _lama(p):
    """The decree the present pay rests on: the last pay decree, or the rank decree when that is later."""
    if p.tmt_gaji and p.tmt_gaji == p.tmt_dekret:
        dekret = bahan.dekret(p.sk_gaji_pejabat, p.sk_gaji_nomor, p.sk_gaji_tanggal)
    else:
        dekret = bahan.dekret(p.sk_pangkat_pejabat, p.sk_pangkat_nomor, p.sk_pangkat_tanggal)
    return {
        "gaji": bahan.uang(p.gaji_pokok),
        "mkg": bahan.masa(p.mkg_dekret),
        "tmt": bahan.hari(p.tmt_dekret),
        "dekret": dekret,
    }


def _tulis_berikut(p, acuan, tmt, mkg):
    """The KGB after the one of ``tmt``, as text."""
    nanti = replace(p, tmt_gaji=tmt, tmt_dekret=tmt, mkg_dekret=mkg, tmt_mkg_nol=tambah_bulan(tmt, -mkg))
    kgb = kgb_berikut(nanti, acuan)
    return tulis_tanggal(kgb.tmt) if kgb else "tidak ada lagi (puncak kolom gaji)"
