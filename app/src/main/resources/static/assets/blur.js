"use strict";
/* Draws boxes over a picture with the pointer; the numbers say the same for the keyboard. */
(() => {
  const stage = document.querySelector("[data-blur]");
  if (!stage) return;
  const rows = [...document.querySelectorAll("[data-row]")];
  const field = (row, name) => row.querySelector(`[name=${name}]`);
  const shown = rows.map(() => stage.appendChild(Object.assign(document.createElement("div"), { className: "blur-box" })));
  const show = () => rows.forEach((row, i) => {
    const [left, top, width, height] = ["left", "top", "width", "height"].map((name) => parseFloat(field(row, name).value));
    shown[i].hidden = !(width > 0 && height > 0);
    Object.assign(shown[i].style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
  });
  const at = (event) => {
    const face = stage.querySelector("img").getBoundingClientRect();
    const within = (value) => Math.max(0, Math.min(100, value));
    return [within((event.clientX - face.left) / face.width * 100), within((event.clientY - face.top) / face.height * 100)];
  };
  let from = null;
  let row = null;
  stage.addEventListener("pointerdown", (event) => {
    row = rows.find((one) => !field(one, "width").value);
    if (!row) return;
    from = at(event);
    stage.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = at(event);
    const set = (name, value) => { field(row, name).value = value.toFixed(1); };
    const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])].map((v) => Math.floor(v * 10) / 10);
    set("left", left);
    set("top", top);
    set("width", Math.max(0.1, Math.floor((Math.max(from[0], to[0]) - left) * 10) / 10));
    set("height", Math.max(0.1, Math.floor((Math.max(from[1], to[1]) - top) * 10) / 10));
    show();
  });
  stage.addEventListener("pointerup", () => { from = null; });
  document.addEventListener("input", show);
  show();
})();
