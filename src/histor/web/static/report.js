// Claims and their words light up together; a claim's other reports are fetched where they are asked for.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

function light(ids, events, on) {
  for (const id of ids) {
    for (const each of all(`[data-claim="${CSS.escape(id)}"], [data-of~="${CSS.escape(id)}"]`)) each.classList.toggle("lit", on);
  }
  for (const id of events) for (const each of all(`[data-event="${CSS.escape(id)}"]`)) each.classList.toggle("lit", on);
}

function touched(target) {
  const claim = target.closest?.("[data-claim]")?.dataset.claim;
  const of = target.closest?.("[data-of]")?.dataset.of?.split(" ") ?? [];
  const event = target.closest?.("[data-event]")?.dataset.event;
  return [claim ? [claim] : of, event ? [event] : []];
}

document.addEventListener("mouseover", (event) => light(...touched(event.target), true));
document.addEventListener("mouseout", (event) => light(...touched(event.target), false));
document.addEventListener("focusin", (event) => light(...touched(event.target), true));
document.addEventListener("focusout", (event) => light(...touched(event.target), false));

document.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("[data-others], .text .opens");
  if (!link) return;
  event.preventDefault();
  await choose(link.dataset.others ?? link.closest("[data-claim]").dataset.claim, link.href);
});

async function choose(id, address) {
  const url = new URL(address);
  history.replaceState(null, "", `${url.pathname}${url.search}${url.hash}`);
  url.searchParams.set("part", "others");
  const answer = await fetch(url);
  if (!answer.ok) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const each of all(".chosen")) each.classList.remove("chosen");
  for (const each of all(".others")) each.remove();
  for (const each of all(`[data-claim="${CSS.escape(id)}"]`)) each.classList.add("chosen");
  const card = document.getElementById(id);
  card.append(found.querySelector(".others"));
  card.scrollIntoView({ block: "nearest" });
}
