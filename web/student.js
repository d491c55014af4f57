// The student's way: an assignment, its photos, the hand-in, what came of it.

import { all, follow, get, upload } from "./api.js";
import { h, photoButton, say, show } from "./dom.js";
import { shrink } from "./photo.js";
import { pageList, problemNote, stateBadge, stateNote, summary } from "./result.js";
import { person } from "./session.js";
import { t, when } from "./text.js";

const MAX_PAGES = 20;

/** Photos chosen and not yet handed in, by assignment: they outlive a look elsewhere. */
const drafts = new Map();
const handedIn = () => `hongbi.handed-in.${person().id}`;

/** Submissions sent from this browser, by assignment, the latest last. */
const sent = () => JSON.parse(localStorage.getItem(handedIn()) ?? "{}");

function remember(assignmentId, submissionId) {
  const known = sent();
  known[assignmentId] = [...(known[assignmentId] ?? []).filter((id) => id !== submissionId), submissionId].slice(-5);
  localStorage.setItem(handedIn(), JSON.stringify(known));
}

export async function assignments() {
  const classes = await all("/classes");
  const perClass = await Promise.all(classes.map((c) => all(`/classes/${c.id}/assignments`)));
  const rows = classes.flatMap((c, i) => perClass[i].map((assignment) => assignmentRow(c, assignment)));
  show(h("h1", {}, t("assignments")),
    rows.length ? h("ul", { class: "list" }, rows) : h("p", { class: "card" }, t("noAssignments")));
}

function assignmentRow(schoolClass, assignment) {
  return h("li", {}, h("a", { class: "button row", href: `#/assignments/${assignment.id}` },
    h("span", {}, assignment.title, h("br"), h("span", { class: "soft" }, schoolClass.name)),
    h("span", { class: "soft" }, timing(assignment))));
}

function timing({ opensAt, dueAt, closesAt }) {
  if (opensAt && new Date(opensAt) > new Date()) return t("notOpen", when(opensAt));
  if (closesAt && new Date(closesAt) < new Date()) return t("closed");
  return dueAt ? t("due", when(dueAt)) : "";
}

export async function assignment(id) {
  const [found, before] = await Promise.all([get(`/assignments/${id}`), earlier(id)]);
  const draft = drafts.get(id) ?? { photos: [], key: crypto.randomUUID() };
  drafts.set(id, draft);
  const desk = h("div");

  function lay(problem) {
    const { photos } = draft;
    desk.replaceChildren(...[
      problem && problemNote(problem),
      photos.length ? photoList() : h("p", { class: "soft" }, t("photoTips")),
      h("div", { class: "actions" },
        photoButton(t("takePhoto"), { camera: true, primary: !photos.length }, add),
        photoButton(t("choosePhotos"), { several: true }, add)),
      photos.length ? h("button", { class: "primary wide", type: "button", onclick: send },
        photos.length === 1 ? t("handInOne") : t("handIn", photos.length)) : null,
    ].filter(Boolean));
  }

  function change(next, problem) {
    draft.photos.filter((photo) => !next.includes(photo)).forEach((photo) => URL.revokeObjectURL(photo.url));
    draft.photos = next;
    draft.key = crypto.randomUUID(); // other photos are another hand-in
    lay(problem);
  }

  function add(files) {
    const next = [...draft.photos, ...files.map((file) => ({ file, url: URL.createObjectURL(file) }))];
    change(next.slice(0, MAX_PAGES), next.length > MAX_PAGES ? { message: t("tooMany") } : null);
  }

  function photoList() {
    return h("ol", { class: "photos" }, draft.photos.map((photo, i) => h("li", { class: "card" },
      h("img", { src: photo.url, alt: t("preview", i + 1) }), t("page", i + 1),
      h("button", {
        class: "plain wide", type: "button", "aria-label": t("remove", i + 1),
        onclick: () => change(draft.photos.filter((other) => other !== photo)),
      }, t("removeShort")))));
  }

  async function send() {
    try {
      const files = draft.photos.map((photo) => photo.file);
      const view = await withProgress(desk, files, (small, onprogress) =>
        upload("POST", `/assignments/${id}/submissions`, "pages", small, draft.key, onprogress));
      draft.photos.forEach((photo) => URL.revokeObjectURL(photo.url));
      drafts.delete(id);
      remember(id, view.id);
      location.hash = `#/submissions/${view.id}`;
    } catch (problem) {
      lay(problem);
    }
  }

  lay();
  show(h("a", { class: "back", href: "#/" }, `‹ ${t("back")}`), h("h1", {}, found.title),
    h("p", { class: "soft" }, timing(found)), desk, before.length ? beforeList(before) : null);
}

/** Shrinks, then sends, with a bar for each photo. */
async function withProgress(place, files, send) {
  const bars = files.map((_, i) => h("progress", { max: 1, value: 0, "aria-label": t("uploadProgress", i + 1) }));
  const note = h("p", { class: "note busy", role: "status" }, t("preparing"));
  place.replaceChildren(note, h("ol", { class: "list" },
    bars.map((bar, i) => h("li", { class: "card" }, t("page", i + 1), bar))));
  const small = [];
  for (const file of files) small.push(await shrink(file)); // one after the other: phones have little memory
  note.textContent = t("uploading");
  return send(small, (shares) => shares.forEach((share, i) => (bars[i].value = share)));
}

async function earlier(assignmentId) {
  const inbox = await get("/me/inbox?limit=200").catch(() => ({ items: [] }));
  const told = inbox.items.filter((item) => item.assignmentId === assignmentId).map((item) => item.submissionId);
  const ids = [...new Set([...(sent()[assignmentId] ?? []).reverse(), ...told])].slice(0, 5);
  const found = await Promise.all(ids.map((id) => get(`/submissions/${id}`).catch(() => null)));
  return found.filter(Boolean).sort((a, b) => b.attempt - a.attempt);
}

function beforeList(submissions) {
  return h("section", {}, h("h2", {}, t("before")), h("ul", { class: "list" }, submissions.map((submission) =>
    h("li", {}, h("a", { class: "button row", href: `#/submissions/${submission.id}` },
      h("span", {}, t("attempt", submission.attempt), h("br"), h("span", { class: "soft" }, when(submission.receivedAt))),
      stateBadge(submission.state))))));
}

export async function submission(id, signal) {
  let shown = await get(`/submissions/${id}`);
  let sending = false;
  const place = h("div");
  const broken = h("p", { class: "note warn", hidden: true }, t("connectionLost"));

  function lay(problem) {
    if (sending) return;
    place.replaceChildren(...[problem && problemNote(problem), stateNote(shown.state), ...summary(shown), pageList(shown, retake)].filter(Boolean));
    say(place.querySelector(".note").textContent);
  }

  async function retake(number, file) {
    sending = true;
    let failed = null;
    try {
      shown = await withProgress(place, [file], (small, onprogress) =>
        upload("PUT", `/submissions/${id}/pages/${number}`, "page", small, null, onprogress));
    } catch (problem) {
      failed = problem;
    }
    sending = false;
    lay(failed);
    if (!failed) say(t("retakeTaken"));
  }

  lay();
  show(h("a", { class: "back", href: `#/assignments/${shown.assignmentId}` }, `‹ ${t("back")}`), h("h1", {}, t("attempt", shown.attempt)),
    receipt(shown), broken, place);
  await follow(id, signal, async (event) => {
    broken.hidden = true;
    if (event.version === shown.version && event.state === shown.state) return;
    shown = await get(`/submissions/${id}`);
    lay();
  }, () => (broken.hidden = false));
}

function receipt({ receipt: { code, pages } }) {
  return h("section", { class: "card" }, h("h2", {}, t("receipt")), h("p", { class: "receipt", id: "receipt" }, code),
    h("p", { class: "soft" }, t("receiptText", pages)));
}
