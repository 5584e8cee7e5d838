// The desk's own behaviour: keys, the slider, marks of a report, writing by hand. No page needs it to be read.
"use strict";

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

// -- a day on a slider ---------------------------------------------------------------------------------
function dayAt(first, days) {
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(days));
  return day.toISOString().slice(0, 10);
}
document.addEventListener("input", (event) => {
  const form = event.target.closest("form.asof");
  if (form === null || event.target.type !== "range") return;
  const day = dayAt(form.dataset.first, event.target.value);
  form.elements.as_of.value = day;
  event.target.setAttribute("aria-valuetext", day);
});
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.asof");
  if (form !== null && event.target.type === "range") form.dispatchEvent(new CustomEvent("moved", { bubbles: true }));
});

// -- claims: which one is at hand ----------------------------------------------------------------------
const claims = () => $$("#claims .claim");
let at = -1;
function take(number, { scroll = true, follow = true } = {}) {
  const all = claims();
  if (all.length === 0) return;
  at = Math.max(0, Math.min(number, all.length - 1));
  all.forEach((claim, n) => {
    claim.classList.toggle("at", n === at);
    if (n !== at) $$("details[open]", claim).forEach((form) => form.removeAttribute("open"));
  });
  const chosen = all[at];
  mark(chosen.dataset.number);
  if (scroll) {
    chosen.scrollIntoView({ block: "center" });
    const first = $(`#text [data-on~="${chosen.dataset.number}"]`);
    // In one column the text would push the claim out of sight again.
    if (first !== null && follow && getComputedStyle($("#text")).position === "sticky") first.scrollIntoView({ block: "center" });
  }
  chosen.focus({ preventScroll: true });
}
function mark(number) {
  $$("#text span").forEach((piece) => {
    piece.classList.toggle("lit", number !== undefined && (piece.dataset.claims || "").split(" ").includes(number));
  });
}
function press(key) {
  const chosen = claims()[at];
  const found = chosen && $(`[data-key="${key}"]`, chosen);
  if (!found) return;
  found.click();
  const details = found.closest("details");
  const field = details && details.open && $("input:not([type=hidden]), textarea", details);
  if (field) field.focus();
}
document.addEventListener("click", (event) => {
  const number = event.target.closest("#text a.num");
  if (number !== null) {
    event.preventDefault();
    take(Number(number.dataset.number) - 1);
    return;
  }
  const claim = event.target.closest("#claims .claim");
  if (claim !== null) take(claims().indexOf(claim), { scroll: false });
  if (event.target.closest("[data-print]")) window.print();
  if (event.target.closest("[data-back]")) history.back();
  if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape") {
    const form = event.target.closest(".decide details[open]") || $("#claims .claim.at .decide details[open]");
    if (form !== null) {
      form.removeAttribute("open");
      form.closest(".claim")?.focus({ preventScroll: true });
    } else if (typing) typing.blur();
    return;
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || claims().length === 0 && event.key !== "n") return;
  const keys = {
    j: () => take(at + 1),
    k: () => take(at - 1),
    a: () => press("a"),
    r: () => press("r"),
    c: () => press("c"),
    u: () => press("u"),
    n: write,
  };
  if (keys[event.key] === undefined) return;
  event.preventDefault();
  keys[event.key]();
});
function write() {
  const dialog = $("#writing");
  if (dialog === null) return;
  const chosen = selected();
  $("[name=passage]", dialog).value = chosen;
  dialog.showModal();
}
// Numbers stand between the words of a report: they are no part of what was selected.
function selected() {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0) return "";
  const part = selection.getRangeAt(0).cloneContents();
  $$("a.num", part).forEach((number) => number.remove());
  return part.textContent.trim();
}

// -- what an answer of the server changes --------------------------------------------------------------
document.addEventListener("htmx:load", (event) => {
  const done = event.detail.elt;
  if (!(done instanceof Element) || !done.matches(".decide.done")) return;
  $("#told").textContent = $("p", done).textContent.replace(/\s+/g, " ").trim().slice(0, 200);
  done.closest(".claim")?.focus({ preventScroll: true });
});
// A refusal stands beside what was there, not in its place.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status < 400) return;
  event.detail.shouldSwap = false;
  const where = event.detail.target;
  $$(".refused", where).forEach((old) => old.remove());
  where.insertAdjacentHTML("beforeend", event.detail.serverResponse);
});
document.addEventListener("DOMContentLoaded", () => {
  const wanted = location.hash.startsWith("#c-") && document.getElementById(location.hash.slice(1));
  if (wanted && wanted.closest("#claims")) take(claims().indexOf(wanted));
});
