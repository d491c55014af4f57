// Starts the page: language, sign-in, and the view that the address names.

import { h, show } from "./dom.js";
import * as marks from "./marks.js";
import { ops } from "./ops.js";
import { problemNote } from "./result.js";
import { review } from "./review.js";
import * as session from "./session.js";
import * as student from "./student.js";
import * as teacher from "./teacher.js";
import { language, speak, t } from "./text.js";

const MARKS = { marks: marks.matrix, key: marks.key, actions: marks.actions };

let current = new AbortController();

function frame() {
  document.documentElement.lang = language() === "en" ? "en" : "zh-CN";
  document.title = language() === "en" ? "Hongbi" : "红笔 Hongbi";
  document.getElementById("brand").textContent = t("brand");
  document.getElementById("skip").textContent = t("skip");
  const choice = (code, label, lang) => h("button", {
    class: "plain", type: "button", lang, id: `speak-${code}`, "aria-pressed": String(language() === code),
    onclick: () => {
      speak(code);
      view();
    },
  }, label);
  const out = session.person() && h("button", { class: "plain", type: "button", onclick: session.signOut }, t("signOut"));
  document.getElementById("nav").replaceChildren(
    ...[choice("zh", "中文", "zh-CN"), choice("en", "English", "en"), out].filter(Boolean));
}

function welcome(problem) {
  show(h("section", { class: "card hero" },
    h("img", { src: "/icon.svg", alt: "", width: 72, height: 72 }),
    h("h1", {}, t("welcome")), h("p", {}, t("welcomeText")),
    problem ? h("p", { class: "note bad", role: "alert" }, problem) : null,
    session.possible()
      ? h("button", { class: "primary wide", type: "button", id: "sign-in", onclick: () => session.signIn() }, t("signIn"))
      : h("p", { class: "note warn", role: "alert" }, t("needsHttps"))));
}

/** The view of an address such as #/submissions/17, for who is signed in. */
function viewOf(roles, [kind, id, part], signal) {
  document.getElementById("main").classList.remove("broad");
  if (roles.includes("teacher") || roles.includes("admin")) {
    if (kind === "assignments" && part === "review") return review(id, signal);
    if (kind === "assignments" && MARKS[part]) return MARKS[part](id);
    if (kind === "submissions" && id) return teacher.submission(id);
    return teacher.desk(kind === "assignments" ? id : null, signal);
  }
  if (!roles.includes("student")) {
    if (roles.includes("ops")) return ops(signal);
    return show(h("h1", {}, t("assignments")), h("p", { class: "card" }, t("nothingHere")));
  }
  if (kind === "assignments" && id) return student.assignment(id);
  if (kind === "submissions" && id) return student.submission(id, signal);
  return student.assignments();
}

async function view(failure = null) {
  current.abort();
  const { signal } = (current = new AbortController());
  const signedIn = await session.currentToken();
  frame();
  if (!signedIn) return welcome(failure);
  try {
    const path = location.hash.replace(/^#\/?/, "").split("/").filter(Boolean);
    await viewOf(session.person().roles, path, signal);
  } catch (problem) {
    if (signal.aborted) return;
    if (problem.status === 401) welcome(problem.message);
    else show(h("h1", {}, t("brand")), problemNote(problem, () => view()));
  }
}

async function start() {
  frame();
  show(h("p", { class: "note busy" }, t("loading")));
  const arrived = session.possible() ? await session.arrive() : null;
  await view(arrived === false ? t("signInFailed") : null);
}

window.addEventListener("hashchange", () => view());
start();
