"use strict";
/* Boxes over a picture: drawn and moved with the pointer, or set down with a button and moved and stretched by arrow keys.
   The numbers below always say the same; they alone are sent. */
(() => {
  const stage = document.querySelector("[data-blur]");
  if (!stage) return;
  const names = ["left", "top", "width", "height"];
  const most = Number(stage.dataset.most);
  const least = 1;
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const field = (row, name) => row.querySelector(`[name=${name}]`);
  const read = (row) => names.map((name) => parseFloat(field(row, name).value));
  const write = (row, values) => names.forEach((name, i) => {
    field(row, name).value = values ? (Math.round(values[i] * 10) / 10).toFixed(1) : "";
  });
  const within = (value, from, to) => Math.max(from, Math.min(to, value));
  const named = (row) => row.querySelector("legend").textContent;
  const boxes = new Map();

  /* The first row without a box, or one more as long as a picture may have more. */
  const free = () => {
    const rest = rows().find((row) => names.every((name) => !field(row, name).value.trim()));
    if (rest || rows().length >= most) return rest;
    const last = rows().at(-1);
    const row = last.cloneNode(true);
    row.querySelector("legend").textContent = stage.dataset.name.replace("#", rows().length + 1);
    write(row, null);
    last.after(row);
    return row;
  };

  const box = (row) => {
    if (!boxes.has(row)) {
      const one = document.createElement("div");
      one.className = "blur-box";
      one.tabIndex = 0;
      one.setAttribute("role", "group");
      one.setAttribute("aria-describedby", "blur-keys");
      const away = Object.assign(document.createElement("button"), { type: "button", className: "blur-away", textContent: "×" });
      away.addEventListener("click", () => remove(row));
      one.append(away);
      one.addEventListener("keydown", (event) => key(event, row));
      boxes.set(row, stage.appendChild(one));
    }
    return boxes.get(row);
  };

  const show = () => rows().forEach((row) => {
    const [left, top, width, height] = read(row);
    const one = box(row);
    one.hidden = !(width > 0 && height > 0);
    one.setAttribute("aria-label", named(row));
    one.querySelector("button").setAttribute("aria-label", `${stage.dataset.away} · ${named(row)}`);
    Object.assign(one.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
  });

  const remove = (row) => {
    write(row, null);
    show();
    add.focus();
  };

  const key = (event, row) => {
    const [left, top, width, height] = read(row);
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.target !== event.currentTarget) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      remove(row);
    } else if (!steps) {
      return;
    } else if (event.shiftKey) {
      write(row, [left, top, within(width + steps[0], least, 100 - left), within(height + steps[1], least, 100 - top)]);
    } else {
      write(row, [within(left + steps[0], 0, 100 - width), within(top + steps[1], 0, 100 - height), width, height]);
    }
    event.preventDefault();
    show();
  };

  const at = (event) => {
    const face = stage.querySelector("img").getBoundingClientRect();
    return [within((event.clientX - face.left) / face.width * 100, 0, 100), within((event.clientY - face.top) / face.height * 100, 0, 100)];
  };
  let from = null;
  let drawn = null;
  let moved = null;

  stage.addEventListener("pointerdown", (event) => {
    if (event.button > 0 || event.target.closest(".blur-away")) return;
    const hit = event.target.closest(".blur-box");
    drawn = hit ? rows().find((row) => boxes.get(row) === hit) : free();
    moved = hit ? read(drawn) : null;
    full.hidden = Boolean(drawn);
    if (!drawn) return;
    from = at(event);
    stage.setPointerCapture(event.pointerId);
    if (hit) hit.focus();
    event.preventDefault();
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = at(event);
    if (moved) {
      const [left, top, width, height] = moved;
      write(drawn, [within(left + to[0] - from[0], 0, 100 - width), within(top + to[1] - from[1], 0, 100 - height), width, height]);
    } else {
      const [left, top] = [0, 1].map((i) => Math.floor(Math.min(from[i], to[i]) * 10) / 10);
      const [right, bottom] = [0, 1].map((i) => Math.floor(Math.max(from[i], to[i]) * 10) / 10);
      write(drawn, [left, top, right - left, bottom - top]);
    }
    show();
  });
  const end = () => {
    /* a tap, or a hand that shook: nothing anybody wanted to cover */
    if (from && !moved && !(read(drawn)[2] >= least && read(drawn)[3] >= least)) write(drawn, null);
    from = null;
    show();
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);

  const add = document.querySelector("[data-blur-add]");
  const full = document.querySelector("[data-blur-full]");
  document.querySelector("[data-blur-tools]").hidden = false;
  add.addEventListener("click", () => {
    const row = free();
    full.hidden = Boolean(row);
    if (!row) return;
    write(row, [40, 40, 20, 20]);
    show();
    box(row).focus();
  });
  document.addEventListener("input", show);
  show();
})();
