"""Bahan naskah: potongan data beku yang dipakai semua naskah. Every value is JSON-able and ready to print.

Law: tata naskah dinas (kop, mengingat with the full title of each regulation, terbilang). A layanan's
``data_naskah`` puts these pieces together; templates in ``templates/naskah/`` only print them.
"""

import re

from kepegawaian.aturan import tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import Pegawai, PejabatLuar, ProfilKini, Regulasi
from layanan import pengalihan
from layanan.katalog import kunci_peraturan
from layanan.pelimpahan import baris_tanda_tangan

BELUM = "……"  # what stands for a number or date that is not there yet
BENTUK = (
    ("UU", "Undang-Undang"),
    ("PP", "Peraturan Pemerintah"),
    ("Perpres", "Peraturan Presiden"),
    ("PermenPANRB", "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    ("PerBKN", "Peraturan Badan Kepegawaian Negara"),
    ("Perka BKN", "Peraturan Kepala Badan Kepegawaian Negara"),
    ("Kepka BKN", "Keputusan Kepala Badan Kepegawaian Negara"),
    ("Perbup Lamongan", "Peraturan Bupati Lamongan"),
)

MENYEBUT_TINGKAT = re.compile(r"[SD][- ]?(IV|I{1,3}|[1-4])\b|S(D|LTP|LTA|MP|MA|MK)\b", re.IGNORECASE)


# Names every naskah about one person offers to the wording, with an example (``identitas``).
NAMA_PEGAWAI = (
    ("pegawai.nama", "Siti Aminah, S.Pd."), ("pegawai.nip", "198605172010012001"),
    ("pegawai.tempat_tanggal_lahir", "Lamongan, 17 Mei 1986"), ("pegawai.jenis_kelamin", "Perempuan"),
    ("pegawai.pendidikan", "S-1 Pendidikan"), ("pegawai.jabatan", "Pengadministrasi Perkantoran"),
    ("pegawai.unit", "Sekretariat Dinas Pendidikan"), ("pegawai.opd", "Dinas Pendidikan"),
    ("pegawai.status", "PNS"),
)  # fmt: skip


def sebutan_regulasi(kode):
    """``PP 99/2000`` without its title: "Peraturan Pemerintah Nomor 99 Tahun 2000"."""
    cocok = re.fullmatch(r"(.+) (\d+)/(\d{4})", kode)
    bentuk = dict(BENTUK).get(cocok[1]) if cocok else None
    return f"{bentuk} Nomor {cocok[2]} Tahun {cocok[3]}" if bentuk else kode


def judul_regulasi(kode, judul):
    """``PP 99/2000`` and its title as cited: "Peraturan Pemerintah Nomor 99 Tahun 2000 tentang …"."""
    return f"{sebutan_regulasi(kode)} tentang {judul}"


def peraturan(*kode):
    """The regulations of ``kode`` as cited, by their name in the template language; for ``d.peraturan``."""
    judul = dict(Regulasi.objects.filter(kode__in=kode).values_list("kode", "judul"))
    return {kunci_peraturan(k): judul_regulasi(k, judul[k]) if k in judul else sebutan_regulasi(k) for k in kode}


def mengingat(*kode):
    """The regulations of ``kode`` in that order, each as one sentence for "Mengingat"."""
    return list(peraturan(*kode).values())


def identitas(profil):
    """Who the naskah is about: name, NIP, birth, education, rank, post and unit on the date of the profile."""
    lahir = Pegawai.objects.filter(pk=profil.pegawai_id).values_list("tempat_lahir", flat=True).first() or ""
    return {
        "nama": profil.nama_lengkap,
        "nip": profil.nip or "",
        "tempat_lahir": lahir,
        "tanggal_lahir": profil.tanggal_lahir.isoformat() if profil.tanggal_lahir else "",
        "tempat_tanggal_lahir": ", ".join(filter(None, [lahir, tulis_tanggal(profil.tanggal_lahir)])),
        "jenis_kelamin": {"L": "Laki-laki", "P": "Perempuan"}.get(profil.jenis_kelamin, ""),
        "status": profil.status or "",
        "pendidikan": sebut_pendidikan(profil.pendidikan, profil.pendidikan_nama),
        "jabatan": profil.jabatan or "",
        "unit": profil.unit or "",
        "opd": profil.opd or profil.unit or "",
    }


def sebut_pendidikan(tingkat, nama):
    """``S-1 Sosiologi`` names its level by itself; ``Sosiologi`` does not."""
    if nama and MENYEBUT_TINGKAT.match(nama):
        return nama
    return " ".join(filter(None, [tingkat, nama]))


def jabatan_unit(jabatan, unit):
    """``Bendahara, Bidang X``; of a post that names its unit itself (Kepala Bidang X) the post alone; "-" of nothing."""
    if not jabatan or not unit or unit.lower() in jabatan.lower():
        return jabatan or unit or "-"
    return f"{jabatan}, {unit}"


def uang(rupiah):
    """An amount with its words, or None."""
    if rupiah is None:
        return None
    from num2words import num2words  # noqa: PLC0415 - it loads every language it knows

    return {"rupiah": rupiah, "tulis": tulis_rupiah(rupiah), "terbilang": f"{num2words(rupiah, lang='id')} rupiah"}


def masa(bulan):
    """Months as years and months, with the text, or None."""
    return None if bulan is None else {"tahun": bulan // 12, "bulan": bulan % 12, "tulis": tulis_masa(bulan)}


def hari(tanggal):
    """A date as ISO and as text, or None."""
    return None if tanggal is None else {"iso": tanggal.isoformat(), "tulis": tulis_tanggal(tanggal)}


def dekret(pejabat, nomor, tanggal):
    """A decree that is referred to: pejabat, nomor, tanggal."""
    return {"pejabat": pejabat or "", "nomor": nomor or "", "tanggal": tulis_tanggal(tanggal) if tanggal else ""}


def kop_kantor(acuan, tanggal, opd):
    """Letterhead of an office: the regency, the OPD, and for the BKD its address."""
    nama = acuan.setelan("kop_opd", tanggal)
    kop = {"instansi": acuan.setelan("kop_instansi", tanggal), "opd": (opd or nama).upper(), "alamat": ""}
    if kop["opd"] == nama:
        alamat = acuan.setelan("kop_alamat", tanggal)
        kop["alamat"] = f"{alamat} {acuan.setelan('kop_kode_pos', tanggal)}"
        kop |= {k: acuan.setelan(f"kop_{k}", tanggal) for k in ("telepon", "email", "laman")}
    return kop


def kop_bupati(acuan, tanggal):
    """Letterhead of a decree signed by the Bupati."""
    return {"pejabat": acuan.setelan("kop_bupati", tanggal)}


def surat(perihal, *, kop, tempat, kepada=(), isi=(), rincian=(), penutup="", tanda_tangan, tembusan=(), sifat="Biasa",
          lampiran="-", penanda=()):  # fmt: skip
    """Frozen data of ``templates/naskah/surat.html`` and ``berita_acara.html``.

    ``kepada``, ``isi``, ``tembusan``: lines or paragraphs; ``rincian``: pairs (label, text); ``tanda_tangan`` as
    ``penanda_tangan`` gives it; ``penanda``: who else signs a berita acara, [(as what, name, nip or "")].
    """
    return {
        "perihal": perihal, "kop": kop, "tempat": tempat, "kepada": list(kepada), "isi": list(isi), "sifat": sifat,
        "rincian": [{"label": label, "isi": teks} for label, teks in rincian], "penutup": penutup,
        "tanda_tangan": tanda_tangan, "penandatangan": tanda_tangan["nama"], "penetap": tanda_tangan["jabatan"],
        "tembusan": list(tembusan), "lampiran": lampiran,
        "penanda": [{"sebagai": sebagai, "nama": nama, "nip": nip} for sebagai, nama, nip in penanda],
    }  # fmt: skip


def penanda_tangan(alamat, tanggal, *, atas_nama="", di_atas=()):
    """The signature block of an address of the route (``rute.pejabat``) on ``tanggal``.

    Keys: jabatan (with "Plt." or "Plh." before it), nama, pangkat, nip, sifat (D, PLT, PLH), kantor_luar, atas_nama,
    and ``baris``: the lines printed above the signature ("a.n. BUPATI LAMONGAN", the office, "u.b." and the office
    that signs for it). ``nip`` and ``kantor_luar`` say later whether the one who signs is the one printed
    (``layanan.penandatangan``), ``jabatan_id`` whose letter it is to sign. ``di_atas``: the lines above the office as another naskah had them. Nobody signs in
    his own name "a.n." himself: both are left out for an outside office.
    """
    blok = _pemegang(alamat, tanggal)
    if "kantor_luar" in alamat:
        atas_nama, di_atas = "", ()
    blok["atas_nama"] = atas_nama or (alamat["rantai"][0] if "rantai" in alamat else "")
    if di_atas:
        blok["atas_nama"] = di_atas[0].removeprefix("a.n. ")
        blok["baris"] = [*di_atas, blok["jabatan"]]
    elif "rantai" in alamat:
        luar = pejabat_luar("BUPATI", tanggal).get("jabatan", "Bupati")
        nama = [luar if satu == "Bupati" else satu for satu in alamat["rantai"]]
        blok["baris"] = baris_tanda_tangan([*nama, blok["jabatan"]], alamat["cara"])
    elif atas_nama:
        blok["baris"] = baris_tanda_tangan([atas_nama, blok["jabatan"]], ["", "an"])
    else:
        blok["baris"] = baris_tanda_tangan([blok["jabatan"]], [""])
    return blok


def _pemegang(alamat, tanggal):
    """Who holds the address: office, name, rank and NIP; empty where nobody is recorded."""
    kosong = {"jabatan": alamat["nama"], "nama": "", "pangkat": "", "nip": "", "sifat": "", "kantor_luar": ""}
    if luar := alamat.get("kantor_luar"):
        return kosong | {"kantor_luar": luar} | pejabat_luar(luar, tanggal)
    p = alamat["pelaksana"] if "pelaksana" in alamat else pengalihan.pelaksana(alamat["jabatan"], tanggal=tanggal)
    kini = p and ProfilKini.objects.select_related("golongan").filter(pk=p.pegawai_id).first()
    if not kini:
        return kosong
    depan = {"PLT": "Plt. ", "PLH": "Plh. "}.get(p.sifat, "")
    return kosong | {
        "jabatan_id": alamat["jabatan"], "jabatan": depan + alamat["nama"], "nama": kini.nama_lengkap, "nip": kini.nip or "", "sifat": p.sifat,
        "pangkat": kini.golongan.pangkat if kini.golongan else "",
    }  # fmt: skip


def pejabat_luar(kantor, tanggal):
    """Name and title of the one who holds an office without NIP on ``tanggal``; empty when none is recorded."""
    semua = PejabatLuar.objects.filter(kantor=kantor, sejak__lte=tanggal).order_by("-sejak")
    pejabat = next((p for p in semua if p.sampai is None or p.sampai >= tanggal), None)
    return {"jabatan": pejabat.jabatan, "nama": pejabat.nama} if pejabat else {}
