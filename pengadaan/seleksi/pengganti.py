"""Pembatalan kelulusan dan penggantinya: mencatat, mengusulkan kepada Panselnas, mengumumkan yang disetujui.

PermenPANRB 6/2024 Ps. 54 (``aturan_pengganti``). The set result stays as it was announced; who fills which formasi stands on
``Pelamar.mengisi``, why he no longer does on ``PembatalanKelulusan``. Each act: lock the seleksi → allowed? → change → Jejak, in
one transaction; refused with a sentence (``DitolakSeleksi``). Reading order: ``batalkan``, ``usulkan``, ``umumkan``, ``sahkan``.
"""

from django.db.models import Q

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from layanan import surat as surat_lepas, tte
from layanan.bahan_naskah import kop_bupati, surat
from layanan.katalog import TemplatNaskah
from pengadaan.models import Pelamar, PembatalanKelulusan, Pemberkasan
from pengadaan.seleksi import aturan_pengganti, hasil
from pengadaan.seleksi.aturan_pengganti import SEBAB
from pengadaan.seleksi.galat import DitolakSeleksi
from pengadaan.seleksi.pemberkasan import akhiri_akun
from pengadaan.seleksi.perbuatan import kunci

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
PERIHAL_USUL = "Usul Penggantian Peserta yang Dibatalkan Kelulusannya"
PERIHAL = "Pengumuman Pembatalan Kelulusan dan Penggantian Peserta"
# The letter names participants with their scores, so only the pages of the seleksi show it.
USUL = TemplatNaskah("surat_seleksi", "naskah/usul_pengganti.html", "810", PERIHAL_USUL, POLA)
TEMPLAT = TemplatNaskah("pengumuman", "naskah/pengumuman_pengganti.html", "810", PERIHAL, POLA)


def pengisi(s):
    """Pelamar who fill a formasi of the seleksi today."""
    return s.pelamar.filter(mengisi__isnull=False, pembatalan__isnull=True)


def batalkan(pelamar_pk, sebab, dasar, *, oleh):
    """The pass of one candidate is called off; his papers stop and his account ends. Returns the PembatalanKelulusan.

    Refused once BKN has given his NIP (that post is filled; he is dismissed instead) and while BKN has not answered.
    """
    dasar = " ".join((dasar or "").split())
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        seleksi_id = Pelamar.objects.values_list("seleksi_id", flat=True).get(pk=pelamar_pk)
        s = kunci(seleksi_id, "ditetapkan")
        p = Pelamar.objects.select_for_update(of=("self",)).get(pk=pelamar_pk)
        if not pengisi(s).filter(pk=p.pk).exists():
            raise DitolakSeleksi("Ia tidak mengisi formasi seleksi ini, atau kelulusannya sudah dibatalkan.")
        if p.pegawai_id:
            raise DitolakSeleksi(
                "NIP-nya sudah terbit: formasinya tidak dapat diganti lagi. Ia diberhentikan melalui layanan pemberhentian, dan formasinya "
                "diperhitungkan pada pengadaan berikutnya."
            )
        if p.usul_nip.filter(status="diusulkan").exists():
            raise DitolakSeleksi("NIP-nya sudah diusulkan; rekam dahulu jawaban BKN.")
        if sebab not in SEBAB:
            raise DitolakSeleksi("Pilih sebab pembatalannya.")
        if not dasar:
            raise DitolakSeleksi(f"Tulis dasarnya. {SEBAB[sebab][1]}.")
        berkas = Pemberkasan.objects.select_for_update().filter(pelamar=p).first()
        if sebab == "dianggap" and (berkas is None or not berkas.dapat_diisi or berkas.tenggat >= oleh.hari_ini):
            raise DitolakSeleksi(
                "Dianggap mengundurkan diri hanya bagi yang belum mengirim berkas sesudah tenggatnya lewat."
            )
        batal = PembatalanKelulusan.objects.create(
            pelamar=p, sebab=sebab, dasar=dasar[:400], dicatat_oleh=oleh.pengguna, dicatat_pada=oleh.kini
        )
        if berkas is not None:
            berkas.status = "mundur" if sebab in ("mundur", "dianggap") else "batal"
            berkas.alasan, berkas.versi = dasar[:400], berkas.versi + 1
            berkas.save(update_fields=["status", "alasan", "versi"])
        akhiri_akun(p, oleh.hari_ini)
        jejak.catat("seleksi_asn_batal", s, pada=oleh.kini, peserta=p.nomor_peserta, sebab=SEBAB[sebab][0])
    return batal


def hitung(s, acuan):
    """({PembatalanKelulusan id: Pelamar who follows}, sentences of what stops it), by the law, as things stand."""
    kotak, peserta, orang = hasil.bahan(s)
    daftar = list(PembatalanKelulusan.objects.filter(pelamar__seleksi=s).select_related("pelamar"))
    gugur = {b.pelamar.nomor_peserta for b in daftar}
    terisi = {p.nomor_peserta: p.mengisi_id for p in orang.values() if p.mengisi_id is not None}
    dapat, masalah = aturan_pengganti.pengganti(kotak, peserta, hasil.ketentuan(s, acuan), gugur, terisi)
    menurut = {}
    for nomor, formasi in dapat.items():
        menurut.setdefault(formasi, []).append(nomor)
    urut = {}
    for b in daftar:
        if b.pengganti_id is None and not b.pengumuman_id and menurut.get(b.pelamar.mengisi_id):
            urut[b.pk] = orang[menurut[b.pelamar.mengisi_id].pop(0)]
    return urut, masalah


def _bahan(daftar, pengganti, acuan, *, samar):
    """Rows of the letter and of the announcement."""
    nama = hasil.samarkan if samar else str
    nilai = {
        h.pelamar_id: h for h in hasil.HasilSeleksi.objects.filter(pelamar__in=[p.pk for p in pengganti.values()])
    }

    def angka(p):
        return f"{nilai[p.pk].akhir:.3f}".replace(".", ",") if nilai[p.pk].akhir is not None else "-"

    baris = []
    for b in daftar:
        p, f = b.pelamar, b.pelamar.mengisi
        ganti = pengganti.get(b.pk)
        baris.append({
            "nomor": p.nomor_peserta, "nama": nama(p.nama), "sebab": SEBAB[b.sebab][0], "dasar": b.dasar, "jabatan": f.jabatan.nama,
            "unit": acuan.sebut_unit(f.unit_id) or f.unit.nama, "jalur": f.get_jalur_display(),
            "ganti": {
                "nomor": ganti.nomor_peserta, "nama": nama(ganti.nama), "nilai": angka(ganti),
                "peringkat": nilai[ganti.pk].peringkat, "pindah": ganti.formasi_id != f.pk,
            } if ganti else None,
        })  # fmt: skip
    return baris


def _menunggu(s, **saring):
    """Those not announced yet, locked, with what is printed of them."""
    daftar = PembatalanKelulusan.objects.select_for_update(of=("self",)).filter(
        pelamar__seleksi=s, pengumuman__isnull=True, **saring
    )
    return list(daftar.select_related("pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "pelamar__seleksi"))


def _harus_jelas(masalah):
    if masalah:
        raise DitolakSeleksi(" ".join(masalah[:3]))


def usulkan(pk, *, oleh):
    """The letter of the PPK that asks the Panselnas for the next in rank of everybody not proposed yet. Returns the Naskah."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "ditetapkan"), acuan_kini()
        daftar = _menunggu(s, usul__isnull=True)
        if not daftar:
            raise DitolakSeleksi("Tidak ada pembatalan kelulusan yang belum diusulkan penggantinya.")
        pengganti, masalah = hitung(s, acuan)
        _harus_jelas(masalah)
        baris = _bahan(daftar, pengganti, acuan, samar=False)
        tanda, tempat = hasil.tanda_bupati(oleh.hari_ini), acuan.setelan("kop_tempat", oleh.hari_ini)
        isi = (
            "Berdasarkan Pasal 54 Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 6 Tahun 2024 tentang Pengadaan "
            f"Pegawai Aparatur Sipil Negara, bersama ini disampaikan {len(daftar)} peserta {s.nama} yang dibatalkan kelulusannya, dan "
            "diusulkan penggantinya dari peringkat tertinggi di bawahnya."
        )  # fmt: skip
        data = surat(
            PERIHAL_USUL, kop=kop_bupati(acuan, oleh.hari_ini), tempat=tempat, tanda_tangan=tanda, isi=[isi], lampiran="Satu berkas",
            kepada=["Ketua Panitia Seleksi Nasional Pengadaan ASN", "di Jakarta"],
            penutup="Demikian untuk mendapat persetujuan.",
            tembusan=["Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi", "Kepala Badan Kepegawaian Negara"],
        ) | {"baris": baris}  # fmt: skip
        naskah = surat_lepas.terbitkan_lepas(USUL, data, oleh=oleh)
        PembatalanKelulusan.objects.filter(pk__in=[b.pk for b in daftar]).update(usul=naskah)
        jejak.catat("seleksi_asn_usul_ganti", s, pada=oleh.kini, nama=s.nama, jumlah=len(daftar), nomor=naskah.nomor)
    return naskah


def umumkan(pk, nomor, tanggal, *, oleh):
    """The Panselnas agrees: who was proposed fills the formasi, and one announcement tells who is out and who follows.

    Returns how many follow. Whom nobody of the ranking can follow is announced without one.
    """
    nomor = " ".join((nomor or "").split())
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        s, acuan = kunci(pk, "ditetapkan"), acuan_kini()
        if not nomor or tanggal is None or tanggal > oleh.hari_ini:
            raise DitolakSeleksi("Isi nomor dan tanggal persetujuan Panselnas; tanggalnya paling akhir hari ini.")
        daftar = _menunggu(s, usul__isnull=False)
        if not daftar:
            raise DitolakSeleksi("Tidak ada usul pengganti yang menunggu persetujuan Panselnas.")
        pengganti, masalah = hitung(s, acuan)
        _harus_jelas(masalah)
        naskah = surat_lepas.terbitkan_lepas(
            TEMPLAT, _data_pengumuman(s, daftar, pengganti, nomor, tanggal, oleh, acuan), oleh=oleh
        )
        for b in daftar:
            b.nomor_persetujuan, b.tanggal_persetujuan, b.pengumuman = nomor[:100], tanggal, naskah
            b.pengganti = pengganti.get(b.pk)
            b.save()
            if b.pengganti:
                Pelamar.objects.filter(pk=b.pengganti_id).update(mengisi=b.pelamar.mengisi)
        banyak = sum(b.pengganti_id is not None for b in daftar)
        jejak.catat("seleksi_asn_ganti", s, pada=oleh.kini, nama=s.nama, jumlah=banyak, nomor=naskah.nomor)
    return banyak


def _data_pengumuman(s, daftar, pengganti, nomor, tanggal, oleh, acuan):
    tanda = hasil.tanda_bupati(oleh.hari_ini)
    baris = _bahan(daftar, pengganti, acuan, samar=True)
    return {
        "kop": kop_bupati(acuan, oleh.hari_ini), "perihal": PERIHAL, "nama": s.nama, "baris": baris,
        "tempat": acuan.setelan("kop_tempat", oleh.hari_ini), "persetujuan": {"nomor": nomor, "tanggal": tulis_tanggal(tanggal)},
        "hasil": {"nomor": s.pengumuman.nomor, "tanggal": tulis_tanggal(s.pengumuman.tanggal)} if s.pengumuman_id else None,
        "banyak": sum(b["ganti"] is not None for b in baris), "penetap": tanda["jabatan"], "penandatangan": tanda["nama"],
        "tanda_tangan": tanda,
    }  # fmt: skip


def naskah_seleksi(s):
    """Q over Naskah: letters and announcements of the pengganti of this seleksi."""
    milik = PembatalanKelulusan.objects.filter(pelamar__seleksi=s)
    return Q(pk__in=milik.values("usul_id")) | Q(pk__in=milik.values("pengumuman_id"))


def sahkan(pk, naskah_id, file, *, oleh):
    """The scan of such a letter or announcement with the Bupati's signature."""
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        kunci(pk, "ditetapkan", "selesai")
        return surat_lepas.sahkan_lepas(naskah_id, isi, oleh=oleh)
