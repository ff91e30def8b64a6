"""Bahan naskah pemberhentian: SK, DPCP, surat penundaan, keputusan MPP dan pemberhentian sementara.

Keys of the decree (``templates/naskah/pemberhentian.html``): those of ``layanan/bahan_keputusan.py``, and ``henti`` {kode,
nama, berhak, mkp, kedudukan, jenis_pensiun, pokok, sebagai, sebutan, karena, hak}, ``pengabdian`` {tmt, golongan, pangkat,
mkg, gaji, tmt_tulis, masa_tulis, gaji_tulis}, empty texts without one, ``manfaat`` {baris [{uraian, rumus, angka, dasar}],
catatan}, ``pertek`` {nomor, tanggal}, ``bukti`` {nomor, tanggal}. The DPCP: ``data_dpcp``.
"""

from datetime import date
from types import SimpleNamespace

from django.utils import timezone

from kepegawaian.aturan import awal_bulan_berikut, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.templatetags.portal import nip
from layanan import bahan_keputusan, bahan_naskah as bahan, katalog, rute
from layanan.galat import DitolakAlur
from layanan.katalog import BagianNaskah, TemplatNaskah, sebut_peraturan
from pensiun import akibat, rencana
from pensiun.aturan.umum import AHLI_WARIS as AHLI_WARIS_SAJA, ahli_waris
from pensiun.manfaat import manfaat

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
MENGINGAT = ("UU 11/1969", "UU 20/2023", "PP 11/2017", "PP 17/2020", "PerBKN 3/2020")
MENGINGAT_PPPK = ("UU 20/2023", "PP 49/2018")
PENGABDIAN = (
    "{% if d.pengabdian.golongan %}\nTerhitung mulai tanggal {{ d.pengabdian.tmt_tulis }} kepadanya diberikan kenaikan pangkat "
    "pengabdian menjadi {{ d.pengabdian.pangkat }} golongan ruang {{ d.pengabdian.golongan }}, dengan masa kerja golongan "
    "{{ d.pengabdian.masa_tulis }} dan gaji pokok {{ d.pengabdian.gaji_tulis }}.\n{% endif %}\n"
)
PENSIUN = (
    "{% if d.henti.berhak %}\nKepadanya diberikan pensiun dengan masa kerja pensiun {{ d.henti.mkp_tulis }}, yang besarnya "
    "sebagaimana tersebut dalam keputusan ini, terhitung mulai tanggal {{ d.bayar }}.\n{% endif %}\n"
)
AHLI_WARIS = (
    "{% if d.henti.berhak %}\nKepada janda, duda, atau anaknya diberikan pensiun yang besarnya sebagaimana tersebut dalam "
    "keputusan ini, terhitung mulai tanggal {{ d.bayar }}.\n{% endif %}\n"
)
KELIRU = "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya."
BERHENTI = (
    "Terhitung mulai tanggal {{ d.tmt.tulis }} {{ d.henti.sebutan }} sebagai {{ d.henti.sebagai }} karena {{ d.henti.karena }}"
    "{{ d.henti.hak }}.\n"
)
NAMA = (
    *bahan_keputusan.NAMA,
    ("henti.sebutan", "diberhentikan dengan hormat"), ("henti.sebagai", "Pegawai Negeri Sipil"),
    ("henti.karena", "mencapai batas usia pensiun"), ("henti.hak", ", dengan hak pensiun"), ("henti.berhak", True),
    ("henti.mkp_tulis", "30 tahun 2 bulan"), ("bayar", "1 Desember 2026"), ("bukti.nomor", "474.3/12/2026"),
    ("bukti.tanggal", "3 November 2026"), ("pengabdian.golongan", "III/d"), ("pengabdian.pangkat", "Penata Tingkat I"),
    ("pengabdian.tmt_tulis", "1 November 2026"), ("pengabdian.masa_tulis", "25 tahun 0 bulan"),
    ("pengabdian.gaji_tulis", "Rp4.500.000"), ("pertek.nomor", "PT-352400001"), ("pertek.tanggal", "20 Oktober 2026"),
)  # fmt: skip


def templat_sk(
    judul, menimbang, *, mengingat=MENGINGAT, diktum=BERHENTI + PENGABDIAN + PENSIUN + KELIRU, klasifikasi="882"
):
    """The decree of one kind: its title, its reason, and its decisions."""
    return TemplatNaskah(
        "sk", "naskah/pemberhentian.html", klasifikasi, judul, POLA, nama=NAMA,
        bagian=(
            BagianNaskah("menimbang", "Menimbang", menimbang, "daftar"),
            BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*mengingat), "daftar", peraturan=mengingat,
                         keterangan="Titik koma di akhir tiap butir dicetak sendiri."),
            BagianNaskah("memperhatikan", "Memperhatikan", bentuk="daftar", boleh_kosong=True,
                         bawaan="{% if d.pertek.nomor %}Pertimbangan teknis Badan Kepegawaian Negara Nomor {{ d.pertek.nomor }} "
                         "tanggal {{ d.pertek.tanggal }}.{% endif %}",
                         keterangan="Hanya tercetak bila ada pertimbangan teknisnya."),
            BagianNaskah("diktum", "Diktum", diktum, "diktum"),
            BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_pensiun"),
        ),
    )  # fmt: skip


HAK_BELUM = "Hak pensiunnya belum dapat ditentukan: lengkapi dahulu TMT CPNS, tanggal lahir, atau data keluarga pada riwayatnya."
DPCP = TemplatNaskah("surat", "naskah/dpcp.html", "882", "Data Perorangan Calon Penerima Pensiun", POLA)
PENUNDAAN = TemplatNaskah("surat", "naskah/surat.html", "882", "Penundaan Pemberhentian atas Permintaan Sendiri", POLA)


def pertek(konteks, *, konsep=False, wajib=True):
    """Number and date of BKN's answer; DitolakAlur when a decree wants one and it is not there."""
    jawab = konteks.langkah.get("pertek") or {}
    if jawab.get("nomor_pertek") and jawab.get("tanggal_pertek"):
        return {"nomor": jawab["nomor_pertek"], "tanggal": tulis_tanggal(date.fromisoformat(jawab["tanggal_pertek"]))}
    if wajib and not konsep:
        raise DitolakAlur("Nomor pertek BKN belum diisi.")
    return {"nomor": bahan.BELUM, "tanggal": bahan.BELUM} if wajib else {"nomor": "", "tanggal": ""}


def hasil_manfaat(k, r):
    """(pension per month or None, frozen ``manfaat`` of the decree); nothing is promised without a right."""
    if not r.berhak:
        return None, {"baris": [], "catatan": ""}
    hasil = manfaat(rencana.profil_akhir(k, r), r.jenis.kode, k.tanggal, k.acuan)
    baris = [
        {"uraian": b.uraian, "rumus": b.rumus, "angka": tulis_rupiah(b.angka) if isinstance(b.angka, int) else str(b.angka),
         "dasar": b.dasar}
        for b in hasil.baris
    ]  # fmt: skip
    return getattr(hasil, "pensiun_pokok", None), {"baris": baris, "catatan": getattr(hasil, "catatan", "")}


def _pengabdian(kp):
    """Frozen values of the KP in the same SK; empty texts without one."""
    kosong = dict.fromkeys(("tmt", "golongan", "pangkat", "tmt_tulis", "masa_tulis", "gaji_tulis"), "")
    if kp is None:
        return kosong | {"mkg": None, "gaji": None}
    if kp.mkg is None or kp.gaji is None:
        raise DitolakAlur("Masa kerja golongan atau gaji pokok untuk pangkat pengabdiannya belum dapat dihitung.")
    return akibat.ringkas_kp(kp) | {
        "tmt_tulis": tulis_tanggal(kp.tmt), "masa_tulis": tulis_masa(kp.mkg), "gaji_tulis": tulis_rupiah(kp.gaji),
    }  # fmt: skip


def data_sk(layanan, konteks, *, konsep=False):
    """Every value of the decree of one pemberhentian, JSON-able."""
    k, p = konteks, konteks.profil
    r = rencana.susun(k, layanan.kode(k.isian))
    if r is None:
        raise DitolakAlur("Jenis pemberhentiannya belum dipilih.")
    if r.berhak is None and not konsep:
        raise DitolakAlur(HAK_BELUM)
    pokok, rinci = hasil_manfaat(k, r)
    kp = _pengabdian(r.pengabdian)
    henti = akibat.ringkas(r, pokok) | {
        "sebutan": _sebutan(r.jenis), "sebagai": SEBAGAI[r.jenis.status], "karena": layanan.karena(k, r),
        "hak": _hak(r), "mkp_tulis": tulis_masa(r.mkp) if r.mkp is not None else bahan.BELUM,
    }  # fmt: skip
    kejadian = k.isian.get("tanggal_kejadian")
    tentang = f"{_judul(r.jenis)} {SEBAGAI[r.jenis.status].upper()}" + _judul_hak(r)
    gaji = kp["gaji"] or p.gaji_pokok
    rincian = [("Masa kerja pensiun", tulis_masa(r.mkp))] if r.berhak and r.mkp is not None else []
    rincian += [("Gaji pokok terakhir", tulis_rupiah(gaji))] if r.berhak and gaji else []
    rincian += _penerima(k, r)
    return bahan_keputusan.data(
        layanan, k, tentang=tentang, rincian=rincian,
        lain={
            "henti": henti, "pengabdian": kp, "manfaat": rinci, "bayar": tulis_tanggal(mulai_bayar(k.tanggal)),
            "pertek": pertek(k, konsep=konsep, wajib=layanan.berpertek),
            "bukti": {"nomor": k.isian.get("nomor_bukti") or "", "tanggal": tulis_tanggal(kejadian) if kejadian else ""},
        },
    )  # fmt: skip


SEBAGAI = {
    "PNS": "Pegawai Negeri Sipil", "CPNS": "calon Pegawai Negeri Sipil",
    "PPPK": "Pegawai Pemerintah dengan Perjanjian Kerja",
}  # fmt: skip


def mulai_bayar(tmt):
    """T-13: the pension is paid from the first of the month; of a TMT at the end of a month from the next."""
    return tmt if tmt.day == 1 else awal_bulan_berikut(tmt)


def _sebutan(jenis):
    if jenis.sifat.startswith("diberhentikan"):
        return "diberhentikan"
    return f"diberhentikan {jenis.sifat}"


def _judul(jenis):
    return (
        "PEMBERHENTIAN SEMENTARA"
        if jenis.sifat == "sementara"
        else f"PEMBERHENTIAN {_sebutan(jenis)[14:].upper()}".strip()
    )


def _penerima(k, r):
    """Who receives the pension of one who died: the spouses, else the children, else the parents (of one tewas)."""
    if not (r.berhak and r.jenis.hak == AHLI_WARIS_SAJA):
        return []
    orang = next(filter(None, ahli_waris(k)), ())
    return [("Penerima pensiun", ", ".join(t.nama for t in orang))]


def _judul_hak(r):
    if not r.berhak:
        return ""
    return " DAN PEMBERIAN PENSIUN JANDA/DUDA" if r.jenis.hak == AHLI_WARIS_SAJA else " DENGAN HAK PENSIUN"


def _hak(r):
    if r.jenis.kode in akibat.BELUM_BERHENTI or r.jenis.status != "PNS":
        return ""
    if r.jenis.hak == AHLI_WARIS_SAJA:
        return "" if r.berhak else ", tanpa ahli waris yang berhak atas pensiun"
    return ", dengan hak pensiun" if r.berhak else ", tanpa hak pensiun"


def _rincian(p):
    return [("Nama", p.nama_lengkap), ("NIP", nip(p.nip) if p.nip else "-"),
            ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"), ("Jabatan", bahan.jabatan_unit(p.jabatan, p.unit))]  # fmt: skip


def _tanda(layanan, konteks, kepada):
    kini = timezone.localdate()
    return bahan.penanda_tangan(rute.pejabat(kepada, layanan, konteks, konteks.acuan, kini), kini)


def surat_penundaan(layanan, konteks):
    """The postponement of a wish to leave: its limit stands in it (PerBKN 3/2020 Ps. 5)."""
    kini, jawab = timezone.localdate(), konteks.langkah.get("keputusan") or {}
    sampai = date.fromisoformat(jawab["tunda_sampai"])
    isi = [
        (
            "Berdasarkan Pasal 5 Peraturan Badan Kepegawaian Negara Nomor 3 Tahun 2020, pemberhentian atas permintaan sendiri "
            f"pegawai berikut ditunda karena kepentingan dinas: {jawab.get('alasan_tunda', '').rstrip('.')}."
        ),
    ]
    akhir = [
        ("Ditunda sampai dengan", tulis_tanggal(sampai)),
        ("Berhenti terhitung mulai", tulis_tanggal(layanan.tmt_tunda(konteks))),
    ]
    return bahan.surat(
        PENUNDAAN.judul, kop=bahan.kop_bupati(konteks.acuan, kini), tempat=konteks.acuan.setelan("kop_tempat", kini),
        tanda_tangan=_tanda(layanan, konteks, katalog.penandatangan("")),
        kepada=[konteks.profil.nama_lengkap, "di tempat"], isi=isi, rincian=_rincian(konteks.profil) + akhir,
        penutup="Sesudah batas itu permintaannya diproses tanpa diajukan kembali.",
    )  # fmt: skip


def data_dpcp(layanan, konteks):
    """Data Perorangan Calon Penerima Pensiun: keys of ``bahan_naskah.surat`` with ``pegawai``, ``pribadi``, ``pasangan``, ``anak``."""
    p, acuan, kini = konteks.profil, konteks.acuan, timezone.localdate()
    r = rencana.susun(konteks, layanan.kode(konteks.isian)) or SimpleNamespace(mkp=None, pengabdian=None)
    orang = bahan.identitas(p)
    kp = r.pengabdian
    pangkat = f"{p.pangkat or '-'}, {p.golongan or '-'}, TMT {tulis_tanggal(p.tmt_pangkat)}"
    pribadi = [
        ("Nama", orang["nama"]), ("NIP", nip(orang["nip"])), ("Tempat, tanggal lahir", orang["tempat_tanggal_lahir"]),
        ("Jabatan", bahan.jabatan_unit(p.jabatan, p.unit)), ("Perangkat daerah", orang["opd"]), ("Pangkat, golongan ruang", pangkat),
        *([("Pangkat pengabdian", f"{kp.pangkat}, {kp.golongan}, TMT {tulis_tanggal(kp.tmt)}")] if kp else []),
        ("Gaji pokok terakhir", tulis_rupiah(p.gaji_pokok) if p.gaji_pokok else "-"),
        ("Mulai masuk", tulis_tanggal(p.tmt_cpns)), ("Peninjauan masa kerja", tulis_masa(p.pmk_bulan)),
        ("Cuti di luar tanggungan negara", tulis_masa(p.cltn_bulan)),
        ("Masa kerja pensiun", tulis_masa(r.mkp) if r.mkp is not None else "-"),
        ("Berhenti terhitung mulai", tulis_tanggal(konteks.tanggal)), ("Alamat", konteks.isian.get("alamat") or "-"),
    ]  # fmt: skip
    isi = bahan.surat(
        DPCP.judul, kop=bahan.kop_kantor(acuan, kini, None), tempat=acuan.setelan("kop_tempat", kini),
        tanda_tangan=_tanda(layanan, konteks, katalog.jabatan("KEPALA-BKPSDM")), rincian=pribadi,
    )  # fmt: skip
    return isi | {
        "pegawai": orang,
        "pasangan": [_anggota(t) for t in p.tanggungan if t.hubungan == "pasangan"],
        "anak": [_anggota(t) for t in p.tanggungan if t.hubungan == "anak"],
    }


def _anggota(t):
    return {"nama": t.nama, "lahir": tulis_tanggal(t.tanggal_lahir) if t.tanggal_lahir else "-",
            "tertanggung": "ya" if t.tertanggung else "tidak"}  # fmt: skip
