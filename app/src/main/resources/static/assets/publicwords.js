"use strict";
/* What is marked in a text goes into the field that blanks it. The page works without. */
document.addEventListener("selectionchange", () => {
  const marked = document.getSelection();
  const words = String(marked).trim();
  const node = marked.anchorNode && (marked.anchorNode.parentElement || marked.anchorNode);
  const text = node && node.closest && node.closest("[data-text]");
  if (!text || !words || words.length > 100 || words.includes("\n") || !text.contains(marked.focusNode)) return;
  text.closest("section").querySelector("[data-words]").value = words;
});
