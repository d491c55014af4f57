// The teacher's view: who handed in, who did not, and what became of it.

import { all, get, send } from "./api.js";
import { h, say, show } from "./dom.js";
import { namesIn, ways } from "./marks.js";
import { pageList, problemNote, stateBadge, summary } from "./result.js";
import { t, when } from "./text.js";

const REFRESH_MS = 5000;

/** @param chosen id of the assignment to show; null lets the teacher choose */
export async function desk(chosen, signal) {
  const classes = await all("/classes");
  const perClass = await Promise.all(classes.map((c) => all(`/classes/${c.id}/assignments`)));
  const place = h("div");
  show(h("h1", {}, t("deskTitle")),
    classes.length ? picker(classes, perClass, chosen) : h("p", { class: "card" }, t("noClasses")), place);
  const at = perClass.findIndex((assignments) => assignments.some(({ id }) => id === chosen));
  if (at < 0) {
    place.append(h("p", { class: "soft" }, t("chooseAssignment")));
    return;
  }
  const assignment = perClass[at].find(({ id }) => id === chosen);
  if (assignment.kind !== "notes") place.before(ways(assignment, ""));
  await watch(chosen, await nameOfIn(assignment), place, signal);
}

/** One submission on a page of its own. */
export async function submission(id) {
  const { assignmentId, studentId, attempt, receivedAt } = await get(`/submissions/${id}`);
  const assignment = await get(`/assignments/${assignmentId}`);
  const nameOf = await nameOfIn(assignment);
  const body = h("div");
  show(h("a", { class: "back", href: `#/assignments/${assignmentId}` }, `‹ ${assignment.title}`), h("h1", {}, nameOf(studentId)),
    h("p", { class: "soft" }, `${t("attempt", attempt)} · ${when(receivedAt)}`), body);
  await lay(id, nameOf, body);
}

async function nameOfIn(assignment) {
  const names = await namesIn(assignment);
  return (id) => names.get(id) ?? id;
}

/** Puts what became of a submission in its place. */
async function lay(id, nameOf, place) {
  try {
    const found = await get(`/submissions/${id}`);
    place.replaceChildren(...summary(found), pageList(found, null, { nameOf, belongs }));
  } catch (problem) {
    place.replaceChildren(problemNote(problem, () => lay(id, nameOf, place)));
  }

  async function belongs(number) {
    try {
      await send("PATCH", `/submissions/${id}/pages/${number}`, { belongs: true });
      say(t("belongsSaid"));
      await lay(id, nameOf, place);
    } catch (problem) {
      place.prepend(problemNote(problem));
    }
  }
}

function picker(classes, perClass, chosen) {
  const options = classes.map((c, i) => h("optgroup", { label: c.name },
    perClass[i].map((a) => h("option", { value: a.id, selected: a.id === chosen }, a.title))));
  const select = h("select", { onchange: () => (location.hash = `#/assignments/${select.value}`) },
    h("option", { value: "", disabled: true, selected: !chosen }, t("chooseAssignment")), options);
  return h("label", { class: "field" }, t("assignment"), select);
}

async function watch(assignmentId, nameOf, place, signal) {
  let before = "";
  const open = new Map(); // what the teacher unfolded stays unfolded
  while (!signal.aborted) {
    const [lines, missing] = await Promise.all([
      all(`/assignments/${assignmentId}/submissions`),
      all(`/assignments/${assignmentId}/submissions?missing=true`),
    ]);
    const now = JSON.stringify([lines, missing]);
    if (now !== before && !signal.aborted) place.replaceChildren(...lists(lines, missing, nameOf, open));
    before = now;
    await new Promise((later) => setTimeout(later, REFRESH_MS));
    while (document.hidden && !signal.aborted) await new Promise((later) => setTimeout(later, REFRESH_MS));
  }
}

function lists(lines, missing, nameOf, open) {
  return [
    h("h2", {}, t("handedIn", lines.length)),
    lines.length
      ? h("ul", { class: "list" }, lines.map((line) => submissionLine(line, nameOf, open)))
      : h("p", { class: "soft" }, t("nobody")),
    h("h2", {}, t("missing", missing.length)),
    missing.length
      ? h("ul", { class: "list card" }, missing.map(({ studentId }) => h("li", {}, nameOf(studentId))))
      : h("p", { class: "soft" }, t("everybody")),
  ];
}

function submissionLine(line, nameOf, open) {
  const body = h("div", { id: `of-${line.id}`, hidden: !open.has(line.id) });
  const button = h("button", {
    class: "row", type: "button", "aria-expanded": String(open.has(line.id)), "aria-controls": body.id,
    onclick: () => {
      body.hidden = !body.hidden;
      button.setAttribute("aria-expanded", String(!body.hidden));
      if (body.hidden) open.delete(line.id);
      else unfold();
    },
  }, h("span", {}, nameOf(line.studentId), h("br"), h("span", { class: "soft" }, `${t("attempt", line.attempt)} · ${when(line.receivedAt)}`)),
  stateBadge(line.state));

  async function unfold() {
    open.set(line.id, true);
    body.replaceChildren(h("p", { class: "note busy" }, t("loading")));
    await lay(line.id, nameOf, body);
  }

  if (open.has(line.id)) unfold();
  return h("li", { "data-submission": line.id }, button, body);
}
