/* Layar penilaian: tombol 1–3, Enter ke baris berikut, tiap baris tersimpan sendiri dengan versinya. Tanpa berkas ini
   formulirnya tetap menyimpan semua; server yang menolak menimpa isian yang lebih baru. */
(function () {
  "use strict";
  const form = document.querySelector("form[data-penilaian]");
  if (!form) return;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const masa = form.querySelector("[name=masa]").value;
  const isian = (baris, akhir) => [...baris.querySelectorAll("input, textarea")].filter((x) => x.name.endsWith(`-${akhir}`));
  const nilai = (baris, akhir) => {
    const semua = isian(baris, akhir);
    const pilih = semua.filter((x) => x.type !== "radio" || x.checked);
    return pilih.length ? pilih[0].value : "";
  };
  const keadaan = (baris, kata) => {
    baris.querySelector("[data-keadaan]").textContent = kata;
  };

  /* papan ketik */
  form.addEventListener("keydown", (e) => {
    const baris = e.target.closest("tr[data-baris]");
    if (!baris || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.target.type === "radio" && ["1", "2", "3"].includes(e.key)) {
      e.preventDefault();
      const grup = [...e.target.closest("fieldset").querySelectorAll("input")];
      const satu = grup[Number(e.key) - 1];
      satu.checked = true;
      satu.focus();
      satu.dispatchEvent(new Event("change", { bubbles: true }));
      const berikut = baris.querySelectorAll("fieldset");
      if (e.target.closest("fieldset") === berikut[0] && berikut[1]) sasaran(berikut[1]).focus();
    }
    if (e.key === "Enter" && (e.target.type === "radio" || e.target.type === "checkbox")) {
      e.preventDefault();
      const semua = [...form.querySelectorAll("tr[data-baris]")];
      const berikut = semua[semua.indexOf(baris) + 1];
      if (berikut) sasaran(berikut.querySelector("fieldset")).focus();
      else form.querySelector("[value=sahkan]").focus();
    }
  });
  function sasaran(grup) {
    return grup.querySelector("input:checked") || grup.querySelector("input");
  }

  /* pilih semua yang lengkap */
  const semua = form.querySelector("[data-pilih-semua]");
  if (semua) {
    semua.hidden = false;
    semua.addEventListener("change", () => {
      form.querySelectorAll("tr[data-baris]").forEach((b) => {
        const lengkap = nilai(b, "hasil") && nilai(b, "perilaku");
        b.querySelector("[name=pilih]").checked = semua.checked && Boolean(lengkap);
      });
    });
  }

  /* simpan sendiri: satu permintaan tiap baris pada satu saat, yang terakhir menang di layar ini */
  const jalan = new Map();
  form.addEventListener("change", (e) => {
    const baris = e.target.closest("tr[data-baris]");
    if (baris && e.target.name !== "pilih") jadwalkan(baris);
  });
  window.addEventListener("beforeunload", (e) => {
    if (jalan.size || form.querySelector("tr[data-simpan=gagal]")) e.preventDefault();
  });
  form.addEventListener("submit", () => {
    form.querySelectorAll("tr[data-simpan]").forEach((b) => delete b.dataset.simpan);
    jalan.forEach((satu) => clearTimeout(satu.tunda));
    jalan.clear();
  });
  function jadwalkan(baris) {
    const lalu = jalan.get(baris);
    if (lalu && lalu.kirim) {
      lalu.lagi = true;
      return;
    }
    if (lalu) clearTimeout(lalu.tunda);
    keadaan(baris, "menyimpan …");
    jalan.set(baris, { tunda: setTimeout(() => kirim(baris), 400) });
  }
  async function kirim(baris) {
    const satu = { kirim: true, lagi: false };
    jalan.set(baris, satu);
    const data = new FormData();
    data.append("masa", masa);
    for (const akhir of ["hasil", "perilaku", "catatan", "versi", "awal"]) {
      const bidang = isian(baris, akhir)[0];
      if (bidang) data.append(bidang.name, nilai(baris, akhir));
    }
    try {
      const jawab = await fetch(baris.dataset.url, { method: "POST", body: data, headers: { "X-CSRFToken": token } });
      if (jawab.redirected || !(jawab.headers.get("content-type") || "").includes("json")) throw new Error("sesi");
      terima(baris, jawab.status, await jawab.json());
    } catch {
      baris.dataset.simpan = "gagal";
      keadaan(baris, "belum tersimpan: sambungan terputus; coba lagi atau tekan Simpan semua draf");
    }
    jalan.delete(baris);
    if (satu.lagi) jadwalkan(baris);
  }
  function terima(baris, status, isi) {
    const catatan = baris.querySelector("[data-bentrok]");
    catatan.textContent = "";
    if (status === 200) {
      delete baris.dataset.simpan;
      isian(baris, "versi")[0].value = isi.versi;
      isian(baris, "awal")[0].value = isi.awal;
      tampilkan(baris, isi);
      keadaan(baris, "draf tersimpan");
      const kotak = document.getElementById("sebaran");
      if (kotak && isi.sebaran) kotak.innerHTML = isi.sebaran;
      return;
    }
    baris.dataset.simpan = "gagal";
    keadaan(baris, "belum tersimpan");
    const p = document.createElement("p");
    p.className = "catatan catatan-perhatian mb-0 mt-1";
    p.setAttribute("role", "alert");
    p.textContent = isi.kalimat;
    catatan.append(p);
    if (status === 409 && isi.kini) bentrok(baris, p, isi.kini);
  }
  function bentrok(baris, p, kini) {
    p.append(
      ` Yang tersimpan: hasil kerja ${kini.sebutan_hasil.toLowerCase()}, perilaku ${kini.sebutan_perilaku.toLowerCase()}` +
        `${kini.catatan ? `, catatan “${kini.catatan}”` : ""}. `,
    );
    const tombol = (kata, kerja) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = "btn btn-sm btn-outline-secondary me-1";
      b.textContent = kata;
      b.addEventListener("click", () => {
        isian(baris, "versi")[0].value = kini.versi;
        kerja();
      });
      p.append(b);
    };
    tombol("Pakai yang tersimpan", () => {
      for (const akhir of ["hasil", "perilaku"]) {
        isian(baris, akhir).forEach((x) => {
          if (x.type === "radio") x.checked = x.value === kini[akhir];
        });
      }
      isian(baris, "catatan")[0].value = kini.catatan;
      baris.querySelector("[data-bentrok]").textContent = "";
      delete baris.dataset.simpan;
      tampilkan(baris, kini);
      keadaan(baris, "draf tersimpan");
    });
    tombol("Pakai isian saya", () => jadwalkan(baris));
  }
  function tampilkan(baris, isi) {
    const tempat = baris.querySelector("[data-predikat]");
    tempat.textContent = isi.predikat ? "" : "–";
    if (!isi.predikat) return;
    const t = document.createElement("span");
    t.className = `tanda tanda-${isi.tanda}`;
    t.textContent = isi.predikat;
    tempat.append(t);
  }
})();
