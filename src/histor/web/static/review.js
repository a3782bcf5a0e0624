// The queue by keyboard. A key opens a form or sends it; looking at something never decides it.

const typing = (target) => target.matches?.("input, select, textarea");
let side; // the event that was looked at last: e and s mean it
let marked = "";

document.addEventListener("focusin", (event) => { side = event.target.closest(".side") ?? side; });
document.addEventListener("pointerdown", (event) => { side = event.target.closest(".side") ?? side; });
document.addEventListener("selectionchange", () => {
  const chosen = document.getSelection();
  const place = chosen?.anchorNode?.parentElement?.closest?.("[data-words]");
  if (!place || chosen.isCollapsed) return;
  side = place.closest(".side");
  marked = chosen.toString().trim();
});

function move(step) {
  const links = [...document.querySelectorAll(".queue li a")];
  const at = links.findIndex((link) => link.getAttribute("aria-current"));
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.click();
}

function act(key) {
  const inSide = side?.isConnected ? side.querySelector(`[data-key="${key}"]`) : null;
  const found = inSide ?? document.querySelector(`[data-key="${key}"]`);
  if (!found) return false;
  if (found.tagName === "FORM") { found.requestSubmit(); return true; }
  for (const other of document.querySelectorAll("details.act[open]")) if (other !== found) other.open = false;
  found.open = true;
  const value = found.querySelector('[name="value"]');
  if (value && marked) value.value = marked;
  (value && marked ? found.querySelector('[name="why"]') : found.querySelector("input:not([type=hidden]), select")).focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !document.querySelector(".review")) return;
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    for (const each of document.querySelectorAll("details.act[open]")) each.open = false;
    return;
  }
  if (typing(event.target) || document.querySelector("dialog[open]")) return;
  const words = event.target.closest?.("[data-words]");
  if (words && event.shiftKey && event.key.startsWith("Arrow")) { extend(words, event.key); event.preventDefault(); return; }
  if (event.key === "j" || event.key === "k") move(event.key === "j" ? 1 : -1);
  else if (event.key === "?") document.querySelector("#keys").showModal();
  else if (!"axemsnu".includes(event.key) || event.key.length !== 1 || !act(event.key)) return;
  event.preventDefault();
});
document.addEventListener("click", (event) => { if (event.target.closest("[data-keys]")) document.querySelector("#keys").showModal(); });

/** Mark words of a sentence by keyboard: Shift and an arrow move the end of what is marked by a letter or a word. */
function extend(words, key) {
  const chosen = document.getSelection();
  if (!words.contains(chosen.anchorNode)) chosen.collapse(words.querySelector("mark") ?? words, 0);
  const [direction, by] = { ArrowRight: ["forward", "character"], ArrowLeft: ["backward", "character"], ArrowDown: ["forward", "word"], ArrowUp: ["backward", "word"] }[key];
  chosen.modify("extend", direction, by);
}
