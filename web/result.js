// What became of a submission: its state, its pages and what to do next.

import { here, picture } from "./api.js";
import { h, photoButton } from "./dom.js";
import { printed, question, written } from "./question.js";
import { known, percent, t, when } from "./text.js";

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

const VERDICTS = { right: ["✓", "good"], wrong: ["✗", "bad"], partial: ["½", "warn"], doubtful: ["?", "warn"] };

/** What is known of the whole: pages of the sheet that are missing or there twice, score and marks. */
export function summary(submission) {
  const { sheet, score, marks, pages } = submission;
  const items = new Map(pages.flatMap((page) => page.reading?.items ?? []).map((item) => [item.itemId, item]));
  return [
    ...(sheet?.missing ?? []).map((page) => h("p", { class: "note warn" }, t("sheetMissing", page))),
    ...(sheet?.twice ?? []).map((page) => h("p", { class: "note" }, t("sheetTwice", page))),
    score && h("p", { class: "score", id: "score" }, t("score", score.value, score.max)),
    marks.length ? h("details", { class: "card" }, h("summary", {}, t("marks")), h("ul", { class: "list" }, marks.map((mark) => markLine(mark, items.get(mark.itemId))))) : null,
  ].filter(Boolean);
}

function markLine(mark, item) {
  const [sign, tone] = VERDICTS[mark.verdict] ?? ["", ""];
  const sum = item?.expression && written(item.expression, mark.response);
  const why = mark.reason === sum ? null : mark.reason ?? known(`verdict.${mark.verdict}`);
  const unsaid = sum && mark.expected && ["blank", "doubtful"].includes(mark.verdict);
  return h("li", { class: "row mark", "data-item": mark.itemId, "data-verdict": mark.verdict },
    h("span", {}, h("span", { class: `verdict ${tone}`, "aria-hidden": "true" }, sign),
      sum || question(mark.itemId), " ",
      h("span", { class: "soft" }, why, unsaid ? ` ${t("rightAnswer", printed(mark.expected))}` : null)),
    h("span", { class: "soft" }, points(mark)));
}

/** What it brought; a bonus comes on top of the maximum, and what does not count brings nothing. */
function points({ mark, max, verdict }) {
  if (mark === null) return verdict === "not-marked" ? "–" : known(`verdict.${verdict}`);
  if (max > 0) return t("points", mark, max);
  return mark ? t("bonus", mark) : "";
}

/**
 * The pages with their previews.
 * @param onretake called with the page's number and the new photo; null where nobody retakes
 * @param desk for teachers: `belongs` is called with the page's number when they say it is the student's after all, `nameOf` names a student
 */
export function pageList(submission, onretake, desk = null) {
  return h("ol", { class: "list" }, submission.pages.map((page) => pageCard(page, submission, onretake, desk)));
}

function pageCard(page, submission, onretake, desk) {
  const image = pageImage(page, submission);
  const again = onretake && page.state === "retake"
    && photoButton(t("retake", page.number), { camera: true, primary: true }, ([file]) => onretake(page.number, file));
  return h("li", { class: "card page", "data-page": page.number, "data-state": page.state },
    h("div", { class: "row" }, h("h2", {}, t("page", page.number)), stateBadge(page.state, "page")),
    advice(page, desk !== null), desk && owner(page, desk.belongs), desk && seenBefore(page, desk.nameOf), again, image);
}

/** Only a teacher can tell that a sheet is the student's though its number is another one. */
function owner({ number, state, reading }, onbelongs) {
  if (state !== "retake" || reading?.quality.reasons.join() !== "wrong-student") return null;
  return h("div", {}, h("p", { class: "soft" }, t("belongsHint")),
    h("button", { type: "button", class: "wide", "data-belongs": number, onclick: () => onbelongs(number) }, t("belongs")));
}

/** Whose it was, and the way there: a fact, not a judgement. */
function seenBefore({ seenBefore: earlier }, nameOf) {
  if (!earlier?.length) return null;
  const line = ({ submissionId, studentId, receivedAt }) => h("li", {}, h("a", { href: `#/submissions/${submissionId}` }, `${nameOf(studentId)} · ${when(receivedAt)}`));
  return h("div", { class: "note", "data-seen-before": earlier.length }, h("p", {}, t("seenBefore")), h("ul", {}, earlier.map(line)));
}

/** The photo; with marks drawn on it where there are any to see. */
function pageImage(page, submission) {
  const address = here(page.previewUrl ?? page.photoUrl);
  if (!address) return null;
  const image = h("img", { src: address, alt: t("preview", page.number), loading: "lazy" });
  if (submission.marks.length && page.state === "read") {
    marked(submission, page).then((src) => {
      image.alt = t("marked", page.number);
      image.src = src;
    }, () => {}); // the plain photo stays
  }
  return image;
}

/** Marked photos by page, each with the version of the submission that it shows. */
const drawn = new Map();

async function marked({ id, version }, { pageId, number }) {
  const known = drawn.get(pageId);
  if (known?.version === version) return known.src;
  const src = await picture(`/submissions/${id}/pages/${number}/annotated`);
  if (known) URL.revokeObjectURL(known.src);
  drawn.set(pageId, { version, src });
  return src;
}

function advice(page, toTeacher) {
  const reading = page.reading;
  if (!reading) return null;
  if (page.state === "retake") {
    const reasons = reading.quality.reasons.map((reason) => h("li", {}, toTeacher && known(`desk.${reason}`) || known(`reason.${reason}`, reason)));
    return h("div", { class: "note warn" }, h("ul", {}, reasons));
  }
  if (!reading.homework?.value) return h("p", { class: "note warn" }, t("reason.not-homework"));
  const { value, share } = reading.completion;
  return h("div", { class: `note ${value === "complete" ? "good" : ""}` },
    h("p", {}, known(`completion.${value}`) && t(`completion.${value}`, percent(share))),
    neatness(reading.neatnessFeatures));
}

function neatness(features) {
  if (!features) return null;
  const { lineSteadiness, sizeEvenness, corrections, contrast } = features;
  return h("p", { class: "soft" },
    t("neatness", percent(lineSteadiness), percent(sizeEvenness), corrections, percent(contrast)));
}

/** What went wrong, with the id that helps the admin find it. */
export function problemNote(problem, onagain) {
  return h("div", { class: "note bad", role: "alert" },
    h("p", {}, problem.message),
    problem.traceId && problem.status >= 500 ? h("p", { class: "soft" }, problem.traceId) : null,
    onagain ? h("button", { type: "button", onclick: onagain }, t("again")) : null);
}
