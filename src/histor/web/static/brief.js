// Edit a brief in its own page: the text is fetched where somebody asks for it, and checked by the server.

document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-edit]")) return;
  const section = document.querySelector("#editing");
  const form = section.querySelector("form");
  const field = form.querySelector("textarea");
  if (!field.value) field.value = await (await fetch(form.dataset.source)).text();
  section.hidden = false;
  field.focus();
  field.setSelectionRange(0, 0);
  section.scrollIntoView({ block: "start" });
});
