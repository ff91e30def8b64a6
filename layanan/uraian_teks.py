"""Uraian sebuah layanan sebagai teks: kalimat bagi halaman, dan naskah lengkap untuk ditegaskan pemiliknya."""


def kalimat_pengusul(data):
    """``ASN yang bersangkutan, operator kepegawaian perangkat daerahnya, atau staf Subbidang Pensiun``."""
    *awal, akhir = data["pengusul"] or ["belum dinyatakan"]
    return f"{', '.join(awal)}{',' if len(awal) > 1 else ''} atau {akhir}" if awal else akhir


def kalimat_waktu(data):
    """Working days of all steps together: ``7 hari kerja`` or ``27 sampai 50 hari kerja``."""
    singkat, lama = data["hari_kerja"]["paling_singkat"], data["hari_kerja"]["paling_lama"]
    return (
        f"{lama} hari kerja"
        if singkat == lama
        else f"{singkat} sampai {lama} hari kerja, menurut langkah yang dilalui"
    )


def tulis(data):
    """Lines of text in plain Indonesian, for sign-off on paper."""
    d = data
    yield f"{d['nama'].upper()} ({d['slug']}, versi {d['versi']})"
    yield f"Aspek {d['aspek']}: {d['aspek_nama']}. Pemilik: {d['pemilik']['nama'] or 'belum dinyatakan'}."
    if d["uraian"]:
        yield d["uraian"]
    yield ""
    yield f"Siapa boleh mengajukan: {kalimat_pengusul(d)}."
    if d["nominatif"]:
        yield "Daftar yang jatuh tempo disusun portal tiap bulan (nominatif)."
    if d["surat_pengantar"]:
        yield "Nomor dan tanggal surat pengantar perangkat daerah diisi saat diajukan."
    yield f"Biaya: {d['biaya']}"
    yield f"Batas waktu seluruh langkah: {kalimat_waktu(d)}."
    yield "Dasar hukum: " + "; ".join(x["teks"] for x in d["dasar"]) + "."
    yield ""
    yield "SYARAT"
    for s in d["syarat"]:
        yield f"  {s['kode']}  {s['uraian']}."
        dasar = "; ".join(x["teks"] for x in (s["dasar"], *s["dasar_lain"]))
        yield f"      Dasar: {dasar}. Keyakinan: {s['keyakinan']} ({s['keyakinan_kalimat']})."
        if s["masa"]:
            yield f"      Masa berlaku: {s['masa']}"
        if s["rahasia"]:
            yield "      Rahasia: rinciannya hanya bagi pegawai yang bersangkutan dan BKD."
    yield from _tulis_dokumen(d)
    yield from _tulis_langkah(d)
    yield from _tulis_naskah(d)


def _tulis_dokumen(d):
    yield ""
    yield "BERKAS"
    if not d["dokumen"]:
        yield "  Tidak ada berkas yang diminta."
    for x in d["dokumen"]:
        yield f"  {x['nama']}: {'wajib' if x['wajib'] else 'tidak wajib'}, {x['kapan']}."
        if x["keterangan"]:
            yield f"      {x['keterangan']}"
        if x["dosir"] and "dosir" not in x["keterangan"]:
            yield "      Terpasang sendiri bila pindaiannya sudah ada pada dosir."


def _tulis_langkah(d):
    yield ""
    yield "JALANNYA USULAN"
    for s in d["langkah"]:
        yield f"  {s['nomor']}. {s['nama']}" + (f" ({s['kapan']})" if s["opsional"] else "")
        luar = f"{s['luar']}; dicatat " if s["luar"] else ""
        yield f"      {luar}{s['pemegang']}, {s['aksi_kalimat']}. Batas {s['sla']} hari kerja."
        if s["batas_hukum"]:
            yield f"      Batas menurut peraturan: {s['batas_hukum']}."
        if s["surat"]:
            yield f"      Menerbitkan {s['surat']}."
        if s["paraf"]:
            yield "      Membubuhkan paraf pada konsep naskah."
        for h in s["hasil"]:
            yield f"      Hasil “{h['nama']}”: {h['akibat']}."
        if s["boleh_tolak"]:
            yield "      Dapat menolak, dengan alasan dan pasal."
        if s["diatur_kantor"]:
            yield "      Menurut setelan kantor."
    for nama in d["tidak_dipakai"]:
        yield f"  Tidak dipakai menurut setelan kantor: {nama}."


def _tulis_naskah(d):
    yield ""
    yield "HASIL"
    if n := d["naskah"]:
        nomor = "bernomor dalam deret naskah semula" if n["deret_semula"] else f"contoh nomor {n['contoh_nomor']}"
        yield f"  Naskah: {n['judul']} ({n['jenis'].lower()}), klasifikasi {n['klasifikasi']}, {nomor}."
        if n["penanda_tangan_rinci"]:
            yield f"  Penanda tangan: {'; '.join(n['penanda_tangan_rinci'])}."
        elif n["penanda_tangan"]:
            yield f"  Penanda tangan: {n['penanda_tangan']}."
    else:
        yield "  Tidak ada naskah yang dicetak."
    yield f"  Akibat: {d['dampak'] or 'belum dinyatakan pada deklarasinya.'}"
