"use strict";
(() => {
  const field = document.getElementById("search");
  const count = document.getElementById("count");
  const entries = [...document.querySelectorAll(".entry")];
  const texts = entries.map((entry) => entry.textContent.toLowerCase());
  const sections = [...document.querySelectorAll("main > section")];

  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    entries.forEach((entry, index) => {
      entry.hidden = !words.every((word) => texts[index].includes(word));
      if (!entry.hidden) found += 1;
    });
    for (const section of sections) {
      section.hidden = !section.querySelector(".entry:not([hidden])");
    }
    count.textContent = words.length ? `${found} of ${entries.length}` : `${entries.length} entries`;
  };

  field.addEventListener("input", show);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "Escape" && document.activeElement === field) {
      field.value = "";
      show();
    }
  });
  // Whoever follows a link wants to see where it leads.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      field.value = "";
      show();
      target.scrollIntoView();
    }
  });
  show();
})();
