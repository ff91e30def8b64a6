"""Hasil uji kompetensi. Dasar: PermenPANRB 3/2020; PermenPANRB 38/2017; PP 11/2017 Pasal 54.

A kegiatan (``karier.uji``) sends one usulan for each peserta; at ``penetapan`` they get one berita acara with a lampiran,
and each his own petikan. Signing it writes one RiwayatUjiKompetensi a person, valid ``uji_kompetensi_berlaku_bulan``.

Frozen data of a person: ``kegiatan`` {nama, tujuan, metode, masa, tempat}, ``asesor`` [text], ``pegawai`` (identitas),
``sasaran``, ``nilai`` [{kode, kompetensi, butuh, ada, celah}], ``kesesuaian``, ``potensi``, ``hasil`` {kode, tulis},
``sampai`` {iso, tulis}.
"""

from datetime import date, timedelta
from decimal import Decimal

from django import forms
from django.utils import timezone

from karier import uji
from karier.models import PesertaUji
from karier.syarat import SEMUA
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.aturan_kompetensi import celah, hasil_sah
from kepegawaian.models import Kompetensi, RiwayatUjiKompetensi
from kepegawaian.templatetags.portal import nip
from layanan import akibat, bahan_naskah as bahan, katalog, rute, templat
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, Langkah, Layanan, SkKolektif, TemplatNaskah, daftarkan

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
TUJUAN = dict(RiwayatUjiKompetensi.TUJUAN)
HASIL = dict(RiwayatUjiKompetensi.HASIL)


class HasilUjiForm(forms.Form):
    """Whose scores: the peserta row of this pegawai, chosen by the kegiatan itself."""

    peserta = forms.ChoiceField(label="Kegiatan uji kompetensi")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        if konteks is not None:
            baris = PesertaUji.objects.filter(pegawai_id=konteks.profil.pegawai_id).exclude(hasil="")
            self.fields["peserta"].choices = [
                (str(p.pk), p.kegiatan.nama) for p in baris.select_related("kegiatan").order_by("-pk")
            ]


def _umum(data):
    """What the berita acara of all shares."""
    bersama = ("kop", "perihal", "tempat", "kegiatan", "asesor", "tanda_tangan", "penetap", "penandatangan")
    return {k: data[k] for k in bersama}


KOLOM = (
    ("Nama, NIP, jabatan", lambda d: [d["pegawai"]["nama"], nip(d["pegawai"]["nip"]), d["pegawai"]["jabatan"]]),
    ("Diuji untuk", lambda d: [d["sasaran"]]),
    (
        "Level yang dicapai (standar)",
        lambda d: ["; ".join(f"{n['kompetensi']} {n['ada']} ({n['butuh']})" for n in d["nilai"])],
    ),
    ("Kesesuaian, potensi", lambda d: [f"{d['kesesuaian']}%", f"potensi {d['potensi']}%"]),
    ("Hasil", lambda d: [d["hasil"]["tulis"]]),
)


@daftarkan
class HasilUjiKompetensi(Layanan):
    """The berita acara of an uji kompetensi and what it writes."""

    slug = uji.SLUG
    nama = "Hasil Uji Kompetensi"
    aspek = "e"
    uraian = "Berita acara hasil uji kompetensi ditetapkan dan dicatat pada riwayat peserta."
    dampak = "Hasil uji kompetensi tercatat pada riwayat dan dipakai selama masa berlakunya."
    dasar = (Dasar("PermenPANRB 3/2020"), Dasar("PermenPANRB 38/2017"), Dasar("PP 11/2017", "Pasal 54"))
    pengusul = ("staf_bkd",)
    pemilik = "SUB22"
    form = HasilUjiForm
    naskah = TemplatNaskah(
        "berita_acara", "naskah/hasil_uji.html", "800.1.4", "Petikan Berita Acara Uji Kompetensi", POLA
    )
    kolektif = SkKolektif(
        naskah=TemplatNaskah(
            "berita_acara", "naskah/berita_acara_uji.html", "800.1.4", "Berita Acara Uji Kompetensi", POLA
        ),
        umum=_umum, kolom=KOLOM,
    )  # fmt: skip
    alur = (
        Langkah(
            "periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB22"), sla_hari_kerja=2
        ),
        Langkah(
            "penetapan", "Penetapan nomor dan pencetakan berita acara", katalog.staf("SUB22"), katalog.TETAPKAN,
            sla_hari_kerja=2,
        ),
        Langkah(
            "tanda_tangan", "Penandatanganan berita acara", katalog.penandatangan(""), katalog.TANDA_TANGAN,
            sla_hari_kerja=2,
        ),
    )  # fmt: skip

    @property
    def semua_syarat(self):
        """Conditions of posts and of talent: shown to candidates and planners, no bar to recording a result."""
        return tuple(SEMUA.values())

    def kantor_penandatangan(self, konteks):
        """Kepala BKD, on whose order the uji was held."""
        return "KABAN"

    def siapkan(self, profil, isian):
        """The peserta row the answers name."""
        return {"peserta": _peserta(isian.get("peserta"), profil.pegawai_id)}

    def tmt(self, isian, tanggal):
        """The last day of the kegiatan; the day itself before one is chosen."""
        p = _peserta(isian.get("peserta"), None)
        return p.kegiatan.tanggal_selesai if p else tanggal

    def ringkas(self, profil, isian):
        """``Pemetaan talenta: Memenuhi syarat, kesesuaian 92,50%``."""
        p = _peserta(isian.get("peserta"), profil.pegawai_id)
        return (
            f"{TUJUAN[p.kegiatan.tujuan]}: {HASIL.get(p.hasil, 'belum dinilai')}, kesesuaian {_tulis(p.kesesuaian)}%"
            if p
            else self.nama
        )

    def akibat(self, konteks):
        """The result that stands now, and the new one."""
        p = konteks.lain.get("peserta")
        if p is None or not p.lengkap:
            return []
        lama = hasil_sah(konteks.profil.uji_kompetensi, konteks.tanggal)
        dulu = f"{HASIL[lama.hasil]} ({tulis_tanggal(lama.tmt)})" if lama else "belum ada"
        return [
            ("Hasil uji kompetensi", dulu, HASIL[p.hasil]),
            ("Kesesuaian jabatan", f"{_tulis(lama.kesesuaian)}%" if lama else "belum ada", f"{_tulis(p.kesesuaian)}%"),
            ("Berlaku sampai", tulis_tanggal(lama.sampai) if lama else "–", tulis_tanggal(berlaku_sampai(konteks))),
        ]

    def data_naskah(self, konteks):
        """What the berita acara prints of one person; DitolakAlur while his scores are not complete."""
        p, acuan, hari_ini = konteks.lain.get("peserta"), konteks.acuan, timezone.localdate()
        if p is None or not p.lengkap:
            raise DitolakAlur("Nilai peserta ini belum lengkap.")
        alamat = rute.pejabat(katalog.penandatangan(""), self, konteks, acuan, hari_ini)
        tanda = bahan.penanda_tangan(alamat, hari_ini)
        k = p.kegiatan
        data = {
            "kop": bahan.kop_kantor(acuan, hari_ini, None),
            "perihal": "Berita Acara Uji Kompetensi",
            "tempat": acuan.setelan("kop_tempat", hari_ini),
            "kegiatan": {
                "nama": k.nama, "tujuan": TUJUAN[k.tujuan], "metode": k.sebutan_metode, "tempat": k.tempat,
                "masa": _masa(k),
            },
            "asesor": [str(a) for a in k.asesor.all()],
            "pegawai": bahan.identitas(konteks.profil),
            "sasaran": p.sasaran.nama if p.sasaran else "",
            "nilai": _nilai(p),
            "kesesuaian": _tulis(p.kesesuaian),
            "potensi": _tulis(p.potensi),
            "hasil": {"kode": p.hasil, "tulis": HASIL[p.hasil]},
            "sampai": bahan.hari(berlaku_sampai(konteks)),
            "penetap": tanda["jabatan"],
            "penandatangan": tanda["nama"],
            "tanda_tangan": tanda,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, hari_ini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatUjiKompetensi dated the last day of the kegiatan, from the frozen values."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatUjiKompetensi):
            return
        p = _peserta(np.data["isian"].get("peserta"), np.pegawai_id)
        lama = RiwayatUjiKompetensi.objects.filter(
            pegawai_id=np.pegawai_id, tmt=np.tmt, tujuan=p.kegiatan.tujuan, dibatalkan_pada__isnull=True
        )
        if lama.exists():
            raise DitolakAlur("Hasil uji kompetensi dengan tanggal dan tujuan yang sama sudah tercatat.")
        RiwayatUjiKompetensi.objects.create(
            **akibat.kolom_sk(np),
            sampai=date.fromisoformat(akibat.beku(np, "sampai", "iso")),
            tujuan=p.kegiatan.tujuan,
            metode=p.kegiatan.sebutan_metode[:120],
            nilai={n["kode"]: n["ada"] for n in akibat.beku(np, "nilai")},
            kesesuaian=_baca(akibat.beku(np, "kesesuaian")),
            potensi=_baca(akibat.beku(np, "potensi")),
            hasil=akibat.beku(np, "hasil", "kode"),
        )
        uji.selesaikan_bila_habis(p.kegiatan)

    def skenario_sensus(self, tanggal):
        """It has no condition of its own: those of the target post are shown at registration."""
        return []


def _peserta(kunci, pegawai_id):
    """The PesertaUji ``kunci`` (of ``pegawai_id``, when given) with its kegiatan, or None."""
    if not str(kunci or "").isdigit():
        return None
    daftar = PesertaUji.objects.select_related("kegiatan", "sasaran").filter(pk=kunci)
    return (daftar.filter(pegawai_id=pegawai_id) if pegawai_id else daftar).first()


def berlaku_sampai(konteks):
    """Last day on which the result may be used (setting ``uji_kompetensi_berlaku_bulan``)."""
    bulan = (konteks.acuan or acuan_kini()).setelan("uji_kompetensi_berlaku_bulan", konteks.tanggal)
    return tambah_bulan(konteks.tanggal, bulan) - timedelta(days=1)


def _nilai(peserta):
    nama = dict(Kompetensi.objects.values_list("kode", "nama"))
    return [
        {"kode": c.kode, "kompetensi": nama.get(c.kode, c.kode), "butuh": c.butuh, "ada": c.ada, "celah": c.selisih}
        for c in celah(peserta.standar, peserta.nilai)
    ]


def _masa(kegiatan):
    mulai, selesai = kegiatan.tanggal_mulai, kegiatan.tanggal_selesai
    return tulis_tanggal(mulai) + (f" sampai {tulis_tanggal(selesai)}" if selesai != mulai else "")


def _tulis(nilai):
    """A percentage as printed: ``92,50``; a dash when unknown."""
    return "–" if nilai is None else f"{Decimal(nilai):.2f}".replace(".", ",")


def _baca(teks):
    return None if not teks or teks == "–" else Decimal(teks.replace(",", "."))
