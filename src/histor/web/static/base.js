// A page that is there already in, the same page with less waiting out: filters answer as they change, numbers show
// their words beside them, addresses are copied. Everything here also works without it, by links and forms.

const live = "form[data-live]";

/** Fetch a page and give its document, and whether the question was answered. */
export async function fetchPage(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  return [new DOMParser().parseFromString(await answer.text(), "text/html"), answer.ok];
}

/** Give the address of a form, without the fields that are empty. */
export function addressOf(form) {
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  const path = new URL(form.action || location.href).pathname;
  return asked.size ? `${path}?${asked}` : path;
}

// On a phone the row of pages is wider than the screen: show where one is.
const here = document.querySelector(".top nav [aria-current]");
const row = here?.closest("nav");
if (row && row.scrollWidth > row.clientWidth) row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 2 + here.offsetWidth / 2;

let latest = 0;

/** Show another address in this page: its content is exchanged, the field in use keeps the focus. */
export async function show(address, { keep = true } = {}) {
  const mine = ++latest;
  document.body.toggleAttribute("aria-busy", true);
  try {
    const [found, answered] = await fetchPage(address);
    if (mine !== latest) return; // a later question has been asked meanwhile
    if (!answered && keep) return refused(found.querySelector("#main p")?.textContent);
    if (keep) history.pushState(null, "", address);
    exchange(found);
  } finally {
    if (mine === latest) document.body.removeAttribute("aria-busy");
  }
}

/** Say beside the form why a question is not answered; what was shown stays. */
function refused(words) {
  const form = document.querySelector(".filters") ?? document.querySelector(live);
  form.querySelector(".refused")?.remove();
  const told = document.createElement("output");
  told.className = "refused";
  told.textContent = words ?? "No answer.";
  form.append(told);
}

function exchange(found) {
  const [used, start, end] = fieldInUse();
  document.title = found.title;
  document.querySelector("#main").replaceWith(document.adoptNode(found.querySelector("#main")));
  const [asOf, newer] = [document.querySelector(".as-of"), found.querySelector(".as-of")];
  if (asOf && newer) asOf.replaceWith(document.adoptNode(newer));
  const field = used && document.querySelector(used);
  if (field) {
    field.focus({ preventScroll: true });
    if (start !== null && field.setSelectionRange) field.setSelectionRange(start, end);
  }
  document.dispatchEvent(new CustomEvent("histor:shown"));
}

function fieldInUse() {
  const field = document.activeElement;
  if (!field?.closest?.(live) || !field.name) return [null, null, null];
  const isText = field.type === "search" || field.type === "text";
  return [`.${field.form.classList[0]} [name="${CSS.escape(field.name)}"]`, isText ? field.selectionStart : null, isText ? field.selectionEnd : null];
}

let waiting;
document.addEventListener("input", (event) => {
  const form = event.target.closest(live);
  if (!form || !form.checkValidity()) return; // half a day is no question yet
  clearTimeout(waiting);
  const isTyped = event.target.type === "search" || event.target.type === "text";
  waiting = setTimeout(() => show(addressOf(form)), isTyped ? 250 : 0); // milliseconds without a key
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches(live)) return;
  event.preventDefault();
  clearTimeout(waiting);
  show(addressOf(event.target));
});
window.addEventListener("popstate", () => show(location.href, { keep: false }));

// The words behind a number or name: a look does not navigate, a click on the card's own link does.
const card = document.querySelector("#evidence");
let pinned = false;
let hovering;

/** Show the words of a record beside the element that stands for them. */
export async function showEvidence(link, pin) {
  const part = link.dataset.part ?? "evidence";
  const answer = await fetch(`${link.pathname}${link.search ? `${link.search}&` : "?"}part=${part}`);
  if (!answer.ok) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  card.replaceChildren(...found.body.childNodes);
  card.hidden = false;
  pinned = pin;
  const box = link.getBoundingClientRect();
  card.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - card.offsetWidth - 16))}px`;
  const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 12;
  card.style.top = `${below ? box.bottom + scrollY + 6 : box.top + scrollY - card.offsetHeight - 6}px`;
  if (pin) card.querySelector("a")?.focus();
}

function hideEvidence() {
  card.hidden = true;
  pinned = false;
}

document.addEventListener("mouseover", (event) => {
  const link = event.target.closest("a[data-evidence]");
  clearTimeout(hovering);
  if (link && !pinned) hovering = setTimeout(() => showEvidence(link, false), 150); // milliseconds of rest
  else if (!link && !pinned && !event.target.closest("#evidence")) hovering = setTimeout(hideEvidence, 200);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-evidence]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    showEvidence(link, true);
  } else if (!event.target.closest("#evidence")) hideEvidence();
  if (event.target.closest("[data-copy-address]")) copyAddress(event.target);
  if (event.target.closest("[data-print]")) window.print();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hideEvidence();
  const isTyping = event.target.matches?.("input, select, textarea");
  if (event.key === "/" && !isTyping) {
    const field = document.querySelector(".filters input");
    if (field) { event.preventDefault(); field.focus(); }
  }
});

async function copyAddress(button) {
  await navigator.clipboard.writeText(button.dataset.text ?? location.href);
  const said = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = said; }, 1500);
}
