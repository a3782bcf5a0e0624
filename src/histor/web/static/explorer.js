// The Explorer's page in, the same page with a brush over its days and a map that is dragged out. Whatever is chosen is
// an address, and the page at that address is what is shown: nothing is counted or filtered here.

import { show } from "./base.js";

const LEAST_DRAG = 4; // pixels; less is a click
const PATIENCE = 180; // milliseconds after the last turn of the wheel
let base = null;

function start() {
  const map = document.querySelector("svg.map");
  if (!map) return;
  keepBase(map);
  bindMap(map);
  document.querySelectorAll("svg.days").forEach(bindDays);
  document.querySelectorAll("svg.map .marks, svg.days .bars").forEach(bindArrows);
  follow(map.closest("main"));
  fold(document.querySelector("form.filters"));
}

let unfolded = false;

/** On a phone the filters wait behind a button (explorer.css says what a phone is). */
function fold(form) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "unfold";
  button.textContent = "Filters";
  const set = () => {
    form.classList.toggle("folded", !unfolded);
    button.setAttribute("aria-expanded", String(unfolded));
  };
  button.addEventListener("click", () => { unfolded = !unfolded; set(); });
  form.before(button);
  set();
}

/** Take the land that is drawn already into the new map, so that it is not read again. */
function keepBase(map) {
  const fresh = map.querySelector(".base");
  if (base) fresh.replaceWith(base);
  base = map.querySelector(".base");
}

/** Links that change the view are followed within the page. */
function follow(main) {
  main.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const href = link.getAttribute("href");
    const address = new URL(href, location.href);
    if (address.pathname !== location.pathname || link.hasAttribute("download")) return;
    event.preventDefault();
    show(address.pathname + address.search);
  });
}

const asked = (bar, name) => new URL(bar.getAttribute("href"), location.href).searchParams.get(name);

function bindDays(strip) {
  const [wide] = [strip.viewBox.baseVal.width];
  const bars = [...strip.querySelectorAll(".bars a")];
  let from = null;
  let brush = null;
  const at = (event) => {
    const box = strip.getBoundingClientRect();
    return Math.min(wide, Math.max(0, ((event.clientX - box.left) / box.width) * wide));
  };
  const barAt = (x) => bars.findLast((bar) => bar.querySelector(".reach").x.baseVal.value <= x) ?? bars[0];
  strip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = at(event);
    brush = null;
  });
  strip.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const here = at(event);
    if (!brush && Math.abs(here - from) < LEAST_DRAG) return;
    if (!brush) {
      strip.querySelector(".brush")?.remove();
      brush = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      brush.setAttribute("class", "brush");
      brush.setAttribute("height", strip.querySelector(".reach").getAttribute("height"));
      strip.append(brush);
      strip.setPointerCapture(event.pointerId);
    }
    brush.setAttribute("x", Math.min(from, here));
    brush.setAttribute("width", Math.abs(here - from));
  });
  strip.addEventListener("pointerup", (event) => {
    if (brush) {
      const here = at(event);
      const [left, right] = [barAt(Math.min(from, here)), barAt(Math.max(from, here))];
      show(strip.dataset.address.replace("SINCE", asked(left, "since")).replace("UNTIL", asked(right, "until")));
    }
    from = null;
  });
  strip.addEventListener("pointercancel", () => { from = null; });
  strip.addEventListener("click", (event) => { if (brush) { event.preventDefault(); event.stopPropagation(); } }, true);
  strip.addEventListener("dragstart", (event) => event.preventDefault());
}

const latitude = (down) => (2 * Math.atan(Math.exp((-down * Math.PI) / 180)) * 180) / Math.PI - 90;

function written(box) {
  const middle = Math.max(-80, Math.min(80, latitude(box.y + box.height / 2)));
  const across = Math.max(-180, Math.min(180, box.x + box.width / 2));
  return [across, middle, Math.max(0.5, Math.min(360, box.width))].map((each) => each.toFixed(3)).join(",");
}

function bindMap(map) {
  const box = map.viewBox.baseVal;
  let from = null;
  let moved = false;
  let waiting;
  const settle = () => show(map.dataset.address.replace("MAP", written(box)));
  map.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, left: box.x, top: box.y };
    moved = false;
  });
  map.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    if (!moved && Math.hypot(right, down) < LEAST_DRAG) return;
    if (!moved) map.setPointerCapture(event.pointerId);
    moved = true;
    map.classList.add("moving");
    const point = box.width / map.getBoundingClientRect().width;
    box.x = from.left - right * point;
    box.y = from.top - down * point;
  });
  map.addEventListener("pointerup", () => {
    if (moved) settle();
    from = null;
    map.classList.remove("moving");
  });
  map.addEventListener("pointercancel", () => { from = null; });
  map.addEventListener("click", (event) => { if (moved) { event.preventDefault(); event.stopPropagation(); } }, true);
  map.addEventListener("dragstart", (event) => event.preventDefault());
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== map && !map.matches(":focus-within")) return; // the page scrolls
    event.preventDefault();
    const place = map.getBoundingClientRect();
    const [right, down] = [(event.clientX - place.left) / place.width, (event.clientY - place.top) / place.height];
    const factor = Math.exp(event.deltaY * 0.0015);
    const [wide, high] = [box.width * factor, box.height * factor];
    if (wide < 0.5 || wide > 360) return;
    box.x += (box.width - wide) * right;
    box.y += (box.height - high) * down;
    [box.width, box.height] = [wide, high];
    clearTimeout(waiting);
    waiting = setTimeout(settle, PATIENCE);
  }, { passive: false });
}

/** One stop of the Tab key for a whole drawing; arrows go on within it. */
function bindArrows(group) {
  const stops = [...group.querySelectorAll("a")];
  group.addEventListener("keydown", (event) => {
    const here = stops.indexOf(document.activeElement);
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const to = event.key === "Home" ? 0 : event.key === "End" ? stops.length - 1 : here + (steps[event.key] ?? 0);
    if (here < 0 || to === here || !stops[to]) return;
    event.preventDefault();
    stops[here].setAttribute("tabindex", "-1");
    stops[to].setAttribute("tabindex", "0");
    stops[to].focus();
  });
}

document.addEventListener("histor:shown", start);
start();
