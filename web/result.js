// What became of a submission: its state, its pages and what to do next.

import { here } from "./api.js";
import { h, photoButton } from "./dom.js";
import { known, percent, t } from "./text.js";

const TONES = { retake: "warn", failed: "bad", graded: "good", released: "good", read: "good" };
const BUSY = ["received", "reading", "waiting"];

/** A short word for a state of a submission ("state") or of a page ("page"). */
export function stateBadge(state, of = "state") {
  const busy = BUSY.includes(state) ? "busy" : "";
  return h("span", { class: `state ${TONES[state] ?? ""} ${busy}` }, known(`${of}.${state}`, state));
}

/** A whole sentence on where the submission stands. */
export function stateNote(state) {
  const busy = BUSY.includes(state) ? "busy" : "";
  return h("p", { class: `note ${TONES[state] ?? ""} ${busy}` }, known(`about.${state}`, state));
}

/**
 * The pages with their previews.
 * @param onretake called with the page's number and the new photo; null where nobody retakes
 */
export function pageList(submission, onretake) {
  return h("ol", { class: "list" }, submission.pages.map((page) => pageCard(page, onretake)));
}

function pageCard(page, onretake) {
  const address = here(page.previewUrl ?? page.photoUrl);
  const image = address && h("img", { src: address, alt: t("preview", page.number), loading: "lazy" });
  const again = onretake && page.state === "retake"
    && photoButton(t("retake", page.number), { camera: true, primary: true }, ([file]) => onretake(page.number, file));
  return h("li", { class: "card page", "data-page": page.number, "data-state": page.state },
    h("div", { class: "row" }, h("h2", {}, t("page", page.number)), stateBadge(page.state, "page")),
    advice(page), again, image);
}

function advice(page) {
  const reading = page.reading;
  if (!reading) return null;
  if (page.state === "retake") {
    const reasons = reading.quality.reasons.map((reason) => h("li", {}, known(`reason.${reason}`, reason)));
    return h("div", { class: "note warn" }, h("ul", {}, reasons));
  }
  if (!reading.homework?.value) return h("p", { class: "note warn" }, t("reason.not-homework"));
  const { value, share } = reading.completion;
  return h("p", { class: `note ${value === "complete" ? "good" : ""}` },
    known(`completion.${value}`) && t(`completion.${value}`, percent(share)));
}

/** What went wrong, with the id that helps the admin find it. */
export function problemNote(problem, onagain) {
  return h("div", { class: "note bad", role: "alert" },
    h("p", {}, problem.message),
    problem.traceId && problem.status >= 500 ? h("p", { class: "soft" }, problem.traceId) : null,
    onagain ? h("button", { type: "button", onclick: onagain }, t("again")) : null);
}
