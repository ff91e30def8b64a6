"""Bahan naskah kasus disiplin: SK hukuman dan surat-surat langkahnya. Every value is JSON-able and frozen with the number.

Keys of the SK beside those of ``layanan.bahan_keputusan``: ``hukuman`` {kode, nama, masa}, ``pelanggaran``,
``perbuatan``, ``pemeriksaan`` (how it was found), ``upaya`` (the note on keberatan or banding).
"""

from datetime import date

from django.utils import timezone

from disiplin import aturan, fakta, syarat
from disiplin.models import Bap
from disiplin.tabel import BERAT, jenis_hukuman, kecil, sebut_norma
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import ProfilKini
from kepegawaian.templatetags.portal import nip as tulis_nip
from layanan import bahan_keputusan, katalog, rute
from layanan.bahan_naskah import BELUM, identitas, jabatan_unit, kop_kantor, penanda_tangan, peraturan, surat

MENGINGAT = ("UU 20/2023", "PP 94/2021", "PP 79/2021", "PerBKN 6/2022")
NAMA = (
    ("hukuman.kode", "R2"), ("hukuman.nama", "teguran tertulis"), ("hukuman.masa", "selama 12 bulan"),
    ("pelanggaran", "PP 94/2021 Pasal 4 huruf f"), ("perbuatan", "tidak masuk kerja 5 hari tanpa alasan yang sah"),
    ("pemeriksaan", "berita acara pemeriksaan"), ("upaya", "Terhadap keputusan ini dapat diajukan keberatan."),
)  # fmt: skip
MENIMBANG = (
    "bahwa Sdr. {{ d.pegawai.nama }} telah melakukan perbuatan: {{ d.perbuatan }};\n"
    "bahwa berdasarkan {{ d.pemeriksaan }}, perbuatan itu melanggar {{ d.pelanggaran }};\n"
    "bahwa untuk menegakkan disiplin perlu dijatuhi hukuman yang setimpal dengan pelanggarannya;"
)
DIKTUM = (
    "Menjatuhkan hukuman disiplin {{ d.hukuman.nama }} {{ d.hukuman.masa }} kepada Pegawai Negeri Sipil tersebut di atas.\n"
    "{{ d.upaya }}\n"
    "Keputusan ini disampaikan secara tertutup kepada yang bersangkutan dan berlaku menurut PP 94/2021 Pasal 38."
)


def hari(teks):
    """A date of an ISO text as people write it, or dots."""
    return tulis_tanggal(date.fromisoformat(teks)) if teks else BELUM


def _jawab(k, langkah):
    return k.langkah.get(langkah) or {}


def data_sk(layanan, k):
    """Every value of the SK, JSON-able."""
    kini, isi = timezone.localdate(), syarat.putusan(k)
    kode = isi.get("jenis") or ""
    jenis = jenis_hukuman().get(aturan.dijatuhkan(kode, k.acuan.setelan("rezim_hukuman_sedang", kini)) if kode else "")
    luput = not k.lain.get("bap")
    lain = {
        "hukuman": {"kode": jenis.kode if jenis else BELUM, "nama": kecil(jenis.nama) if jenis else BELUM, "masa": ""},
        "pelanggaran": ", ".join(sebut_norma(n) for n in isi.get("norma") or ()) or BELUM,
        "perbuatan": (k.isian.get("uraian") or BELUM).rstrip("."),
        "pemeriksaan": "bukti yang ada karena tidak hadir pada dua kali panggilan" if luput else "berita acara pemeriksaan",
        "upaya": _upaya(jenis),
    }  # fmt: skip
    if kantor_opd(layanan, k):
        lain["kop"] = kop_kantor(k.acuan, kini, k.profil.opd)
    rincian = (
        [("Hukuman menurut PP 94/2021", f"{kode} dijatuhkan sebagai {jenis.kode}")]
        if jenis and jenis.kode != kode
        else []
    )
    return bahan_keputusan.data(layanan, k, tentang="HUKUMAN DISIPLIN", rincian=rincian, lain=lain)


def _upaya(jenis):
    if jenis is None:
        return BELUM
    if jenis.upaya == "banding":
        return (
            "Terhadap keputusan ini dapat diajukan banding administratif kepada Badan Pertimbangan ASN paling lama 14 hari "
            "kerja sejak tanggal keputusan."
        )
    return "Terhadap keputusan ini dapat diajukan keberatan paling lama 14 hari kerja sejak diterima."


def kantor_opd(layanan, k):
    """True when an office of his own OPD decides, not the Bupati."""
    return layanan.kantor_penandatangan(k) != "BUPATI"


# ── letters of the steps ─────────────────────────────────────────────────────────────────────────────

KABAN = katalog.jabatan("KEPALA-BKPSDM")


def siapa(k):
    """Rows of who it is about."""
    p = k.profil
    return [
        ("Nama", p.nama_lengkap), ("NIP", tulis_nip(p.nip) if p.nip else "-"),
        ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"), ("Jabatan", jabatan_unit(p.jabatan, p.unit)),
    ]  # fmt: skip


def _blok(layanan, k, kepada):
    """The signature block of an address: an office, or the chair of the tim (a person)."""
    kini = timezone.localdate()
    alamat = kepada if isinstance(kepada, dict) else rute.pejabat(kepada, layanan, k, k.acuan, kini)
    if "penerima" not in alamat:
        return penanda_tangan(alamat, kini)
    o = ProfilKini.objects.select_related("golongan").filter(pk=alamat["penerima"]).first()
    return {
        "jabatan": "Ketua Tim Pemeriksa", "nama": o.nama_lengkap if o else "", "nip": (o and o.nip) or "", "sifat": "",
        "pangkat": o.golongan.pangkat if o and o.golongan else "", "kantor_luar": "", "atas_nama": "",
        "baris": ["Ketua Tim Pemeriksa"],
    }  # fmt: skip


def _surat(layanan, k, perihal, oleh, *, opd=True, **isi):
    kini = timezone.localdate()
    kop = kop_kantor(k.acuan, kini, k.profil.opd if opd else None)
    return surat(perihal, kop=kop, tempat=k.acuan.setelan("kop_tempat", kini), tanda_tangan=_blok(layanan, k, oleh),
                 sifat="Rahasia", **isi)  # fmt: skip


def panggilan(layanan, k, jawab, ke, pemeriksa):
    """Surat panggilan I or II."""
    isi = [
        (
            "Bersama ini Saudara dipanggil untuk diperiksa atas dugaan pelanggaran disiplin "
            f"({'; '.join(sebut_norma(n) for n in k.isian.get('dugaan') or ())})."
        )
    ]
    if ke == "II":
        dulu = _jawab(k, "panggilan_1")
        isi.append(f"Panggilan ini disampaikan karena Saudara tidak hadir pada {hari(dulu.get('tanggal_periksa'))}.")
    rincian = [
        ("Hari, tanggal", hari(jawab.get("tanggal_periksa"))), ("Pukul", (jawab.get("jam") or BELUM)[:5]),
        ("Tempat", jawab.get("tempat") or BELUM), ("Menghadap kepada", jawab.get("kepada") or BELUM),
    ]  # fmt: skip
    tutup = "Apabila tidak hadir, Saudara dipanggil sekali lagi." if ke == "I" else (
        "Apabila tidak hadir lagi, hukuman disiplin diputus berdasarkan bukti yang ada tanpa pemeriksaan "
        "(PP 94/2021 Pasal 26 ayat (4))."
    )  # fmt: skip
    p = k.profil
    kepada = [p.nama_lengkap, f"NIP {tulis_nip(p.nip)}" if p.nip else "", jabatan_unit(p.jabatan, p.unit)]
    return _surat(layanan, k, f"Panggilan {ke}", pemeriksa, kepada=[x for x in kepada if x], isi=isi, rincian=rincian,
                  penutup=tutup)  # fmt: skip


def keputusan(layanan, k, perihal, *, menimbang, diktum, daftar=(), penanda=KABAN, opd=False):
    """A decree of a step (tim pemeriksa, pembebasan sementara) for ``templates/naskah/disiplin_keputusan.html``."""
    data = _surat(layanan, k, perihal, penanda, opd=opd)
    return data | {
        "pegawai": identitas(k.profil) | {"pangkat": k.profil.pangkat or "", "golongan": k.profil.golongan or ""},
        "menimbang": list(menimbang), "mengingat": list(peraturan("PP 94/2021", "PerBKN 6/2022").values()),
        "diktum": list(diktum), "daftar": [list(b) for b in daftar], "jabatan_penetap": data["penetap"].upper(),
    }  # fmt: skip


def sk_tim(layanan, k, jawab):
    """SK of the tim pemeriksa with its members."""
    sebut = {
        "atasan": "Atasan langsung",
        "pengawasan": "Unsur pengawasan",
        "kepegawaian": "Unsur kepegawaian",
        "lain": "Pejabat lain",
    }
    daftar = []
    for unsur, nama in sebut.items():
        o = ProfilKini.objects.select_related("jabatan").filter(nip=jawab.get(unsur) or "-").first()
        if o is not None:
            peran = "Ketua" if jawab.get("ketua") == unsur else "Anggota"
            daftar.append(
                (o.nama_lengkap, tulis_nip(o.nip), o.jabatan.nama if o.jabatan else "-", f"{peran}, {nama.lower()}")
            )
    return keputusan(
        layanan, k, "Pembentukan Tim Pemeriksa",
        menimbang=["bahwa dugaan pelanggaran disiplin atas nama pegawai tersebut di bawah perlu diperiksa oleh tim;"],
        diktum=[
            "Membentuk tim pemeriksa dengan susunan sebagaimana tersebut dalam daftar.",
            ("Tim memeriksa secara tertutup, menuangkan hasilnya dalam berita acara, dan melaporkan hasil pemeriksaan "
            "kepada pejabat yang membentuknya."),
            "Keputusan ini berlaku sejak ditetapkan sampai laporan hasil pemeriksaan disampaikan.",
        ],
        daftar=daftar,
    )  # fmt: skip


def pembebasan(layanan, k, jawab):
    """SK of the temporary release from the post (PP 94/2021 Ps. 31)."""
    plh = ProfilKini.objects.filter(nip=jawab.get("plh") or "-").first()
    diktum = [
        (
            f"Membebaskan sementara dari tugas jabatannya terhitung mulai {hari(jawab.get('mulai'))} sampai keputusan hukuman "
            "disiplin ditetapkan."
        ),
        "Selama dibebaskan ia tetap masuk kerja dan tetap menerima hak kepegawaiannya menurut peraturan.",
    ]
    if plh:
        diktum.append(f"Tugas jabatannya dilaksanakan {plh.nama_lengkap} sebagai pelaksana harian.")
    return keputusan(
        layanan, k, "Pembebasan Sementara dari Tugas Jabatan", penanda=katalog.atasan_langsung, opd=True, diktum=diktum,
        menimbang=["bahwa untuk kelancaran pemeriksaan atas dugaan pelanggaran disiplin berat perlu dibebaskan sementara;"],
    )  # fmt: skip


def bap(layanan, k, jawab, pemeriksa):
    """Berita acara: every closed one of the case with its questions and answers, for ``naskah/disiplin_bap.html``."""
    data = _surat(layanan, k, "Berita Acara Pemeriksaan", pemeriksa, rincian=siapa(k))
    baris = Bap.objects.filter(kasus_id=k.lain.get("kasus") or 0, ditutup_pada__isnull=False).prefetch_related("tanya")
    return data | {
        "bap": [
            {"tentang": b.get_tentang_display(), "nama": b.nama, "jabatan": b.jabatan, "tanggal": tulis_tanggal(b.tanggal),
             "tempat": b.tempat, "cara": b.get_cara_display().lower(),
             "tanya": [{"t": t.pertanyaan, "j": t.jawaban} for t in b.tanya.all()]}
            for b in baris
        ],
        "kerugian": jawab.get("kerugian") == "ya",
        "terperiksa": {"nama": k.profil.nama_lengkap, "nip": k.profil.nip or ""},
        "tim": k.lain.get("tim") or [],
    }  # fmt: skip


def lhp(layanan, k, jawab, pemeriksa):
    """Laporan hasil pemeriksaan with the recommendation and its article."""
    kode = jawab.get("jenis") or ""
    jenis = jenis_hukuman().get(kode)
    if jenis is None:
        hasil = [("Kesimpulan", "Pelanggaran tidak terbukti.")]
    else:
        rezim = jenis_hukuman()[aturan.dijatuhkan(kode, k.acuan.setelan("rezim_hukuman_sedang", k.tanggal))]
        dampak = {"unit": "unit kerja", "instansi": "instansi", "negara": "negara atau pemerintah"}.get(
            jawab.get("dampak")
        )
        hasil = [
            ("Yang dilanggar", "; ".join(sebut_norma(n) for n in jawab.get("norma") or ())),
            ("Dampak", f"{dampak}: {jawab.get('alasan_dampak')}" if dampak else "menurut jenis pelanggarannya"),
            ("Tingkat", jenis.tingkat), ("Rekomendasi", f"{jenis.kode}, {jenis.nama}"),
            *([("Dijatuhkan sebagai", f"{rezim.kode}, {rezim.nama} (PP 94/2021 Pasal 42)")] if rezim.kode != kode else []),
            ("Memberatkan", jawab.get("memberatkan") or "-"), ("Meringankan", jawab.get("meringankan") or "-"),
        ]  # fmt: skip
    dasar = (
        "bukti yang ada karena tidak hadir pada dua kali panggilan"
        if not k.lain.get("bap")
        else "berita acara pemeriksaan"
    )
    return _surat(layanan, k, "Laporan Hasil Pemeriksaan", pemeriksa, rincian=[*siapa(k), *hasil],
                  isi=[f"Berdasarkan {dasar} atas dugaan: {k.isian.get('uraian') or BELUM}"])  # fmt: skip


def nota(layanan, k):
    """Nota dinas of Kepala BKD with the LHP: who is competent, what is recommended."""
    isi, kode = syarat.putusan(k), syarat.putusan(k).get("jenis") or ""
    jenis = jenis_hukuman().get(kode)
    _, jenjang = fakta.pejabat(k.profil, kode, k.acuan, k.tanggal) if jenis else ("", "")
    rincian = [*siapa(k), ("Yang dilanggar", "; ".join(sebut_norma(n) for n in isi.get("norma") or ()))]
    if jenis:
        rincian += [
            ("Rekomendasi", f"{jenis.kode}, {jenis.nama}"),
            ("Pejabat berwenang", jenjang.replace("_", " ").title()),
        ]
        rincian += [("Diperiksa", "tim pemeriksa" if jenis.tingkat == BERAT else "pemeriksa yang berwenang")]
    return _surat(layanan, k, "Nota Dinas Hasil Pemeriksaan Disiplin", KABAN, opd=False, rincian=rincian,
                  kepada=["Bupati Lamongan", "melalui Sekretaris Daerah"], isi=["Bersama ini disampaikan hasil pemeriksaan disiplin:"],
                  penutup="Mohon keputusan.")  # fmt: skip


def sidang(layanan, k, jawab):
    """Berita acara of the session that weighed the recommendation."""
    isi = [
        f"Pada tanggal {hari(jawab.get('tanggal_sidang'))} dibahas hasil pemeriksaan disiplin atas nama pegawai berikut."
    ]
    return _surat(layanan, k, "Berita Acara Sidang Pertimbangan", katalog.jabatan("SEKDA"), opd=False, isi=isi,
                  rincian=[*siapa(k), ("Pertimbangan", jawab.get("pertimbangan") or BELUM)])  # fmt: skip


def tanda_terima(layanan, k, jawab, penyampai):
    """Receipt of the SK, or that it was sent."""
    if jawab.get("hasil") == "tidak_hadir":
        isi = [
            "Yang bersangkutan tidak hadir pada penyampaian keputusan, sehingga keputusan dikirim kepada alamatnya."
        ]
    elif jawab.get("tanggal_kirim"):
        isi = [
            (
                f"Keputusan dikirim tanggal {hari(jawab['tanggal_kirim'])} kepada {jawab.get('alamat')} (bukti {jawab.get('resi')}) "
                f"dan diterima di alamat itu tanggal {hari(jawab.get('tanggal_terima'))}."
            )
        ]
    else:
        isi = [
            f"Keputusan diterima oleh yang bersangkutan secara tertutup pada tanggal {hari(jawab.get('tanggal_terima'))}."
        ]
    penanda = [("Yang menerima", k.profil.nama_lengkap, k.profil.nip or "")]
    return _surat(
        layanan, k, "Tanda Terima Keputusan Hukuman Disiplin", penyampai, isi=isi, rincian=siapa(k), penanda=penanda
    )
