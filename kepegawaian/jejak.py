"""Siapa bertindak, dari mana: ``sebagai`` at the start of each act; ``catat`` writes one Jejak.

``sebagai`` sets ``portal.pelaku`` and ``portal.alamat`` with SET LOCAL, so that column defaults and
triggers see them, raw COPY included, and the values end with the transaction.
"""

from contextlib import contextmanager
from datetime import date

from django.db import connection, transaction

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.kabar import beri_tahu
from kepegawaian.models import AksesSensitif, Jejak

__all__ = ["beri_tahu", "catat", "catat_sensitif", "kalimat", "sebagai"]

# One table from action to sentence; {…} are keys of Jejak.data.
KALIMAT = {
    "masuk": "Masuk ke portal",
    "masuk_gagal": "Gagal masuk ke portal",
    "keluar": "Keluar dari portal",
    "akun_aktivasi": "Mengaktifkan akun",
    "akun_kode": "Menerbitkan kode aktivasi",
    "akun_sandi": "Mengganti kata sandi",
    "akun_tutup": "Menutup akun",
    "akun_buka": "Membuka akun",
    "faktor_pasang": "Memasang langkah kedua",
    "faktor_lepas": "Melepas langkah kedua",
    "faktor_atur_ulang": "Mengatur ulang langkah kedua",
    "faktor_gagal": "Kode langkah kedua salah",
    "faktor_pulih": "Masuk dengan kode pulih",
    "faktor_pulih_baru": "Membuat kode pulih baru",
    "sesi_akhiri": "Mengakhiri sesi {peranti}",
    "salinan_minta": "Meminta salinan data pribadinya",
    "salinan_unduh": "Mengunduh salinan data pribadinya",
    "segel_periksa": "Memeriksa segel jejak: {hasil}",
    "impor_unggah": "Mengunggah berkas impor {berkas}",
    "impor_terap": "Menerapkan impor {berkas}",
    "impor_batal": "Membatalkan impor {berkas}",
    "impor_kamus": "Menjawab referensi “{teks}”",
    "siasn_token": "Menempel token SSO SIASN",
    "siasn_token_buang": "Membuang token SSO SIASN",
    "siasn_ambil": "Mengambil data SIASN {siapa} ({jumlah} orang)",
    "siasn_ambil_henti": "Menghentikan pengambilan data SIASN {siapa}",
    "siasn_terima": "Menerima {jenis} dari SIASN: {medan}",
    "siasn_terima_batal": "Membatalkan {jenis} yang diterima dari SIASN: {medan}",
    "siasn_minta_kirim": "Meminta {jenis} dikirim ke SIASN: {uraian}",
    "siasn_kirim": "Kiriman ke SIASN {hasil}: {uraian}",
    "siasn_kirim_batal": "Membatalkan kiriman ke SIASN: {uraian}",
    "dosir_unggah": "Mengunggah {nama}",
    "dosir_unduh": "Membuka berkas {nama}",
    "ekspor": "Mengekspor {jumlah} baris {daftar}",
    "usulan_buat": "Membuat draf usulan",
    "usulan_ubah": "Mengubah isian usulan",
    "usulan_ajukan": "Mengajukan usulan",
    "usulan_setujui": "Menyetujui: {langkah}",
    "usulan_rekam": "Merekam hasil: {langkah}",
    "usulan_kembalikan": "Mengembalikan: {catatan}",
    "usulan_tolak": "Menolak: {catatan}",
    "usulan_batalkan": "Membatalkan usulan: {catatan}",
    "usulan_selesai": "Usulan selesai",
    "perkara": "Perbuatan pada perkara rahasia",
    "kasus_bap": "Mengisi berita acara pemeriksaan",
    "kasus_tim": "Menetapkan tim pemeriksa",
    "kasus_laporan": "Mencatat laporan dugaan pelanggaran",
    "halangan_catat": "Mencatat ketidakhadiran {sejak} sampai {sampai}",
    "halangan_batal": "Membatalkan catatan ketidakhadiran sejak {sejak}",
    "usulan_alih": "Langkah {langkah} beralih: {sebab}",
    "berkas_pasang": "Memasang berkas {nama}",
    "berkas_periksa": "Memeriksa berkas {nama}: {hasil}",
    "naskah_tetapkan": "Menetapkan naskah nomor {nomor}",
    "naskah_cetak": "Naskah {nomor} tercetak",
    "naskah_sah": "Naskah {nomor} ditandatangani",
    "tte_minta": "Meminta tanda tangan elektronik naskah {nomor}",
    "tte_lepas": "Melepas naskah {nomor} tanpa tanda tangan: {catatan}",
    "tte_cocok": "Mencocokkan tanda tangan naskah {nomor}: {catatan}",
    "naskah_disetujui": "Naskah {nomor} tercetak dan berlaku dengan persetujuan di portal",
    "naskah_batal": "Nomor {nomor} dibatalkan",
    "naskah_terap": "Akibat naskah {nomor} dicatat pada riwayat",
    "naskah_ubah": "Naskah diubah oleh nomor {nomor}",
    "naskah_cabut": "Naskah dicabut oleh nomor {nomor}",
    "naskah_anulir": "Naskah dibatalkan oleh nomor {nomor}",
    "nomor_pesan": "Memesan nomor {nomor}",
    "nomor_pakai": "Memakai nomor pesanan {nomor}",
    "nomor_batal": "Membatalkan nomor pesanan {nomor}: {sebab}",
    "naskah_unduh": "Mengunduh naskah {nomor}",
    "naskah_pratinjau": "Membuka pratinjau konsep naskah {usulan}",
    "templat_simpan": "Menyimpan konsep templat {templat}",
    "templat_pratinjau": "Melihat pratinjau templat {templat} pada usulan {usulan}",
    "templat_berlaku": "Memberlakukan templat {templat} sejak {berlaku}",
    "templat_cabut": "Mencabut templat {templat}: {alasan}",
    "kabar_atur": "Mengatur pemberitahuannya",
    "kiriman_ulang": "Mengulang {jumlah} kiriman pemberitahuan",
    "rancangan_buat": "Membuat rancangan pelantikan",
    "rancangan_ubah": "Mengubah isi rancangan pelantikan",
    "rancangan_anggota": "Mengubah tim rancangan pelantikan",
    "rancangan_final": "Memfinalkan rancangan pelantikan dengan {jumlah} usulan",
    "setelan_ubah": "Mengubah setelan {kunci}",
    "penugasan_ubah": "Mengubah penugasan {peran}",
    "daftar_minta": "Meminta {daftar}",
    "daftar_tetapkan": "Menetapkan {daftar}",
    "daftar_buang": "Membuang konsep {daftar}",
    "daftar_keberatan": "Mencatat keberatan atas {daftar}",
    "daftar_putusan": "Memutus keberatan atas {daftar}: {hasil}",
    "indeks_hitung": "Menghitung indeks {tahun}",
    "standar_ubah": "Menetapkan standar {kompetensi} level {level} bagi {sasaran}",
    "uji_simpan": "Menyimpan uji kompetensi {nama}",
    "uji_batal": "Membatalkan uji kompetensi {nama}",
    "uji_daftar": "Mendaftarkan peserta uji kompetensi {nama}",
    "uji_keluar": "Mengeluarkan peserta uji kompetensi {nama}",
    "uji_nilai_mulai": "Memulai penilaian uji kompetensi {nama}",
    "uji_nilai": "Mengisi nilai {jumlah} peserta uji kompetensi {nama}",
    "uji_ajukan": "Mengajukan hasil {jumlah} peserta uji kompetensi {nama}",
    "ujian_simpan": "Menyimpan {nama}",
    "ujian_umumkan": "Mengumumkan {nama}",
    "ujian_tutup": "Menetapkan {jumlah} peserta {nama}",
    "ujian_nilai": "Mengisi nilai {jumlah} peserta {nama}",
    "ujian_hasil": "Menetapkan hasil {jumlah} peserta {nama}",
    "slks_surat": "Menerbitkan surat usul Satyalancana nomor {nomor} bagi {jumlah} orang",
    "pemilihan_simpan": "Menyimpan {nama}",
    "pemilihan_buka": "Membuka usul {nama}",
    "pemilihan_juri": "Mengubah juri {nama}",
    "pemilihan_tutup": "Menetapkan {jumlah} calon {nama}",
    "pemilihan_nilai": "Mengisi nilai juri {juri} bagi {jumlah} calon {nama}",
    "pemilihan_hasil": "Menetapkan hasil {jumlah} calon {nama}",
    "seleksi_simpan": "Menyimpan {nama}",
    "seleksi_pansel": "Mengubah panitia {nama}",
    "seleksi_umumkan": "Mengumumkan {nama}",
    "seleksi_perpanjang": "Memperpanjang pendaftaran {nama} sampai {sampai}",
    "seleksi_tahap": "{nama}: {tahap}",
    "seleksi_lamar": "Melamar pada {nama}",
    "seleksi_administrasi": "Memutus administrasi pelamar {nama}: {hasil}",
    "seleksi_nilai": "Mengisi nilai {jumlah} pelamar {nama}",
    "seleksi_berkas": "Menyimpan pindaian {berkas} {nama}",
    "seleksi_umumkan_tahap": "Mengumumkan hasil {tahap} {nama} kepada pelamar",
    "seleksi_sampaikan": "Menyampaikan tiga calon terbaik {nama} kepada PPK dengan surat {nomor}",
    "seleksi_pilih": "Merekam pilihan PPK pada {nama}",
    "korpri_pengurus": "Mencatat {jabatan} Korpri {unit}",
    "korpri_pengurus_akhir": "Mengakhiri masa bakti {jabatan} Korpri {unit} pada {sampai}",
    "korpri_kegiatan_simpan": "Menyimpan kegiatan Korpri {nama}",
    "korpri_kegiatan_umumkan": "Mengumumkan kegiatan Korpri {nama}",
    "korpri_kegiatan_batal": "Membatalkan kegiatan Korpri {nama}",
    "korpri_kegiatan_selesai": "Menutup kegiatan Korpri {nama}",
    "korpri_daftar": "Mendaftar pada kegiatan Korpri {nama}",
    "korpri_mundur": "Menarik pendaftaran pada kegiatan Korpri {nama}",
    "korpri_hadir": "Mengisi kehadiran sendiri pada {nama}",
    "korpri_daftar_hadir": "Mencatat kehadiran {jumlah} peserta {nama}",
    "korpri_capaian": "Mengisi capaian {jumlah} peserta {nama}",
    "korpri_berkas": "Menambah dokumentasi {berkas} pada {nama}",
    "korpri_berkas_tarik": "Menarik dokumentasi {berkas} dari {nama}",
    "korpri_tulisan_simpan": "Menyimpan tulisan {judul}",
    "korpri_tulisan_ajukan": "Mengirim tulisan {judul} ke redaksi",
    "korpri_tulisan_ambil": "Mengambil kembali tulisan {judul}",
    "korpri_tulisan_sunting": "Menyunting tulisan {judul}",
    "korpri_tulisan_terbit": "Menerbitkan tulisan {judul}",
    "korpri_tulisan_dikembalikan": "Mengembalikan tulisan {judul}",
    "korpri_tulisan_ditarik": "Menarik tulisan {judul}",
    "korpri_edisi": "Menyusun {nama}",
    "talenta_hitung": "Menghitung peta talenta {tahun}",
    "talenta_beku": "Membekukan peta talenta {tahun}",
    "periode_kinerja": "Mengatur tahun kinerja {tahun}",
    "skp_buka": "Membuat draf SKP {tahun}",
    "skp_buka_banyak": "Membuat draf SKP {tahun} bagi {jumlah} pegawai",
    "skp_ubah": "Mengubah isi SKP {tahun}: {bagian}",
    "skp_ajukan": "Mengajukan SKP {tahun}",
    "skp_tarik": "Menarik kembali SKP {tahun}",
    "skp_kembalikan": "Mengembalikan SKP {tahun}",
    "skp_tetapkan": "Menetapkan SKP {tahun}",
    "skp_batal": "Membatalkan SKP {tahun}",
    "skp_akhiri": "Mengakhiri masa SKP {tahun}",
    "skp_penilai": "Mengganti pejabat penilai SKP {tahun}",
    "skp_alih": "Penilaian SKP {tahun} beralih: {sebab}",
    "kinerja_evaluasi": "Menetapkan {jenis} SKP {tahun}",
    "kinerja_umpan_balik": "Menulis umpan balik SKP {tahun}",
    "kinerja_realisasi": "Mengisi realisasi SKP {tahun}, {masa}",
    "kinerja_bukti": "Menambah bukti {nama} pada SKP {tahun}",
    "kinerja_bukti_tarik": "Menarik bukti {nama} dari SKP {tahun}",
    "kinerja_minta_umpan_balik": "Meminta umpan balik {jumlah} orang atas SKP {tahun}",
    "kinerja_laporan": "Meminta laporan pemantauan kinerja {masa}",
    "kinerja_terima": "Menerima hasil penilaian {tahun}",
    "kinerja_keberatan": "Menyatakan keberatan atas penilaian {tahun}",
    "kinerja_keberatan_henti": "Keberatan atas penilaian {tahun} dihentikan",
    "kinerja_buka_lagi": "Membuka kembali penilaian {tahun} karena naskahnya dibatalkan",
    "kinerja_cetak": "Mencetak evaluasi kinerja {tahun}",
    "kinerja_final": "Memfinalkan penilaian {tahun}",
    "kinerja_capaian": "Menetapkan capaian organisasi {opd} {tahun}",
    "kinerja_distribusi": "Menetapkan distribusi predikat {opd} {tahun}",
    "kinerja_perbaikan": "Mencatat masa perbaikan kinerja: {hasil}",
    "pohon_simpan": "Mengubah pohon kinerja {tahun}: {apa}",
    "pohon_realisasi": "Mengisi realisasi {indikator}",
    "tpp_atur": "Mengatur TPP: {apa}, berlaku sejak {berlaku}",
    "tpp_hitung": "Menghitung TPP bulan {bulan}",
    "cuti_catat": "Mencatat cuti tahunan {tahun}: {apa} {hari} hari kerja",
    "cuti_catat_batal": "Membatalkan catatan cuti tahunan {tahun}",
    "tpp_tetapkan": "Menetapkan TPP bulan {bulan}",
    "presensi_koreksi": "Mengoreksi presensi {jumlah} hari menurut {dasar}",
    "putusan_gaji": "Memutus gaji: {apa}, mulai {tmt}",
    "pelepasan_simpan": "Menyimpan {nama}",
    "pelepasan_tetapkan": "Menetapkan {jumlah} peserta {nama}",
    "pelepasan_hadir": "Mencatat kehadiran {jumlah} peserta {nama}",
    "pelepasan_selesai": "Menutup {nama}",
    "tb_lapor": "Mengirim laporan semester {semester} tugas belajar",
    "tb_periksa": "Memeriksa laporan semester {semester} tugas belajar: {hasil}",
    "tb_catat": "Mencatat tugas belajar {studi}",
    "tb_putus": "Mencatat ikatan dinas diputus pada {tanggal}, ganti rugi Rp{jumlah}",
    "tb_lunas": "Mencatat ganti rugi tugas belajar lunas pada {tanggal}",
    "tb_rencana": "Menambah rencana kebutuhan tugas belajar {rencana}",
    "tb_rencana_coret": "Mencoret rencana kebutuhan tugas belajar {rencana}",
    "mandiri_impor": "Membuat {jumlah} draf laporan belajar mandiri dari berkas {berkas}",
    "diklat_katalog": "Menyimpan katalog pelatihan {nama}",
    "diklat_rencana": "Mengubah rencana pelatihan {tahun}",
    "diklat_rencana_langkah": "Rencana pelatihan {tahun}: {apa}",
    "diklat_kegiatan": "Menyimpan kegiatan {nama}",
    "diklat_langkah": "{nama}: menyelesaikan {langkah}",
    "diklat_kembali": "{nama}: mengembalikan daftar calon: {catatan}",
    "diklat_batal": "Membatalkan kegiatan {nama}: {sebab}",
    "diklat_nominasi": "Menominasikan pada {nama}",
    "diklat_putus": "Memeriksa calon {nama}: {hasil}",
    "diklat_urutan": "Mengubah urutan calon {nama} menjadi {urutan}",
    "diklat_tetapkan": "Menetapkan {jumlah} peserta {nama}",
    "diklat_naik": "Naik dari daftar tunggu {nama}",
    "diklat_lepas": "Melepas dari {nama}: {sebab}",
    "diklat_plh": "Mencatat pelaksana harian selama {nama}",
    "diklat_surat": "Menerbitkan {surat} nomor {nomor} bagi {nama}",
    "diklat_sesi": "Mengubah jadwal {nama}: {materi}",
    "diklat_hadir": "Mengisi kehadiran {nama}: {materi}",
    "diklat_daftar_hadir": "Mencatat kehadiran {jumlah} peserta {nama}: {materi}",
    "diklat_nilai": "Mengisi nilai {jumlah} peserta {nama}",
    "diklat_sertifikat": "Mengajukan sertifikat {jumlah} peserta {nama}",
    "diklat_evaluasi": "Mengisi evaluasi {nama}",
    "diklat_pasca": "Mengisi evaluasi pascapelatihan {nama}",
    "seleksi_asn_simpan": "Menyimpan {nama}",
    "seleksi_asn_keadaan": "{nama}: {keadaan}",
    "seleksi_asn_administrasi": "Memutus administrasi {jumlah} pelamar {nama}: {hasil}",
    "seleksi_asn_unggah": "Mengunggah {berkas} pada {nama}",
    "seleksi_asn_impor": "Menerapkan impor {berkas} {nama}: {jumlah} baris",
    "seleksi_asn_urung": "Mengurungkan impor {berkas} {nama}",
    "seleksi_asn_hasil": "Menetapkan hasil {jumlah} pelamar {nama}",
    "seleksi_asn_batal": "Membatalkan kelulusan {peserta}: {sebab}",
    "seleksi_asn_usul_ganti": "Mengusulkan pengganti {jumlah} peserta {nama} dengan surat {nomor}",
    "seleksi_asn_ganti": "Mengumumkan {jumlah} pengganti {nama} dengan {nomor}",
    "seleksi_asn_kode": "Mencetak kode akun calon {peserta}",
    "pemberkasan_buka": "Membuka pemberkasan {jumlah} calon {nama} sampai {tenggat}",
    "pemberkasan_tenggat": "Memperpanjang pemberkasan {peserta} sampai {tenggat}",
    "pemberkasan_isi": "Mengisi data diri pemberkasan {peserta}",
    "pemberkasan_unggah": "Mengunggah {berkas} pemberkasan {peserta}",
    "pemberkasan_kirim": "Mengirim pemberkasan {peserta}",
    "pemberkasan_periksa": "Memeriksa {berkas} {peserta}: {hasil}",
    "pemberkasan_putus": "Pemberkasan {peserta}: {hasil}",
    "usul_nip_buat": "Membuat usul NIP {nomor} bagi {jumlah} calon",
    "usul_nip_jawab": "Merekam jawaban BKN bagi {peserta}: {hasil}",
    "abk_simpan": "Menyimpan analisis beban kerja {jabatan} tahun {tahun}",
    "abk_ajukan": "Mengajukan {jumlah} analisis beban kerja tahun {tahun}",
    "abk_kembalikan": "Mengembalikan analisis beban kerja {jabatan}: {catatan}",
    "abk_sah": "Mengesahkan {jumlah} analisis beban kerja menurut {nomor}",
    "abk_buka": "Membuka kembali analisis beban kerja {jabatan}: {catatan}",
    "abk_hapus": "Menghapus draf analisis beban kerja {jabatan} tahun {tahun}",
    "abk_impor": "Menerapkan {jumlah} analisis beban kerja dari berkas {berkas}",
    "rencana_simpan": "Mengubah rencana kebutuhan {opd} tahun {tahun}: {apa}",
    "rencana_pindah": "Rencana kebutuhan {opd} tahun {tahun}: {langkah}",
    "formasi_pindah": "Usul formasi tahun {tahun}: {langkah}",
    "formasi_penetapan": "Merekam penetapan {jumlah} formasi tahun {tahun} menurut {nomor}",
    "formasi_ubah": "Mengubah penetapan formasi {jabatan}: {jumlah} orang",
    "kontrak_usulkan": "Membuat {jumlah} draf perpanjangan perjanjian kerja",
    # the BKD's own management
    "regulasi_tinjau": "Meninjau {kode}: {hasil}",
    "risiko_simpan": "Menyimpan risiko: {risiko}",
    "risiko_nilai": "Menilai risiko {risiko}: kemungkinan {kemungkinan}, dampak {dampak}",
    "risiko_mitigasi": "Menambah mitigasi: {mitigasi}",
    "risiko_tindak": "Melaporkan mitigasi {mitigasi}: {keadaan}",
    "risiko_tutup": "Menutup risiko {risiko}: {alasan}",
    "anggaran_pagu": "Mencatat pagu {kegiatan} tahun {tahun}",
    "anggaran_realisasi": "Mencatat realisasi anggaran {kegiatan}, {masa}",
    "sarana_ruang": "Menyimpan ruang {ruang}",
    "sarana_barang": "Menyimpan barang {barang}",
    "sarana_keadaan": "Mencatat keadaan {barang}: {kondisi}, ruang {ruang}",
    "sarana_pelihara": "Mencatat pemeliharaan {barang}: {uraian}",
    "sarana_lepas": "Mengeluarkan {barang} dari register: {alasan}",
    "sarana_usul": "Mengusulkan kebutuhan {barang} tahun {tahun}",
    "sarana_putus": "Memutuskan kebutuhan {barang}: {hasil}",
    "laporan_bulanan": "Membuat laporan bulanan {bulan} versi {versi}",
    # quality of data
    "data_diremajakan": "Memperbarui data pribadi menurut bukti",
}


def kalimat(jejak):
    """The sentence of a Jejak; falls back on its action code when data is missing."""
    pola = KALIMAT.get(jejak.aksi, jejak.aksi)
    try:
        return pola.format(**{k: _tulis(v) for k, v in jejak.data.items()})
    except (KeyError, IndexError):
        return pola.split(" {")[0].rstrip(":")


def _tulis(nilai):
    """A calendar date as people write it; everything else as it stands."""
    try:
        return tulis_tanggal(date.fromisoformat(nilai)) if len(nilai) == 10 else nilai
    except (TypeError, ValueError):
        return nilai


@contextmanager
def sebagai(pengguna, alamat=""):
    """Opens a transaction in which the database knows who acts (``pengguna`` or None) and from where."""
    with transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT set_config('portal.pelaku', %s, true), set_config('portal.alamat', %s, true)",
                [str(pengguna.pk) if pengguna else "", (alamat or "")[:80]],
            )
        yield


def catat(aksi, objek, *, sebagai_jabatan="", pegawai=None, pada=None, oleh=None, **data):
    """Writes one Jejak inside the running transaction. ``objek`` is a model instance or (name, id)."""
    if aksi not in KALIMAT:
        raise KeyError(f"Aksi {aksi!r} tidak ada pada tabel kalimat jejak.")
    nama, kunci = objek if isinstance(objek, tuple) else (objek._meta.model_name, objek.pk)
    nilai = {"aksi": aksi, "objek": nama, "objek_id": kunci, "sebagai": sebagai_jabatan, "data": data}
    if pegawai is not None:
        nilai["pegawai_id"] = getattr(pegawai, "pk", pegawai)
    if pada is not None:
        nilai["pada"] = pada
    if oleh is not None:
        nilai["oleh_id"] = oleh.pk
    return Jejak.objects.create(**nilai)


def catat_sensitif(pegawai_id, data):
    """Records that the running actor read masked data (``nik``, ``keluarga``, ``hukuman`` …) of a pegawai."""
    return AksesSensitif.objects.create(pegawai_id=pegawai_id, data=data)
