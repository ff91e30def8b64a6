/* Menggambar grafik dari <script type="application/json">; tabelnya selalu ada di bawahnya. */
(function () {
  "use strict";
  if (window.gambarGrafik || !window.Chart) return;

  const nilai = (nama) => getComputedStyle(document.documentElement).getPropertyValue(nama).trim();
  const angka = (n) => (n === null || n === undefined ? "–" : Number(n).toLocaleString("id"));

  // nama pada sumbu tegak dipendekkan bila gambarnya sempit, supaya tidak terpotong di kiri
  function nama(letak) {
    const teks = String(this.getLabelForValue(letak));
    return this.axis === "y" && this.chart.width < 420 && teks.length > 17 ? `${teks.slice(0, 8).trimEnd()}…${teks.slice(-8).trimStart()}` : teks;
  }

  function susunan(data) {
    const lingkar = data.jenis === "doughnut";
    const warna = [1, 2, 3, 4, 5, 6].map((n) => nilai(`--grafik-${n}`));
    const putus = [[], [6, 4], [2, 3], [8, 3, 2, 3], [], [6, 4]];
    const sumbu = (nilaiSumbu) => ({
      stacked: Boolean(data.tumpuk),
      beginAtZero: true,
      max: (nilaiSumbu && data.maks) || undefined,
      grid: { color: nilai("--garis"), display: nilaiSumbu },
      border: { color: nilai("--garis") },
      ticks: { color: nilai("--tinta-2"), precision: 0, ...(nilaiSumbu ? { callback: angka } : { callback: nama }) },
    });
    return {
      type: data.jenis,
      data: {
        labels: data.label,
        datasets: data.deret.map((deret, n) => ({
          label: deret.nama,
          data: deret.nilai,
          backgroundColor: lingkar ? warna : warna[deret.warna ? deret.warna - 1 : n % 6],
          borderColor: lingkar ? nilai("--kertas") : warna[deret.warna ? deret.warna - 1 : n % 6],
          borderWidth: lingkar || data.jenis === "line" ? 2 : 0,
          borderDash: data.jenis === "line" ? putus[n % 6] : [],
          borderRadius: lingkar ? 0 : 4,
          maxBarThickness: 44,
          pointRadius: 3,
          tension: 0,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        indexAxis: data.mendatar ? "y" : "x",
        scales: lingkar ? {} : { x: sumbu(Boolean(data.mendatar)), y: sumbu(!data.mendatar) },
        plugins: {
          legend: {
            display: lingkar || data.deret.length > 1,
            position: lingkar ? "right" : "bottom",
            labels: { color: nilai("--tinta"), boxWidth: 14, usePointStyle: data.jenis === "line" },
          },
          tooltip: {
            callbacks: {
              label: (t) => {
                const isi = lingkar ? t.parsed : data.mendatar ? t.parsed.x : t.parsed.y;
                const nama = lingkar ? t.label : t.dataset.label;
                return `${nama}: ${angka(isi)} ${data.satuan || ""}`.trim();
              },
            },
          },
        },
      },
    };
  }

  function gambar(kanvas) {
    const sumber = document.getElementById(kanvas.dataset.grafik);
    if (!sumber) return;
    Chart.getChart(kanvas)?.destroy();
    new Chart(kanvas, susunan(JSON.parse(sumber.textContent)));
  }

  window.gambarGrafik = () => {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.font.size = 13;
    document.querySelectorAll("canvas[data-grafik]").forEach(gambar);
  };
  document.addEventListener("tema", window.gambarGrafik);
  document.addEventListener("htmx:afterSettle", window.gambarGrafik);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", window.gambarGrafik);
  document.fonts.ready.then(window.gambarGrafik);
})();
