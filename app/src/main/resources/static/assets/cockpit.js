"use strict";
/* Draws the charts of the leaders' page from the tables behind them, and keeps the page fresh. Without script the tables are there. */
(() => {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const bands = document.getElementById("bands");
  const at = document.getElementById("at");
  const numbersShown = new Set();
  let drawn = [];
  let tag = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const cells = (row) => [...row.querySelectorAll("td")];
  const rows = (frame) => [...frame.querySelectorAll("tbody tr")];
  const heads = (frame) => [...frame.querySelectorAll("thead th")].slice(1).map((th) => th.textContent.trim());
  const named = (row) => row.querySelector("th").textContent.trim();
  const base = (large) => ({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour("muted"), fontSize: large ? 16 : 12 },
    tooltip: {
      renderMode: "richText", backgroundColor: colour("sheet"), borderColor: colour("edge"), confine: true,
      textStyle: { color: colour("ink"), fontSize: large ? 16 : 13 },
    },
  });
  const follow = (chart, links) => chart.on("click", (event) => {
    const link = links(event);
    if (link) window.location.assign(link.href);
  });

  /* one line for each thing that is counted by the day; a point leads to that day's matters */
  const days = (frame, chart, large) => {
    const table = rows(frame);
    const names = heads(frame);
    const tones = [colour("pine"), colour("amber-bar"), colour("sky"), colour("muted")];
    chart.setOption({
      ...base(large),
      grid: { left: 0, right: 16, top: large ? 36 : 32, bottom: 0, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: { top: 0, left: 0, itemWidth: 22, textStyle: { color: colour("ink"), fontSize: large ? 16 : 12 } },
      xAxis: {
        type: "category", boundaryGap: false, data: table.map(named),
        axisLine: { lineStyle: { color: colour("edge") } }, axisTick: { show: false }, axisLabel: { color: colour("muted"), hideOverlap: true },
      },
      yAxis: { type: "value", minInterval: 1, splitLine: { lineStyle: { color: colour("line") } }, axisLabel: { color: colour("muted") } },
      tooltip: { ...base(large).tooltip, trigger: "axis" },
      series: names.map((name, i) => ({
        name, type: "line", data: table.map((row) => Number(cells(row)[i].querySelector("a").dataset.n)),
        symbol: ["circle", "rect", "triangle", "diamond"][i % 4], symbolSize: large ? 8 : 6, itemStyle: { color: tones[i % 4] },
        lineStyle: { color: tones[i % 4], width: 2, type: ["solid", "dashed", "dotted", "solid"][i % 4] },
      })),
    });
    follow(chart, (event) => cells(table[event.dataIndex])[event.seriesIndex].querySelector("a"));
  };

  const longest = (texts, size) => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    return Math.max(...texts.map((text) => pen.measureText(text).width));
  };

  /* a dot for each place with its interval, one field for each rate */
  const dots = (frame, chart, large) => {
    const table = rows(frame);
    const names = heads(frame);
    const value = (row, i, what) => Number(cells(row)[i].dataset[what]);
    const measured = (row, i) => value(row, i, "low") >= 0;
    const lows = table.flatMap((row) => names.map((n, i) => (measured(row, i) ? value(row, i, "low") : 100)));
    const least = Math.max(0, Math.floor((Math.min(100, ...lows) - 2) / 10) * 10);
    const label = { fontSize: large ? 16 : 12, color: colour("ink") };
    const room = Math.min(longest(table.map(named), label.fontSize) + 4, chart.getWidth() * 0.26);
    const first = (100 * (room + 12)) / chart.getWidth();
    const width = (100 - first - 2) / names.length;
    const axes = names.map((name, i) => i);
    chart.setOption({
      ...base(large),
      title: axes.map((i) => ({ text: names[i], left: `${first + i * width}%`, top: 0, textStyle: { ...label, fontWeight: 600 } })),
      grid: axes.map((i) => ({ left: `${first + i * width}%`, width: `${width - 4}%`, top: large ? 32 : 26, bottom: 24 })),
      xAxis: axes.map((i) => ({
        gridIndex: i, type: "value", min: least, max: 100, axisLabel: { formatter: "{value}%", color: colour("muted"), hideOverlap: true },
        splitLine: { lineStyle: { color: colour("line") } },
      })),
      yAxis: axes.map((i) => ({
        gridIndex: i, type: "category", inverse: true, data: table.map(named), axisTick: { show: false },
        axisLine: { show: false }, axisLabel: i === 0 ? { ...label, interval: 0, width: room, overflow: "truncate" } : { show: false },
      })),
      series: axes.flatMap((i) => [
        {
          type: "line", xAxisIndex: i, yAxisIndex: i, silent: true, symbol: "none", connectNulls: false,
          lineStyle: { color: colour("edge"), width: 3 },
          data: table.flatMap((row, y) => (measured(row, i) ? [[value(row, i, "low"), y], [value(row, i, "high"), y], ["-", y]] : [])),
        },
        {
          type: "scatter", xAxisIndex: i, yAxisIndex: i, symbolSize: large ? 15 : 11, itemStyle: { color: colour("pine"), opacity: 1 },
          data: table.flatMap((row, y) => (measured(row, i) ? [{ value: [value(row, i, "at"), y], row: y, rate: i }] : [])),
          tooltip: {
            formatter: ({ data }) => {
              const [low, here, high] = ["low", "at", "high"].map((what) => value(table[data.row], data.rate, what).toFixed(2));
              return `${named(table[data.row])} · ${names[data.rate]}\n${here}%   ${low}% – ${high}%`;
            },
          },
        },
      ]),
    });
    follow(chart, (event) => event.data && cells(table[event.data.row])[event.data.rate].querySelector("a"));
  };

  const kinds = { days, dots };

  const turn = (frame, numbers) => {
    const button = frame.querySelector(".chart-turn");
    frame.classList.toggle("numbers", numbers);
    button.textContent = numbers ? button.dataset.drawing : button.dataset.numbers;
    button.setAttribute("aria-expanded", String(numbers));
  };

  const draw = () => {
    drawn.forEach((chart) => chart.dispose());
    drawn = [];
    if (!window.echarts) return;
    for (const frame of document.querySelectorAll("[data-chart]")) {
      frame.classList.add("charted");
      frame.querySelector(".chart-turn").hidden = false;
      turn(frame, numbersShown.has(frame.dataset.chart));
      const chart = window.echarts.init(frame.querySelector(".chart"), null, { renderer: "canvas" });
      kinds[frame.dataset.chart](frame, chart, window.innerWidth >= 1800);
      drawn.push(chart);
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".chart-turn");
    if (!button) return;
    const frame = button.closest("[data-chart]");
    const numbers = !frame.classList.contains("numbers");
    if (numbers) numbersShown.add(frame.dataset.chart); else numbersShown.delete(frame.dataset.chart);
    turn(frame, numbers);
    drawn.forEach((chart) => chart.resize());
  });

  /* a page nobody looks at asks for nothing; one that is looked at says which bands it has */
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target === bands && document.hidden) event.preventDefault();
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.target === bands && tag) event.detail.headers["If-None-Match"] = tag;
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.target !== bands) return;
    const answer = event.detail.xhr;
    if (answer.status === 304) event.detail.shouldSwap = false;
    if (answer.status === 304 || answer.status === 200) {
      tag = answer.getResponseHeader("ETag");
      const said = answer.getResponseHeader("X-As-Of");
      if (said) at.textContent = decodeURIComponent(said);
      at.classList.remove("failed");
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => { if (event.target === bands) draw(); });
  for (const broken of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(broken, (event) => {
      if (event.target !== bands || event.detail.xhr?.status === 304) return;
      at.textContent = `${at.textContent.split(" · ")[0]} · ${at.dataset.failed}`;
      at.classList.add("failed");
    });
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden && window.htmx) window.htmx.trigger(bands, "fresh"); });

  let resizing;
  window.addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => draw(), still ? 0 : 120);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());
  draw();
})();
