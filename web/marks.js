// A class's marks for its teacher: the matrix, what was done and its undoing, the key, release.

import { all, get, send } from "./api.js";
import { h, say, show } from "./dom.js";
import { question } from "./question.js";
import { problemNote } from "./result.js";
import { known, percent, t, when } from "./text.js";

/** A sign for each verdict, so that nothing is told by colour alone. */
export const SIGNS = {
  right: ["✓", "good"], wrong: ["✗", "bad"], partial: ["½", "warn"],
  doubtful: ["?", "warn"], blank: ["○", ""], "not-marked": ["…", ""],
};

/** The ways to the views of an assignment; the one that is shown is marked. Sums are worked out and need no key. */
export function ways({ id, kind }, here) {
  const way = (part) => h("a", {
    class: "button", href: `#/assignments/${id}${part ? `/${part}` : ""}`, "aria-current": here === part ? "page" : null,
  }, t(`way.${part || "handedIn"}`));
  return h("nav", { class: "ways", "aria-label": t("ways") }, ["", "marks", "review", ...(kind === "worksheet" ? ["key"] : []), "actions"].map(way));
}

/** Students of the assignment's class by id. */
export async function namesIn(assignment) {
  const students = await all(`/classes/${assignment.classId}/students`);
  return new Map(students.map(({ id, name, studentNumber }) => [id, [studentNumber, name].filter(Boolean).join(" ")]));
}

/** The frame of a view: title, ways, and a place that says what went wrong. */
export function page(assignment, part, ...content) {
  const trouble = h("div");
  show(h("h1", {}, assignment.title), ways(assignment, part), trouble, ...content);
  document.getElementById("main").classList.toggle("broad", part === "marks");
  return async (work) => {
    trouble.replaceChildren();
    try {
      return await work();
    } catch (problem) {
      trouble.replaceChildren(problemNote(problem));
      return null;
    }
  };
}

export async function matrix(id) {
  const assignment = await get(`/assignments/${id}`);
  const [shown, names] = await Promise.all([get(`/assignments/${id}/matrix`), namesIn(assignment)]);
  const change = (verb) => attempt(async () => {
    const { released } = await send("POST", `/assignments/${id}:${verb}`, {});
    say(t(released ? "released" : "takenBack"));
    await matrix(id);
    document.getElementById("release-state").textContent = t(released ? "released" : "takenBack");
  });
  const attempt = page(assignment, "marks",
    h("div", { class: "actions" },
      h("button", { type: "button", class: "primary", id: "release", onclick: () => change("release") }, t("release")),
      h("button", { type: "button", id: "unrelease", onclick: () => change("unrelease") }, t("unrelease"))),
    h("p", { class: "soft", id: "release-state", role: "status" }, shown.students.some(({ state }) => state === "released") ? t("released") : ""),
    shown.items.length ? h("p", { class: "soft" }, Object.entries(SIGNS).map(([verdict, [sign]]) => `${sign} ${known(`verdict.${verdict}`)}  `)) : null,
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("way.marks") }, table(shown, names)));
}

function table({ items, students }, names) {
  const head = h("tr", {}, h("th", { scope: "col" }, t("student")), h("th", { scope: "col" }, t("scoreShort")),
    items.map((item) => h("th", { scope: "col", title: question(item.itemId) }, item.itemId.replace(/^q/, ""))));
  const facility = h("tr", {}, h("th", { scope: "row", colspan: 2 }, t("facility")),
    items.map((item) => h("td", { class: "soft" }, item.facility === null ? "–" : percent(item.facility))));
  return h("table", { class: "matrix" }, h("thead", {}, head),
    h("tbody", {}, students.map((student) => row(student, items, names.get(student.studentId) ?? student.studentId))),
    items.length ? h("tfoot", {}, facility) : null);
}

function row({ submissionId, state, score, marks, verdicts }, items, name) {
  return h("tr", {}, h("th", { scope: "row" }, name),
    h("td", {}, score ? t("scoreOf", score.value, score.max) : submissionId ? known(`state.${state}`) : t("nothing")),
    items.map((item, i) => cell(name, item, marks[i], verdicts[i])));
}

function cell(name, item, mark, verdict) {
  if (!verdict) return h("td", {}, "");
  const [sign, tone] = SIGNS[verdict];
  const told = `${name}, ${question(item.itemId)}: ${known(`verdict.${verdict}`)}`;
  return h("td", { class: tone, "data-verdict": verdict, title: told },
    h("span", { "aria-hidden": "true" }, sign, mark === null ? "" : ` ${mark}`),
    h("span", { class: "visually-hidden" }, `${known(`verdict.${verdict}`)} ${mark ?? ""}`));
}

/** What was done, the newest first; each can be taken back, and that too. */
export async function actions(id) {
  const assignment = await get(`/assignments/${id}`);
  const done = await all(`/assignments/${id}/actions`);
  const attempt = page(assignment, "actions", done.length
    ? h("ol", { class: "list" }, done.map(line))
    : h("p", { class: "soft" }, t("nothingDone")));

  function line(action) {
    const { kind, summary, undone } = action;
    const what = [known(`action.${kind}`, kind), kind === "undo" ? `(${known(`action.${summary.kind}`, "")})` : "",
      summary.itemId ? question(summary.itemId, summary.expression) : "", summary.scope === "group" ? t("group", summary.submissions) : ""];
    const told = what.filter(Boolean).join(" ");
    return h("li", { class: "row mark", "data-action": action.id },
      h("span", {}, undone ? h("s", {}, told) : told, h("br"), h("span", { class: "soft" }, when(action.at))),
      undone ? h("span", { class: "soft" }, t("isUndone")) : h("button", {
        type: "button", "aria-label": `${t("undo")}: ${told}`, onclick: () => attempt(async () => {
          const { changed } = await send("POST", `/actions/${action.id}:undo`, {});
          say(t("changed", changed));
          await actions(id);
        }),
      }, t("undo")));
  }
}

/** A new key is tried out before it can be applied: who gains and who loses. */
export async function key(id) {
  const assignment = await get(`/assignments/${id}`);
  const [{ keys }, names] = await Promise.all([get(`/assignments/${id}/keys`), namesIn(assignment)]);
  const order = Object.keys(keys).sort((one, other) => one.slice(1) - other.slice(1));
  const fields = new Map(order.map((itemId) => [itemId, fieldsOf(itemId, keys[itemId])]));
  const outcome = h("div", { id: "outcome", "aria-live": "polite" });
  const apply = h("button", { type: "button", class: "primary", id: "apply", disabled: true, onclick: () => attempt(use) }, t("apply"));
  const form = h("form", {
    oninput: () => (apply.disabled = true), // what was tried is no longer what stands there
    onsubmit: (event) => {
      event.preventDefault();
      attempt(tryOut);
    },
  }, [...fields.values()].map(({ line }) => line),
  h("div", { class: "actions" }, h("button", { type: "submit", id: "try" }, t("tryOut")), apply));
  const attempt = page(assignment, "key", h("p", { class: "soft" }, t("keyHint")), form, outcome);

  const changes = () => ({ keys: Object.fromEntries([...fields].flatMap(([itemId, field]) => field.change(itemId))) });

  async function tryOut() {
    const tried = await send("POST", `/assignments/${id}/keys?dryRun=true`, changes());
    apply.disabled = false;
    const list = (title, moved) => [h("h2", {}, t(title, moved.length)), h("ul", { class: "list" }, moved.map((each) =>
      h("li", {}, `${names.get(each.studentId) ?? ""}: ${each.before?.value ?? "–"} → ${each.after?.value ?? "–"}`)))];
    outcome.replaceChildren(...list("gains", tried.gains), ...list("loses", tried.loses),
      h("p", { class: "soft" }, t("unchanged", tried.unchanged)));
  }

  async function use() {
    const used = await send("POST", `/assignments/${id}/keys`, changes());
    await key(id);
    document.getElementById("outcome").replaceChildren(
      h("p", { class: "note good" }, t("keyApplied", used.gains.length, used.loses.length)));
  }
}

function fieldsOf(itemId, rule) {
  const answers = h("input", { value: rule.answers.join(" | "), "aria-label": `${question(itemId)} ${t("answers")}`, id: `answers-${itemId}` });
  const points = h("input", { value: rule.points, inputmode: "decimal", "aria-label": `${question(itemId)} ${t("pointsLabel")}` });
  const before = [answers.value, points.value];
  return {
    line: h("div", { class: "row mark" }, h("span", {}, question(itemId)), answers, points),
    change: () => {
      const change = {};
      if (answers.value !== before[0]) change.answers = answers.value.split("|").map((each) => each.trim()).filter(Boolean);
      if (points.value !== before[1]) change.points = Number(points.value);
      return Object.keys(change).length ? [[itemId, change]] : [];
    },
  };
}
