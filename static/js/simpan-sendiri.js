/* Baris yang menyimpan dirinya: <form data-simpan-sendiri="url"> dengan [data-baris="awalan"]. Satu baris satu kiriman, dengan
   versinya; 409: keduanya tampil dan orangnya memilih. Tanpa berkas ini formulir tetap disimpan dengan tombolnya. */
(function () {
  "use strict";
  const JEDA = 1200;
  const keadaan = new WeakMap();

  const milik = (baris) => {
    if (!keadaan.has(baris)) keadaan.set(baris, { waktu: 0, jalan: false, lagi: false });
    return keadaan.get(baris);
  };
  const isian = (baris) => [...baris.querySelectorAll("input[name], textarea[name], select[name]")];
  const medan = (baris, nama) => baris.querySelector(`[data-medan="${nama}"]`);

  function kabari(baris, teks, gagal) {
    const kotak = baris.querySelector(".tersimpan");
    if (!kotak) return;
    kotak.textContent = teks;
    kotak.classList.toggle("gagal", Boolean(gagal));
  }

  function tutupBentrok(baris) {
    baris.querySelectorAll(".bentrok").forEach((b) => b.remove());
  }

  function tombol(teks, kerja) {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "btn btn-sm btn-outline-secondary";
    b.textContent = teks;
    b.addEventListener("click", kerja);
    return b;
  }

  function tampilBentrok(baris, jawab) {
    tutupBentrok(baris);
    const kotak = document.createElement("div");
    kotak.className = "bentrok";
    kotak.setAttribute("role", "alert");
    const judul = document.createElement("b");
    kotak.append(judul);
    const aksi = document.createElement("div");
    aksi.className = "aksi";
    if (jawab.hilang) {
      judul.textContent = "Baris ini sudah dihapus di tempat lain. Isian Anda masih ada di atas.";
      aksi.append(tombol("Simpan sebagai baris baru", () => {
        medan(baris, "id").value = "";
        medan(baris, "versi").value = "";
        tutupBentrok(baris);
        simpan(baris);
      }));
    } else {
      judul.textContent = "Sudah diubah di tempat lain. Yang tersimpan sekarang:";
      const daftar = document.createElement("dl");
      daftar.className = "fakta fakta-rapat";
      Object.entries(jawab.kini).forEach(([nama, kini]) => {
        const kolom = isian(baris).find((e) => e.name.endsWith(`-${nama}`));
        if (!kolom || kolom.value === kini.nilai) return;
        const dt = document.createElement("dt");
        const dd = document.createElement("dd");
        dt.textContent = kini.label;
        dd.textContent = kini.teks || "(kosong)";
        daftar.append(dt, dd);
      });
      kotak.append(daftar);
      const pakaiVersi = () => {
        medan(baris, "id").value = jawab.id;
        medan(baris, "versi").value = jawab.versi;
        tutupBentrok(baris);
      };
      aksi.append(
        tombol("Pakai isian saya", () => {
          pakaiVersi();
          simpan(baris);
        }),
        tombol("Pakai yang tersimpan", () => {
          Object.entries(jawab.kini).forEach(([nama, kini]) => {
            const kolom = isian(baris).find((e) => e.name.endsWith(`-${nama}`));
            if (kolom) kolom.value = kini.nilai;
          });
          pakaiVersi();
          kabari(baris, "Memakai yang tersimpan.");
        }),
      );
    }
    kotak.append(aksi);
    (baris.querySelector(".kartu-isi") || baris).append(kotak);
    kabari(baris, "Belum tersimpan: pilih dahulu.", true);
  }

  async function simpan(baris) {
    const k = milik(baris);
    clearTimeout(k.waktu);
    if (k.jalan) {
      k.lagi = true;
      return;
    }
    if (baris.querySelector(".bentrok")) return;
    const formulir = baris.closest("form");
    const kiriman = new FormData();
    kiriman.append("csrfmiddlewaretoken", formulir.elements.csrfmiddlewaretoken.value);
    kiriman.append("baris", baris.dataset.baris);
    isian(baris).forEach((e) => {
      if ((e.type === "checkbox" || e.type === "radio") && !e.checked) return;
      if (!e.name.endsWith("-hapus")) kiriman.append(e.name, e.value);
    });
    k.jalan = true;
    kabari(baris, "Menyimpan…");
    try {
      const respons = await fetch(formulir.dataset.simpanSendiri, {
        method: "POST", body: kiriman, credentials: "same-origin", redirect: "error",
      });
      const jawab = await respons.json();
      if (respons.ok) {
        if (jawab.id !== undefined) medan(baris, "id").value = jawab.id || "";
        medan(baris, "versi").value = jawab.versi || "";
        const jam = new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
        kabari(baris, jawab.versi || jawab.id === null ? `Tersimpan ${jam}` : "");
      } else if (respons.status === 409) {
        tampilBentrok(baris, jawab);
      } else {
        kabari(baris, `Belum tersimpan: ${jawab.pesan || Object.values(jawab.galat || {}).join(" ")}`, true);
      }
    } catch {
      kabari(baris, "Belum tersimpan: sambungan terputus. Isian Anda tetap di sini; tekan Simpan nanti.", true);
    }
    k.jalan = false;
    if (k.lagi) {
      k.lagi = false;
      simpan(baris);
    }
  }

  const barisDari = (e) => e.target.closest && e.target.closest("[data-simpan-sendiri] [data-baris]");
  document.addEventListener("input", (e) => {
    const baris = barisDari(e);
    if (!baris || e.target.name.endsWith("-hapus")) return;
    const k = milik(baris);
    clearTimeout(k.waktu);
    k.waktu = setTimeout(() => simpan(baris), JEDA);
    kabari(baris, "Belum tersimpan");
  });
  document.addEventListener("change", (e) => {
    const baris = barisDari(e);
    if (baris && !e.target.name.endsWith("-hapus")) simpan(baris);
  });
  /* tombol Simpan mengambil alih yang masih menunggu; yang sedang dikirim ditunggu dahulu, agar baris baru tidak dua kali */
  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-simpan-sendiri]")) return;
    const semua = [...e.target.querySelectorAll("[data-baris]")];
    semua.forEach((baris) => {
      const k = milik(baris);
      clearTimeout(k.waktu);
      k.lagi = false;
    });
    if (!semua.some((baris) => milik(baris).jalan)) return;
    e.preventDefault();
    e.stopPropagation();
    const tunggu = setInterval(() => {
      if (semua.some((baris) => milik(baris).jalan)) return;
      clearInterval(tunggu);
      e.target.requestSubmit();
    }, 150);
  }, true);
})();
