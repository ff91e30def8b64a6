/* Realisasi: tiap isian tersimpan sendiri sesaat sesudah berhenti mengetik. Tanpa berkas ini tombol Simpan mengerjakan semuanya.
   Yang lebih baru di server tidak pernah ditimpa: jawaban 409 memperlihatkan keduanya dan orangnya yang memilih. */
(function () {
  "use strict";
  const JEDA = 1200;
  const keadaan = new WeakMap();
  const kotor = new Set();
  const isiKotak = (m) => m.querySelector("input[type=text], textarea");
  const versi = (m) => m.querySelector("input[type=hidden]");

  function kabarkan(medan, kalimat, gagal) {
    const kotak = medan.querySelector("[data-kabar]");
    kotak.replaceChildren();
    kotak.classList.toggle("teks-gagal", Boolean(gagal));
    kotak.append(kalimat);
    return kotak;
  }

  function tombol(teks, perbuatan) {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "btn btn-sm btn-outline-secondary me-2 mt-1";
    b.textContent = teks;
    b.addEventListener("click", perbuatan);
    return b;
  }

  function bentrok(medan, jawab) {
    const kotak = kabarkan(medan, "Isian ini sudah diubah di tempat lain. Yang tersimpan: ", true);
    const lama = document.createElement("b");
    lama.textContent = jawab.tersimpan || "kosong";
    keadaan.set(medan, { tertahan: true });
    kotak.append(
      lama,
      document.createElement("br"),
      tombol("Pakai yang tersimpan", () => {
        isiKotak(medan).value = jawab.tersimpan;
        versi(medan).value = jawab.versi;
        keadaan.delete(medan);
        kotor.delete(medan);
        kabarkan(medan, "Isian yang tersimpan dipakai.");
      }),
      tombol("Simpan isian saya", () => {
        versi(medan).value = jawab.versi;
        keadaan.delete(medan);
        simpan(medan);
      }),
    );
  }

  async function simpan(medan) {
    const kini = keadaan.get(medan) || {};
    if (kini.tertahan) return;
    if (kini.berjalan) {
      kini.lagi = true;
      return;
    }
    const baru = { berjalan: true };
    keadaan.set(medan, baru);
    const kotak = isiKotak(medan);
    const terkirim = kotak.value;
    const data = new FormData();
    data.append(kotak.name, terkirim);
    data.append(versi(medan).name, versi(medan).value);
    data.append("csrfmiddlewaretoken", kotak.form.elements.csrfmiddlewaretoken.value);
    kabarkan(medan, "Menyimpan…");
    let isi = null;
    try {
      const jawab = await fetch(kotak.form.action, { method: "POST", body: data, headers: { "X-Simpan": "otomatis" } });
      isi = (jawab.headers.get("content-type") || "").includes("json") ? await jawab.json() : null;
    } catch {
      isi = null;
    }
    keadaan.delete(medan);
    const satu = isi && isi.medan ? isi.medan[kotak.name] : null;
    if (!satu) {
      kabarkan(medan, (isi && isi.galat) || "Belum tersimpan: sambungan terputus. Dicoba lagi pada ketikan berikutnya, atau tekan Simpan.", true);
      return;
    }
    if (satu.galat) kabarkan(medan, satu.galat, true);
    else if ("tersimpan" in satu) bentrok(medan, satu);
    else {
      versi(medan).value = satu.versi;
      kotak.defaultValue = terkirim;
      if (kotak.value === terkirim) kotor.delete(medan);
      const persen = medan.querySelector("[data-persen]");
      persen.textContent = satu.persen ? `${satu.persen} = ${satu.rumus}` : "";
      kabarkan(medan, "Tersimpan.");
      if (baru.lagi) simpan(medan);
    }
  }

  const jam = new WeakMap();
  document.addEventListener("input", (e) => {
    const medan = e.target.closest("[data-realisasi] [data-medan]");
    if (!medan) return;
    kotor.add(medan);
    clearTimeout(jam.get(medan));
    jam.set(medan, setTimeout(() => simpan(medan), JEDA));
  });
  document.addEventListener("change", (e) => {
    const medan = e.target.closest("[data-realisasi] [data-medan]");
    if (!medan) return;
    clearTimeout(jam.get(medan));
    if (e.target.value !== e.target.defaultValue) simpan(medan);
  });

  window.addEventListener("beforeunload", (e) => {
    if (kotor.size) e.preventDefault();
  });
  document.addEventListener("submit", (e) => {
    if (e.target.matches("[data-realisasi]")) kotor.clear();
  });

  /* foto telepon dikecilkan sebelum dikirim; bila tidak bisa, server yang menerimanya apa adanya */
  const SISI = 1600;
  document.addEventListener("change", async (e) => {
    const kotak = e.target;
    if (!kotak.matches("input[data-kecilkan]") || !kotak.files.length || !window.createImageBitmap) return;
    try {
      const gambar = await createImageBitmap(kotak.files[0], { imageOrientation: "from-image" });
      const skala = Math.min(1, SISI / Math.max(gambar.width, gambar.height));
      const kanvas = document.createElement("canvas");
      kanvas.width = Math.round(gambar.width * skala);
      kanvas.height = Math.round(gambar.height * skala);
      kanvas.getContext("2d").drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
      const isi = await new Promise((jadi) => kanvas.toBlob(jadi, "image/jpeg", 0.85));
      const wadah = new DataTransfer();
      wadah.items.add(new File([isi], kotak.files[0].name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }));
      kotak.files = wadah.files;
    } catch {
      /* bentuk yang tidak dikenal peramban: biarkan, server memeriksa */
    }
  });
})();
