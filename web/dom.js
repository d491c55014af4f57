// Small ways to build the page. Text is always set as text, never as HTML.

/** Makes an element: h("button", {class: "primary", onclick: f}, "Text", child). */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Shows a view and takes the reader to its heading. */
export function show(...children) {
  const main = document.getElementById("main");
  main.replaceChildren(...children.flat().filter(Boolean));
  const heading = main.querySelector("h1");
  if (heading) {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  window.scrollTo(0, 0);
}

/** Says something to people who listen to the page. */
export function say(text) {
  const live = document.getElementById("live");
  if (live.textContent !== text) live.textContent = text;
}

/** A button that opens the camera or the photos of the phone. */
export function photoButton(label, { camera = false, several = false, primary = false }, onchosen) {
  const input = h("input", {
    type: "file", accept: "image/*", capture: camera ? "environment" : null, multiple: several,
    "aria-label": label,
    onchange: () => {
      const files = [...input.files];
      input.value = "";
      if (files.length) onchosen(files);
    },
  });
  return h("label", {}, input, h("span", { class: `button wide ${primary ? "primary" : ""}` }, label));
}
