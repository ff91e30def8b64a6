"""Perbuatan tiap aspek."""

from datetime import date, timedelta

from diklat.pelatihan import hadir as hadir_diklat
from tests.akses import argumen as ke, penilaian, seleksi_asn
from tests.akses.baris import P
from tests.akses.dunia import berkas_presensi
from tests.akses.kebutuhan import TAHUN as TAHUN_ABK
from tests.akses.kelompok import KELOMPOK, OPERATOR, STAF
from tests.akses.kinerja import PERBUATAN_SKP
from tests.akses.korpri import ISI_TULISAN, foto, isian_kegiatan
from tests.akses.pelatihan import isian_katalog, isian_kegiatan as isian_pelatihan
from tests.akses.pohon import isian_indikator, isian_periode, isian_simpul
from tests.akses.seleksi import isian as isian_seleksi
from tests.akses.tubel import ISI_CATAT, ISI_RENCANA
from tests.layanan.conftest import pdf

HARI_INI, BESOK = date.today(), date.today() + timedelta(days=1)
_TIM = frozenset({"penangan", "staf13", "kaban"})  # who is named on it, and Kepala BKD
_SENIN = HARI_INI + timedelta(days=14 - HARI_INI.weekday())
_CUTI = {"tmt": _SENIN.isoformat(), "sampai": (_SENIN + timedelta(days=4)).isoformat(), "alasan": "Keluarga",
         "alamat": "Lamongan"}  # fmt: skip
_UJIAN = {"jenis": "UD1", "nama": "Ujian lain", "pengumuman": "Isi.", "buka": HARI_INI.isoformat(),
          "tutup": BESOK.isoformat(), "tanggal": (BESOK + timedelta(days=9)).isoformat(), "tempat": "Aula",
          "ruang_teks": "Aula|20"}  # fmt: skip
_PELEPASAN = {"nama": "Pelepasan lain", "tmt_dari": "2031-02-01", "tmt_sampai": "2031-03-01", "tempat": "Pendopo",
              "tanggal": HARI_INI.isoformat(), "isi_surat": "Terima kasih atas {masa_kerja}."}  # fmt: skip
_PEMILIHAN = {"tahun": HARI_INI.year, "nama": "Pemilihan lain", "pengumuman": "Isi.", "buka": HARI_INI.isoformat(),
              "tutup": BESOK.isoformat(), "wawancara": (BESOK + timedelta(days=9)).isoformat(), "terpilih": 2}  # fmt: skip
_UJI = {"nama": "Uji lain", "tujuan": "pemetaan", "metode": ["wawancara"], "tanggal_mulai": HARI_INI.isoformat(),
        "tanggal_selesai": HARI_INI.isoformat(), "tempat": "Aula", "asesor": "Dr. Ratna; BKN"}  # fmt: skip
_BARIS = {"versi": 1, "unit": "DISDIK-SUBBAG1", "jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "jenis": "PPPK", "jalur": "umum", "prioritas": 1,
          "n1": 1, "n2": 0, "n3": 0, "n4": 0, "n5": 0}  # fmt: skip


def _orang_tua(d):
    hari = HARI_INI.isoformat()
    return {"nama": "Ayah", "jenis_kelamin": "L", "tanggal_peristiwa": hari, "nomor_bukti": "1", "tanggal_bukti": hari,
            "penerbit": "Dukcapil", "berkas": pdf(lebar=266)}  # fmt: skip


# What each act of an SKP needs stands in ``tests/akses/kinerja.py``.
KINERJA = tuple(P(f"eperformance:{n}", KELOMPOK[k], a, i, b) for n, k, a, i, b in PERBUATAN_SKP)
PERBUATAN = (
    *KINERJA,
    P("kesejahteraan:keluarga_saya_ubah", KELOMPOK["asn"], lambda d: ("orang_tua",), _orang_tua),
    P("kesejahteraan:keluarga_ubah", KELOMPOK["ani_keluarga_ubah"], lambda d: (d.ani.nip, "orang_tua"), _orang_tua),
    P("diklat:mandiri_impor", KELOMPOK["pengaju_surat"], berubah=False),  # no sheet chosen: a message
    P("diklat:tugas_belajar_create", KELOMPOK["tubel"], lambda d: (d.eko.nip,), lambda d: ISI_CATAT),
    P("diklat:rencana_tb_create", KELOMPOK["tubel"], isi=lambda d: ISI_RENCANA),
    P("diklat:rencana_tb_delete", KELOMPOK["tubel"], lambda d: (d.rencana_tb.pk,)),
    P("diklat:laporan_tb_create", KELOMPOK["tubel_lapor"], lambda d: (d.tubel.pk, 2),
      lambda d: {"ip": "3", "ipk": "3", "sks": "9", "berkas": pdf(lebar=392)}),
    P("diklat:laporan_tb_periksa", KELOMPOK["tubel"], lambda d: (d.laporan_tb.pk,), lambda d: {"hasil": "diterima"}),
    P("diklat:ikatan_putus", KELOMPOK["tubel"], lambda d: (d.tubel_terikat.pk,),
      lambda d: {"tanggal": HARI_INI, "sebab": "APS", "ganti_rugi": "1000", "versi": 1}),
    P("diklat:ikatan_lunas", KELOMPOK["tubel"], lambda d: (d.tubel_utang.pk,), lambda d: {"tanggal": HARI_INI, "versi": 1}),
    P("kepangkatan:ujian_create", KELOMPOK["karier"], isi=lambda d: _UJIAN),
    P("kepangkatan:ujian_update", KELOMPOK["karier"], lambda d: (d.ujian.pk,), lambda d: _UJIAN),
    P("kepangkatan:ujian_umumkan", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),  # it is announced already
    P("kepangkatan:ujian_tutup", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),  # registration runs
    P("kepangkatan:ujian_nilai", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),
    P("kepangkatan:ujian_hasil", KELOMPOK["karier"], lambda d: (d.ujian.pk,), berubah=False),
    P("kepangkatan:periode_hitung", STAF, ke.periode),
    P("kepangkatan:periode_usul", STAF | OPERATOR, ke.periode, berubah=False),  # nobody chosen: a message
    P("kepangkatan:periode_jawaban", STAF, ke.periode, lambda d: {"daftar": ke.daftar_bkn()}, berubah=False),
    P("kesejahteraan:satyalancana_hitung", STAF, ke.anugerah),
    P("kesejahteraan:satyalancana_usul", STAF | OPERATOR, ke.anugerah, berubah=False),  # nobody chosen: a message
    P("kesejahteraan:pemilihan_create", KELOMPOK["karier"], isi=lambda d: _PEMILIHAN),
    P("kesejahteraan:pemilihan_update", KELOMPOK["karier"], ke.pemilihan, lambda d: _PEMILIHAN),
    P("kesejahteraan:pemilihan_buka", KELOMPOK["karier"], ke.pemilihan, berubah=False),  # it is open already
    P("kesejahteraan:pemilihan_tutup", KELOMPOK["karier"], ke.pemilihan, berubah=False),  # proposals run
    P("kesejahteraan:pemilihan_hasil", KELOMPOK["karier"], ke.pemilihan, berubah=False),
    P("kesejahteraan:juri_create", KELOMPOK["karier"], ke.pemilihan, lambda d: {"nama": "Juri lain", "unsur": "Universitas"}),
    P("kesejahteraan:juri_delete", KELOMPOK["karier"], lambda d: (d.juri.pk,)),
    P("kesejahteraan:juri_nilai", KELOMPOK["juri"], lambda d: (d.juri.pk,), berubah=False),  # nobody to score yet
    P("disiplin:kasus_create", frozenset({"kepsek", "kepala_opd", "penangan"}), isi=lambda d: {
        "nip": d.ani.nip, "sumber": "atasan", "kejadian": HARI_INI.isoformat(), "dugaan": ["3d"], "perkiraan": "ringan",
        "uraian": "x"}),
    P("disiplin:bap_create", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor,), lambda d: {
        "tentang": "saksi", "nama": "Saksi", "tanggal": HARI_INI.isoformat(), "tempat": "Kantor", "cara": "virtual"}),
    P("disiplin:bap_update", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor, d.bap.pk), lambda d: {
        "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-pertanyaan": "Apa?", "form-0-jawaban": "Itu."}),
    P("disiplin:bap_tutup", KELOMPOK["kasus_periksa"], lambda d: (d.kasus.nomor, d.bap.pk)),
    P("disiplin:laporan_tutup", KELOMPOK["laporan_disiplin"], lambda d: (d.laporan.pk,), lambda d: {"catatan": "Ganda."}),
    P("kesejahteraan:cuti_create", KELOMPOK["aktif"], lambda d: ("cuti-tahunan",), lambda d: _CUTI),
    P("kesejahteraan:cuti_create_bagi", frozenset({"ani", "operator"}), lambda d: ("cuti-tahunan", d.ani.nip), lambda d: _CUTI),
    P("kesejahteraan:cuti_catatan_create", STAF | {"operator"}, ke.nip,
      lambda d: {"tahun": HARI_INI.year - 2, "jenis": "dipakai", "hari": 3, "sumber": "formulir"}),
    P("kesejahteraan:cuti_catatan_batalkan", STAF | {"operator"}, lambda d: (d.ani.nip, d.catatan_cuti.pk)),
    P("mutasi:rancangan_create", KELOMPOK["rancangan_buat"], isi=lambda d: {"nama": "Baru", "tmt": BESOK.isoformat()}),
    P("mutasi:baris_create", _TIM, lambda d: (d.rancangan.pk,), lambda d: {
        "baris-nip": d.staf12.nip, "baris-jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "baris-unit": "SUB21"}),
    P("mutasi:baris_hapus", _TIM, lambda d: (d.rancangan.pk, d.baris_rancangan.pk)),
    P("mutasi:anggota_create", _TIM, lambda d: (d.rancangan.pk,), lambda d: {"anggota-nip": d.staf12.nip}),
    P("mutasi:anggota_hapus", _TIM, lambda d: (d.rancangan.pk, d.akun["staf13"].pk)),
    P("mutasi:rancangan_final", frozenset({"penangan"}), lambda d: (d.rancangan.pk,),
      lambda d: {"final-nomor": "800/9/2026", "final-tanggal": HARI_INI.isoformat()}),
    P("penggajian:presensi_create", STAF, isi=lambda d: {"file": berkas_presensi(d.ani.nip)}),
    P("penggajian:presensi_baca", STAF, lambda d: (d.presensi.pk,), berubah=False),  # work for the worker
    P("penggajian:presensi_terapkan", STAF, lambda d: (d.presensi.pk,)),
    P("penggajian:presensi_batalkan", STAF, lambda d: (d.presensi_terap.pk,)),
    P("disiplin:presensi_koreksi", frozenset({"ani", "operator", "penangan"}), ke.nip, lambda d: {"tanggal": HARI_INI.isoformat()}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], ke.absen("ani", "henti"), lambda d: {"alasan": "Sepuluh hari tanpa kabar."}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], ke.absen("eko", "bayar"),
      lambda d: {"alasan": "Ternyata dirawat di rumah sakit.", "dasar": "BAP 800/1/2026"}),
    P("disiplin:pelanggaran_gaji", KELOMPOK["penangan_putus"], ke.absen("eko", "setor"),
      lambda d: {"alasan": "Gaji telanjur dibayarkan.", "sampai": d.henti.tmt.isoformat()}),
    P("disiplin:pelanggaran_kasus", frozenset({"penangan"}), ke.absen("ani")),
    P("penggajian:tpp_hitung", frozenset({"kaban"}), isi=lambda d: {"bulan": d.tpp_draf.bulan.isoformat()}),
    P("penggajian:tpp_tetapkan", frozenset({"kaban"}), lambda d: (d.tpp_draf.pk,)),
    P("pensiun:pelepasan_create", KELOMPOK["pensiun_kelola"], isi=lambda d: _PELEPASAN),
    P("pensiun:pelepasan_update", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), lambda d: _PELEPASAN),
    P("pensiun:pelepasan_tetapkan", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan_draf.pk,), berubah=False),  # nobody retires in it
    P("pensiun:pelepasan_hadir", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), lambda d: {
        "peserta": [d.peserta_lepas.pk], f"hadir-{d.peserta_lepas.pk}": "ya"}),
    P("pengadaan:abk_update", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk.pk,),
      lambda d: {"versi": 1, "cara": "tugas", "t_0_uraian": "Menelaah", "t_0_volume": "10", "t_0_norma_menit": "60"}),
    P("pengadaan:abk_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk.pk, "ajukan"), lambda d: {"versi": 1}),
    P("pengadaan:abk_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.abk_hapus.pk, "hapus"), lambda d: {"versi": 1}),
    P("pengadaan:abk_banyak", KELOMPOK["abk_disdik_tulis"], isi=lambda d: {"aksi": "ajukan", "id": [d.abk.pk]}),
    P("pengadaan:abk_terapkan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.unggahan.pk,)),
    P("pengadaan:abk_kembalikan", KELOMPOK["kaban"], lambda d: (d.abk_periksa.pk,), lambda d: {"versi": 1, "catatan": "Lengkapi."}),
    P("pengadaan:rencana_lakukan", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, "isi"), lambda d: {"versi": 1}),
    P("pengadaan:rencana_renstra", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk,),
      lambda d: {"versi": 1, "renstra_mulai": TAHUN_ABK, "renstra_sampai": TAHUN_ABK + 4}),
    P("pengadaan:baris_create", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk,), lambda d: _BARIS),
    P("pengadaan:baris_update", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk), lambda d: _BARIS),
    P("pengadaan:baris_delete", KELOMPOK["abk_disdik_tulis"], lambda d: (d.rencana.pk, d.baris_rencana_kebutuhan.pk), lambda d: {"versi": 1}),
    P("pengadaan:usul_rekap", KELOMPOK["kaban"], isi=lambda d: {"tahun": TAHUN_ABK + 1}),
    P("pengadaan:usul_setujui", KELOMPOK["kaban"], lambda d: (d.usul_kaban.pk,), lambda d: {"versi": 1}),
    P("pengadaan:usul_kembalikan", KELOMPOK["kaban"], lambda d: (d.usul_kaban.pk,), lambda d: {"versi": 1, "catatan": "Periksa."}),
    P("pengadaan:usul_sahkan", KELOMPOK["perekam"], lambda d: (d.usul_bupati.pk,), lambda d: {"versi": 1, "berkas": pdf()}),
    P("pengadaan:usul_penetapan", KELOMPOK["kaban"], lambda d: (d.usul_kirim.pk,),
      lambda d: {"versi": 1, "nomor": "1", "tanggal": HARI_INI, "berkas": pdf()}),
    P("pengadaan:formasi_update", KELOMPOK["kaban"], lambda d: (d.formasi.pk,), lambda d: {"versi": 1, "jumlah": 2}),
    P("pensiun:pelepasan_selesai", KELOMPOK["pensiun_kelola"], lambda d: (d.pelepasan.pk,), berubah=False),  # attendance is open
    P("penggajian:tpp_atur_create", frozenset({"kaban"}), lambda d: ("pagu",), lambda d: {
        "kriteria": "beban_kerja", "kelas_7": "100", "berlaku_sejak": HARI_INI.replace(day=1).isoformat(),
        "dasar": "Perbup uji 1/2026", "keyakinan": "asumsi"}),
    P("diklat:katalog_create", KELOMPOK["diklat_kelola"], isi=isian_katalog),
    P("diklat:katalog_update", KELOMPOK["diklat_kelola"], lambda d: (d.pelatihan.pk,), lambda d: isian_katalog(d) | {"versi": 1}),
    P("diklat:rencana_create", KELOMPOK["diklat_kelola"], isi=lambda d: {"tahun": HARI_INI.year + 1}),
    P("diklat:rencana_lakukan", KELOMPOK["diklat_kelola"], lambda d: (d.rencana_diklat.pk, "ajukan"), lambda d: {"versi": 1}),
    P("diklat:butir_create", KELOMPOK["diklat_kelola"], lambda d: (d.rencana_diklat.pk,), lambda d: {
        "pelatihan": d.pelatihan.pk, "sasaran": 10, "mulai": f"{HARI_INI.year}-12-30", "selesai": f"{HARI_INI.year}-12-31",
        "anggaran": 0, "sumber": "apbd", "versi": 1}),
    P("diklat:butir_delete", KELOMPOK["diklat_kelola"], lambda d: (d.butir_diklat.pk,)),
    P("diklat:kalender_daftar", KELOMPOK["asn"], lambda d: (d.kegiatan_buka.pk,)),
    P("diklat:kalender_mundur", KELOMPOK["penulis"], lambda d: (d.kegiatan_verif.pk,), lambda d: {"alasan": "Sakit"}),
    P("diklat:evaluasi_create", KELOMPOK["penulis"], lambda d: (d.kegiatan_jalan.pk,),
      lambda d: dict.fromkeys(("materi", "pengajar", "metode", "sarana", "layanan"), 5)),
    P("diklat:kegiatan_create", KELOMPOK["diklat_kelola"], isi=isian_pelatihan),
    P("diklat:kegiatan_update", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_buka.pk,),
      lambda d: isian_pelatihan(d, versi=d.kegiatan_buka.versi)),
    P("diklat:kegiatan_batalkan", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_buka.pk,),
      lambda d: {"versi": d.kegiatan_buka.versi, "catatan": "Anggaran"}),
    P("diklat:langkah_selesai", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, "pelatihan"),
      lambda d: {"versi": d.kegiatan_jalan.versi}),
    P("diklat:nominasi_create", frozenset({"operator", "kepala_opd", "kaban"}), lambda d: (d.kegiatan_buka.pk,),
      lambda d: {"id": [d.ani.nip]}),
    P("diklat:surat_create", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, "edaran")),
    P("diklat:sesi_create", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk,), lambda d: {
        "tanggal": HARI_INI - timedelta(days=1), "mulai": "08:00", "selesai": "09:30", "materi": "Lain"}),
    P("diklat:sesi_update", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk, d.sesi_diklat.pk), lambda d: {
        "tanggal": HARI_INI, "mulai": "08:00", "selesai": "09:30", "materi": "Lain"}),
    P("diklat:sesi_delete", KELOMPOK["diklat_kelola"], lambda d: (d.sesi_diklat.pk,)),
    P("diklat:sesi_detail", KELOMPOK["diklat_kelola"], lambda d: (d.sesi_diklat.pk,), lambda d: {"hadir": [d.peserta_diklat.pk]}),
    P("diklat:hadir_isi", KELOMPOK["penulis"], isi=lambda d: {"kunci": hadir_diklat.untuk_orang(d.sesi_diklat.pk, d.ani.pk)}),
    P("diklat:nilai", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_jalan.pk,), lambda d: {f"{d.peserta_diklat.pk}-nilai": "80"}),
    P("diklat:sertifikat_ajukan", KELOMPOK["diklat_kelola"], lambda d: (d.kegiatan_nilai.pk,), berubah=False),  # the staf sends them
    P("diklat:peserta_lepas", KELOMPOK["diklat_lepas"], lambda d: (d.calon_diklat.pk,), lambda d: {"alasan": "Pindah tugas"}),
    P("diklat:peserta_lakukan", KELOMPOK["diklat_kelola"], lambda d: (d.calon_diklat.pk, "putuskan"),
      lambda d: {"hasil": "ms", "alasan": "Lengkap."}),
    P("diklat:surat_sahkan", KELOMPOK["diklat_kelola"], lambda d: (d.surat_diklat.pk,), lambda d: {"berkas": pdf()}),
    P("diklat:pasca_update", KELOMPOK["diklat_ani_atasan"], lambda d: (d.pasca_diklat.pk,),
      lambda d: dict.fromkeys(("diterapkan", "mutu", "mandiri", "berbagi", "aksi"), 4)),
    P("karier:standar_kelompok_update", KELOMPOK["karier"], lambda d: ("pengawas",),
      lambda d: {"kompetensi": "INT", "level": "3", "berlaku_sejak": BESOK.isoformat(), "dasar": "SK 1/2026", "keyakinan": "pasti"}),
    P("karier:standar_jabatan_update", KELOMPOK["karier"], lambda d: (d.ani.kini.jabatan_id,),
      lambda d: {"kompetensi": "INT", "level": "3", "berlaku_sejak": BESOK.isoformat(), "dasar": "SK 1/2026", "keyakinan": "pasti"}),
    P("karier:kompetensi_create", KELOMPOK["karier"], isi=lambda d: {"kode": "T-UJI", "nama": "Teknis uji", "dasar": "SK 1/2026"}),
    P("karier:uji_create", KELOMPOK["karier"], isi=lambda d: _UJI),
    P("karier:uji_update", KELOMPOK["karier"], ke.kegiatan, lambda d: _UJI),
    P("karier:peserta_create", KELOMPOK["karier"], ke.kegiatan, lambda d: {"id": [d.eko.nip]}),
    P("karier:peserta_delete", KELOMPOK["karier"], lambda d: (d.peserta_uji.pk,)),
    P("karier:uji_mulai", KELOMPOK["karier"], ke.kegiatan),
    P("karier:uji_batalkan", KELOMPOK["karier"], ke.kegiatan),
    P("pengadaan:seleksi_create", KELOMPOK["pengadaan"], isi=seleksi_asn.isian),
    P("pengadaan:seleksi_update", KELOMPOK["pengadaan"], ke.asn, seleksi_asn.isian),
    P("pengadaan:seleksi_lakukan", KELOMPOK["pengadaan"], lambda d: (d.asn.pk, "umumkan")),
    P("pengadaan:pelamar_update", KELOMPOK["pengadaan"], lambda d: (d.asn_pelamar.pk,), lambda d: {"keputusan": "tms", "alasan": "Uji"}),
    P("pengadaan:impor_list", KELOMPOK["pengadaan"], ke.asn, seleksi_asn.berkas_impor),
    P("pengadaan:impor_lakukan", KELOMPOK["pengadaan"], lambda d: (d.asn_impor.pk, "terapkan")),
    P("pengadaan:pengumuman_sah", KELOMPOK["pengadaan"], ke.asn_hasil, lambda d: {"berkas": pdf()}),
    P("pengadaan:berkas_buka", KELOMPOK["pengadaan"], lambda d: (d.asn_siap.pk,), lambda d: {"tenggat": BESOK.isoformat()}),
    P("pengadaan:berkas_detail", KELOMPOK["pengadaan"], lambda d: (d.asn_dikirim.pk,), lambda d: {"versi": d.asn_dikirim.__class__.objects.get(pk=d.asn_dikirim.pk).versi}),
    P("pengadaan:berkas_tenggat", KELOMPOK["pengadaan"], ke.asn_calon, lambda d: {"tenggat": (HARI_INI + timedelta(days=20)).isoformat()}),
    P("pengadaan:pelamar_batalkan", KELOMPOK["pengadaan"], lambda d: (d.asn_calon.pelamar_id,), lambda d: {"sebab": "mundur", "dasar": "Surat 1"}),
    P("pengadaan:pengganti_usulkan", KELOMPOK["pengadaan"], ke.asn_ganti),
    P("pengadaan:pengganti_umumkan", KELOMPOK["pengadaan"], ke.asn_ganti, lambda d: {"nomor": "B-1", "tanggal": HARI_INI.isoformat()}),
    P("pengadaan:pengganti_sah", KELOMPOK["pengadaan"], lambda d: (d.asn_ganti.pk, d.asn_surat.pk), lambda d: {"berkas": pdf()}),
    P("pengadaan:berkas_kode", KELOMPOK["pengadaan"], ke.asn_calon),
    P("pengadaan:berkas_periksa", KELOMPOK["pengadaan"], lambda d: (d.asn_periksa.pk,), lambda d: {"hasil": "kembali", "alasan": "Kabur"}),
    P("pengadaan:usul_create", KELOMPOK["pengadaan"], ke.asn_hasil,
      lambda d: {"nomor": "813/2", "tanggal": HARI_INI.isoformat(), "tmt": HARI_INI.replace(day=1).isoformat()}),
    P("pengadaan:usul_rekam", KELOMPOK["pengadaan"], lambda d: (d.asn_baris.pk,), lambda d: {"status": "tms", "catatan": "Usia"}),
    P("pengadaan:usul_rekam_banyak", KELOMPOK["pengadaan"], lambda d: (d.asn_usul.pk,), seleksi_asn.jawab_banyak),
    P("pengadaan:usul_sk", KELOMPOK["pengadaan"], lambda d: (d.asn_usul.pk,), berubah=False),  # staf of the subbid propose
    P("pengadaan:pemberkasan_drh", KELOMPOK["calon"], isi=seleksi_asn.drh),
    P("pengadaan:pemberkasan_unggah", KELOMPOK["calon"], lambda d: ("ijazah",), lambda d: {"berkas": pdf()}),
    P("pengadaan:pemberkasan_kirim", KELOMPOK["calon"], isi=lambda d: {"benar": "1"}, berubah=False),  # not complete yet
    P("pengadaan:cpns_usulkan", OPERATOR | STAF | {"kaban"}, berubah=False),
    P("karier:seleksi_create", KELOMPOK["karier"], isi=isian_seleksi),
    P("karier:seleksi_update", KELOMPOK["karier"], ke.rencana, isian_seleksi),
    P("karier:seleksi_lakukan", KELOMPOK["karier"], lambda d: (d.seleksi.pk, "batalkan")),
    P("karier:tahap_umumkan", KELOMPOK["karier"], lambda d: (d.seleksi_nilai.pk, "asesmen")),
    P("karier:seleksi_berkas_create", KELOMPOK["karier"], lambda d: (d.seleksi_rencana.pk, "izin"), lambda d: {"berkas": pdf()}),
    P("karier:seleksi_perpanjang", KELOMPOK["karier"], ke.seleksi, lambda d: {"sampai": (HARI_INI + timedelta(days=40)).isoformat()}),
    P("karier:pansel_create", KELOMPOK["karier"], ke.rencana,
      lambda d: {"nama": "Dr. Lain", "instansi": "Universitas", "unsur": "pakar", "peran": "anggota"}),
    P("karier:pansel_delete", KELOMPOK["karier"], lambda d: (d.seleksi_rencana.pansel.get().pk,)),
    P("karier:talenta_hitung", KELOMPOK["karier"], berubah=False),  # work for the worker
    P("karier:talenta_bekukan", KELOMPOK["karier"], isi=lambda d: {"tahun": HARI_INI.year}),
    P("eperformance:realisasi_simpan", KELOMPOK["penulis"], ke.isian_realisasi, lambda d: {f"i{d.kinerja_indikator.pk}": "25"}),
    P("eperformance:bukti_create", KELOMPOK["penulis"], ke.isian_realisasi, lambda d: {"tautan": "https://contoh.go.id/a"}),
    P("eperformance:bukti_tarik", KELOMPOK["penulis"], lambda d: (d.kinerja_bukti.pk,)),
    P("eperformance:umpan_balik_create", KELOMPOK["penilai_ani"], lambda d: (d.kinerja_skp.pk, 1), lambda d: {"isi": "Baik."}),
    P("eperformance:umpan_balik_minta", KELOMPOK["penilai_ani"], lambda d: (d.kinerja_skp.pk, 1),
      lambda d: {"orang": [d.kinerja_rekan.pegawai_id]}),
    P("eperformance:umpan_balik_jawab", KELOMPOK["ani_diminta"], lambda d: (d.kinerja_minta.pk,), lambda d: {"isi": "Baik."}),
    P("eperformance:laporan_cetak", KELOMPOK["tpp_kelola"], isi=lambda d: {"tahun": 2020, "triwulan": 1}),
    P("kesejahteraan:korpri_kegiatan_create", KELOMPOK["korpri"], isi=isian_kegiatan),
    P("kesejahteraan:korpri_kegiatan_update", KELOMPOK["korpri"], lambda d: (d.korpri_lain.pk,), isian_kegiatan),
    P("kesejahteraan:korpri_kegiatan_umumkan", KELOMPOK["korpri"], lambda d: (d.korpri_rencana.pk,)),
    P("kesejahteraan:korpri_kegiatan_batalkan", KELOMPOK["korpri"], lambda d: (d.korpri.pk,)),
    P("kesejahteraan:korpri_kegiatan_selesai", KELOMPOK["korpri"], lambda d: (d.korpri_lewat.pk,), lambda d: {"hasil": "Lancar."}),
    P("kesejahteraan:korpri_kegiatan_daftar", KELOMPOK["asn"], lambda d: (d.korpri_lain.pk,)),
    P("kesejahteraan:korpri_kegiatan_hadir", KELOMPOK["penulis"], lambda d: (d.korpri_kini.pk,), lambda d: {"kode": "123456"}),
    P("kesejahteraan:korpri_peserta_mundur", KELOMPOK["penulis_redaksi"], lambda d: (d.korpri_peserta.pk,)),
    P("kesejahteraan:korpri_peserta_list", KELOMPOK["korpri"], lambda d: (d.korpri_kini.pk,),
      lambda d: {"tampak": [d.korpri_hadir.pk], "hadir": [d.korpri_hadir.pk]}),
    P("kesejahteraan:korpri_peserta_create", KELOMPOK["korpri"], lambda d: (d.korpri.pk,), lambda d: {"nip": d.eko.nip}),
    P("kesejahteraan:korpri_capaian_update", KELOMPOK["korpri"], lambda d: (d.korpri_kini.pk,),
      lambda d: {f"r_{d.korpri_hadir.pk}": "1", f"c_{d.korpri_hadir.pk}": "Juara 1"}),
    P("kesejahteraan:korpri_berkas_create", KELOMPOK["korpri"], lambda d: (d.korpri.pk,), lambda d: {"judul": "Foto", "berkas": foto()}),
    P("kesejahteraan:korpri_berkas_tarik", KELOMPOK["korpri"], lambda d: (d.korpri_berkas.pk,)),
    P("kesejahteraan:korpri_pengurus_create", KELOMPOK["korpri"], lambda d: (d.korpri_unit,),
      lambda d: {"nip": d.kepsek.nip, "jabatan": "ketua", "sejak": HARI_INI, "nomor_sk": "2", "tanggal_sk": HARI_INI}),
    P("kesejahteraan:korpri_pengurus_akhiri", KELOMPOK["korpri"], lambda d: (d.korpri_pengurus.pk,), lambda d: {"sampai": HARI_INI}),
    P("kesejahteraan:korpri_tulisan_create", KELOMPOK["asn"], isi=lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_update", KELOMPOK["penulis"], lambda d: (d.tulisan_draf.pk,), lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_update", KELOMPOK["korpri"], lambda d: (d.tulisan_ajuan.pk,), lambda d: ISI_TULISAN),
    P("kesejahteraan:korpri_tulisan_ajukan", KELOMPOK["penulis"], lambda d: (d.tulisan_draf.pk,), lambda d: {"versi": 1}),
    P("kesejahteraan:korpri_tulisan_ambil", KELOMPOK["penulis"], lambda d: (d.tulisan_ajuan.pk,), lambda d: {"versi": 1}),
    P("kesejahteraan:korpri_tulisan_putuskan", KELOMPOK["korpri"], lambda d: (d.tulisan_ajuan.pk,),
      lambda d: {"keputusan": "terbit", "catatan": "", "versi": 1}),
    P("kesejahteraan:korpri_edisi_create", KELOMPOK["korpri"],
      isi=lambda d: {"judul": "Dua", "tanggal": HARI_INI, "tulisan": [d.tulisan_terbit.pk]}),
    P("eperformance:periode_create", KELOMPOK["kinerja_kelola"], isi=lambda d: isian_periode(d) | {"tahun": HARI_INI.year + 1}),
    P("eperformance:periode_update", KELOMPOK["kinerja_kelola"], ke.tahun_ini, isian_periode),
    P("eperformance:periode_draf", KELOMPOK["kinerja_kelola"], ke.tahun_ini),
    P("eperformance:pohon_create", KELOMPOK["kinerja_kelola"], isi=lambda d: {"tahun": HARI_INI.year + 2}),
    P("eperformance:pohon_update", KELOMPOK["kinerja_kelola"], ke.tahun_ini, lambda d: {"dasar": "PK uji", "versi": d.pohon.versi}),
    P("eperformance:pohon_salin", KELOMPOK["kinerja_kelola"], ke.tahun_ini, lambda d: {"tahun": HARI_INI.year + 2}),
    P("eperformance:pohon_alihkan", KELOMPOK["kinerja_kelola"], ke.tahun_ini, lambda d: {"status": "arsip", "versi": d.pohon.versi}),
    P("eperformance:pohon_hitung", KELOMPOK["kinerja_kelola"], ke.tahun_ini),
    P("eperformance:simpul_create", KELOMPOK["kinerja_kelola"], ke.tahun_ini, lambda d: isian_simpul(d, jenis="tujuan")),
    P("eperformance:simpul_update", KELOMPOK["kinerja_kelola"], ke.simpul, isian_simpul),
    P("eperformance:simpul_pindah", KELOMPOK["kinerja_kelola"], ke.simpul,
      lambda d: {"induk": d.simpul_lepas.induk_id, "versi": d.pohon.versi}),
    P("eperformance:simpul_urut", KELOMPOK["kinerja_kelola"], ke.simpul, lambda d: {"arah": "naik", "versi": d.pohon.versi}),
    P("eperformance:simpul_akhiri", KELOMPOK["kinerja_kelola"], ke.simpul, lambda d: {"versi": d.pohon.versi}),
    P("eperformance:simpul_hapus", KELOMPOK["kinerja_kelola"], ke.simpul, lambda d: {"versi": d.pohon.versi}, berubah=False),  # values rest on it
    P("eperformance:indikator_create", KELOMPOK["kinerja_kelola"], ke.simpul, isian_indikator),
    P("eperformance:indikator_update", KELOMPOK["kinerja_kelola"], ke.indikator, isian_indikator),
    P("eperformance:indikator_hapus", KELOMPOK["kinerja_kelola"], ke.indikator, lambda d: {"versi": d.pohon.versi}),
    P("eperformance:realisasi_create", KELOMPOK["kinerja_kelola"], lambda d: (d.indikator.pk, 1),
      lambda d: {"triwulan": 1, "terakhir": 0, "nilai": "8"}),
    *penilaian.perbuatan(P, KELOMPOK["ani"]),
)  # fmt: skip
