"""Hasil seleksi: menghitung dari nilai yang tercatat, menetapkan sekali untuk selamanya, dan naskah pengumumannya.

``aturan.hitung`` does the law; here rows become its input and its answer becomes rows. Once set, the settings stand frozen in
``Seleksi.ketentuan`` and the results are rows nobody can change, so counting again gives the same. The Bupati signs the announcement
as PPK, on paper, having no account; a clerk records the scan.
"""

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from layanan import naskah as berkas_naskah, surat as surat_lepas, tte
from layanan.bahan_naskah import baris_tanda_tangan, kop_bupati, pejabat_luar
from layanan.katalog import TemplatNaskah
from pengadaan.models import HasilSeleksi, NilaiSeleksi, Pelamar
from pengadaan.seleksi import aturan
from pengadaan.seleksi.aturan import Kotak, Peserta, Skd
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.perbuatan import kunci, simpan_naik

PERIHAL = "Pengumuman Hasil Akhir Seleksi"
TEMPLAT = TemplatNaskah(
    "pengumuman", "naskah/pengumuman_seleksi.html", "810", PERIHAL, "{klasifikasi}/{urut}/413.207/{tahun}"
)


def ketentuan(s, acuan):
    """The frozen settings of a set result, else those that hold on the day of its announcement."""
    return s.ketentuan or aturan.ketentuan(acuan, s.tanggal_pengumuman or s.dibuat_pada.date(), s.jenis)


def bahan(s):
    """(formasi as Kotak, applicants as Peserta, {number: Pelamar}) of a seleksi; three queries."""
    kotak = [
        Kotak(f.pk, f.jumlah_ditetapkan or 0, f.jabatan_id, f.unit_id, f.jalur, f.pendidikan)
        for f in s.formasi.order_by("pk")
    ]
    nilai = {}
    for n in NilaiSeleksi.objects.filter(pelamar__seleksi=s, batal=False, ganti__isnull=True):
        nilai[n.pelamar_id, n.tes] = n
    orang = {p.nomor_peserta: p for p in s.pelamar.select_related("formasi").order_by("nomor_peserta")}
    return kotak, [_peserta(p, nilai) for p in orang.values()], orang


def _peserta(p, nilai):
    skd, skb, lain = (nilai.get((p.pk, t)) for t in ("skd", "skb", "kompetensi"))
    pertama = lain if p.seleksi.jenis != "CPNS" else skd
    return Peserta(
        p.nomor_peserta, p.formasi_id, p.formasi.jalur, administrasi=p.administrasi == "ms", ipk=p.ipk, lahir=p.tanggal_lahir,
        hadir=pertama is None or pertama.hadir, skd=Skd(skd.twk, skd.tiu, skd.tkp) if skd and skd.hadir else None,
        skb=skb.nilai if skb and skb.hadir else None, nilai=lain.nilai if lain else None,
        rincian=tuple((lain.rincian or {}).items()) if lain else (), lulus_ambang=lain.lulus_ambang if lain else None,
    )  # fmt: skip


def hitung(s, acuan):
    """([(Pelamar, Putusan)], what stops the result from being set) as the scores stand."""
    kotak, peserta, orang = bahan(s)
    putusan, masalah = aturan.hitung(kotak, peserta, ketentuan(s, acuan))
    if belum := sum(p.administrasi == "" for p in orang.values()):
        masalah = [f"{belum} pelamar belum diputus administrasinya.", *masalah]
    return [(orang[p.kunci], p) for p in putusan], masalah


def peserta_skb(s, acuan):
    """[(Pelamar, Putusan)] of those who go on to SKB by the SKD imported so far, by formasi and rank; for the list to BKN."""
    semua, _ = hitung(s, acuan)
    ikut = [(p, x) for p, x in semua if x.peringkat_skd and x.kode != "tidak_skb"]
    return sorted(ikut, key=lambda y: (y[0].formasi_id, y[1].peringkat_skd, y[0].nomor_peserta))


def tetapkan(pk, *, oleh, versi=None):
    """Sets the result: one frozen row for every applicant, the settings frozen, the announcement numbered and printed.

    Raises DitolakSeleksi while a score or a decision lacks, or while the law cannot part two at the border.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "berjalan", versi=versi), acuan_kini()
        dihitung, masalah = hitung(s, acuan)
        if masalah:
            raise DitolakSeleksi(
                "Hasil belum dapat ditetapkan. " + " ".join(masalah[:5]) + (" …" if masalah[5:] else "")
            )
        if not any(x.formasi for _, x in dihitung):
            raise DitolakSeleksi("Tidak ada peserta yang lulus; periksa apakah nilainya sudah diimpor.")
        s.ketentuan, s.status = ketentuan(s, acuan), "ditetapkan"
        HasilSeleksi.objects.bulk_create(
            [
                HasilSeleksi(
                    pelamar=p, kode=x.kode, skd=x.skd, skb=x.skb, akhir=x.akhir, peringkat_skd=x.peringkat_skd,
                    peringkat=x.peringkat, formasi_id=x.formasi, kalimat=x.kalimat[:300], ditetapkan_pada=oleh.kini,
                )
                for p, x in dihitung
            ],
            batch_size=500,
        )  # fmt: skip
        lulus = [p for p, x in dihitung if x.formasi]
        ke = {p.pk: x.formasi for p, x in dihitung}
        for p in lulus:
            p.mengisi_id = ke[p.pk]
        Pelamar.objects.bulk_update(lulus, ["mengisi"], batch_size=500)
        naskah = berkas_naskah.nomori(TEMPLAT, data_pengumuman(s, acuan, oleh.hari_ini), oleh)
        s.pengumuman = naskah
        simpan_naik(s, "ketentuan", "status", "pengumuman")
        jejak.catat("seleksi_asn_hasil", s, pada=oleh.kini, nama=s.nama, jumlah=len(dihitung))
        berkas_naskah.antre_cetak(naskah.pk)
    return s


def samarkan(nama):
    """``S*** A****``: the first letter of each word, as the law lets a result be published."""
    return " ".join(kata[0] + "*" * (len(kata) - 1) for kata in nama.split() if kata)


def tanda_bupati(tanggal):
    """Signature block of the Bupati as PPK."""
    bupati = pejabat_luar("BUPATI", tanggal)
    jabatan = bupati.get("jabatan", "Bupati")
    return {
        "jabatan": jabatan, "nama": bupati.get("nama", ""), "nip": "", "pangkat": "", "sifat": "", "kantor_luar": "BUPATI",
        "atas_nama": "", "baris": baris_tanda_tangan([jabatan], [""]),
    }  # fmt: skip


def data_pengumuman(s, acuan, tanggal):
    """Frozen data of the announcement: each formasi with those who passed, by participant number and masked name."""
    tanda, lulus = tanda_bupati(tanggal), {}
    semua = (
        HasilSeleksi.objects.filter(pelamar__seleksi=s, formasi__isnull=False)
        .select_related("pelamar")
        .order_by("peringkat", "pelamar__nomor_peserta")
    )
    for h in semua:
        lulus.setdefault(h.formasi_id, []).append({
            "nomor": h.pelamar.nomor_peserta, "nama": samarkan(h.pelamar.nama),
            "nilai": f"{h.akhir:.3f}".replace(".", ","), "keterangan": "Pengisian formasi kosong" if h.kode == "optimalisasi" else "Lulus",
        })  # fmt: skip
    formasi = [
        {
            "jabatan": f.jabatan.nama, "unit": acuan.sebut_unit(f.unit_id) or f.unit.nama, "jalur": f.get_jalur_display(), "jumlah": f.jumlah_ditetapkan,
            "lulus": lulus.get(f.pk, []),
        }
        for f in s.formasi.select_related("jabatan", "unit").order_by("unit__nama", "jabatan__nama", "jalur")
    ]  # fmt: skip
    return {
        "kop": kop_bupati(acuan, tanggal), "perihal": PERIHAL, "nama": s.nama, "jenis": s.get_jenis_display(), "tahun": s.tahun,
        "tempat": acuan.setelan("kop_tempat", tanggal), "pengumuman": {"nomor": s.nomor_pengumuman, "tanggal": tulis_tanggal(s.tanggal_pengumuman)},
        "bobot": s.ketentuan.get("bobot") or {}, "cpns": s.cpns, "formasi": formasi, "banyak": sum(len(f["lulus"]) for f in formasi),
        "kosong": sum((f["jumlah"] or 0) - len(f["lulus"]) for f in formasi),
        "penetap": tanda["jabatan"], "penandatangan": tanda["nama"], "tanda_tangan": tanda,
    }  # fmt: skip


def sahkan(pk, file, *, oleh):
    """Records the scan of the announcement with the Bupati's signature; from then on it is public."""
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s = kunci(pk, "ditetapkan", "selesai")
        if s.pengumuman_id is None:
            raise DitolakSeleksi("Pengumuman hasil belum diterbitkan.")
        return surat_lepas.sahkan_lepas(s.pengumuman_id, isi, oleh=oleh)
