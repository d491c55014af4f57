// What the page says, in Chinese and English alike.

const TEXTS = {
  brand: ["红笔", "Hongbi"],
  skip: ["跳到内容", "Skip to content"],
  welcome: ["拍下作业，马上知道", "Snap your homework, know at once"],
  welcomeText: ["用手机拍下写好的作业交上来，红笔会告诉你照片清不清楚、写完了没有。",
    "Take photos of your homework and hand them in. Hongbi tells you whether they can be read and whether you are done."],
  signIn: ["登录", "Sign in"],
  signOut: ["退出", "Sign out"],
  signInFailed: ["没有登录成功，请再试一次。", "Signing in did not work. Please try again."],
  needsHttps: ["这个地址不安全，不能登录。请让老师给你一个 https 开头的地址。",
    "You cannot sign in at this address because it is not safe. Ask your teacher for one that starts with https."],
  loading: ["请稍等…", "One moment…"],
  back: ["返回", "Back"],
  again: ["再试一次", "Try again"],
  assignments: ["我的作业", "My homework"],
  noAssignments: ["现在没有要交的作业。", "There is nothing to hand in right now."],
  due: ["截止 {0}", "Due {0}"],
  closed: ["已经不能交了", "Closed"],
  notOpen: ["{0} 开始", "Opens {0}"],
  takePhoto: ["拍照", "Take a photo"],
  choosePhotos: ["选照片", "Choose photos"],
  photoTips: ["把纸放平，光线亮一点，整页都拍进去。", "Lay the paper flat, use good light, and get the whole page in."],
  page: ["第 {0} 页", "Page {0}"],
  remove: ["去掉第 {0} 页", "Remove page {0}"],
  removeShort: ["去掉", "Remove"],
  handIn: ["交作业（{0} 页）", "Hand in ({0} pages)"],
  handInOne: ["交作业（1 页）", "Hand in (1 page)"],
  preparing: ["正在准备照片…", "Getting the photos ready…"],
  uploading: ["正在上传，请不要关掉页面…", "Uploading. Please keep this page open…"],
  uploadProgress: ["第 {0} 页的上传进度", "Upload of page {0}"],
  tooMany: ["一次最多交 20 页。", "You can hand in 20 pages at most."],
  before: ["交过的", "Handed in before"],
  receipt: ["收据号", "Receipt"],
  receiptText: ["已经交上来了，共 {0} 页。记下收据号，有问题可以给老师看。",
    "We have your {0} pages. Keep this receipt to show your teacher if you need to."],
  attempt: ["第 {0} 次交", "Attempt {0}"],
  retake: ["重拍第 {0} 页", "Take page {0} again"],
  retakeTaken: ["新照片已经交上来了。", "We have the new photo."],
  preview: ["第 {0} 页的照片", "Photo of page {0}"],
  connectionLost: ["网络断了，正在重新连接…", "The connection is lost. Trying again…"],
  deskTitle: ["学生交的作业", "What was handed in"],
  assignment: ["作业", "Assignment"],
  chooseAssignment: ["选一份作业，看看谁交了。", "Choose an assignment to see who handed in."],
  noClasses: ["您还没有班级。", "You have no class yet."],
  handedIn: ["已交（{0}）", "Handed in ({0})"],
  missing: ["没交（{0}）", "Missing ({0})"],
  nobody: ["还没有人交。", "Nobody yet."],
  everybody: ["全班都交了。", "Everybody has handed in."],
  opsOnly: ["这个账号没有要看的作业。", "There is no homework for this account."],

  "state.received": ["收到了，马上看", "Received"],
  "state.reading": ["正在看", "Being read"],
  "state.retake": ["要重拍", "Take again"],
  "state.failed": ["出了问题", "Problem"],
  "state.needs-review": ["老师来看", "With the teacher"],
  "state.graded": ["看完了", "Done"],
  "state.released": ["有成绩了", "Marks are out"],
  "about.received": ["收到啦！马上就轮到你的作业。", "We have it! Your pages are next."],
  "about.reading": ["正在看你的作业，几秒钟就好。", "We are looking at your pages. A few seconds more."],
  "about.retake": ["有的照片看不清楚，请照下面的办法重拍。", "Some photos cannot be read. See below how to take them again."],
  "about.failed": ["我们这边出了问题，你的照片没有丢，老师会帮你。", "Something went wrong on our side. Your photos are safe; your teacher will help."],
  "about.needs-review": ["有的地方要请老师看一看，过一会儿再来。", "Your teacher will look at something. Come back later."],
  "about.graded": ["看完了！", "All done!"],
  "about.released": ["成绩出来了！", "Your marks are out!"],
  "page.waiting": ["正在看", "Being read"],
  "page.read": ["看清楚了", "Readable"],
  "page.retake": ["要重拍", "Take again"],
  "page.failed": ["出了问题", "Problem"],
  "completion.blank": ["这一页还没有写。", "Nothing is written on this page yet."],
  "completion.partial": ["写了一部分（大约 {0}）。", "Partly done (about {0})."],
  "completion.complete": ["写完了，真棒！", "Complete. Well done!"],
  neatness: ["书写：行直 {0}，大小匀 {1}，涂改 {2} 处，清楚 {3}。", "Writing: steady lines {0}, even size {1}, {2} corrected, plain to see {3}."],
  "reason.blurred": ["照片糊了：手拿稳，等它变清楚再拍。", "It is blurred: hold still and wait until it looks sharp."],
  "reason.dark": ["太暗了：开灯或者到窗边拍。", "It is too dark: switch on a light or go to a window."],
  "reason.glare": ["有反光：换个角度，不要用闪光灯。", "There is glare: tilt the paper a little and switch off the flash."],
  "reason.cut-off": ["没有拍全：往后一点，四个角都要看见。", "A part is missing: move back until you see all four corners."],
  "reason.too-small": ["字太小了：靠近一点再拍。", "It is too small: go closer."],
  "reason.unreadable": ["看不清楚：请重新拍一张，一次只拍一张纸，不要拍屏幕或镜子里的。", "It cannot be made out: please take a new one, of one sheet only, and of the paper itself."],
  "reason.not-homework": ["这看起来不是作业：请拍写作业的那一页。", "This does not look like homework: take a photo of the page you wrote on."],
  "reason.wrong-sheet": ["不是这份作业的纸，或者是旧的一版：请拍老师发的那一张。", "This is not the sheet of this assignment, or an older print of it: take the one your teacher handed out."],
  "reason.wrong-student": ["纸上的学号不是你的：请检查学号，拍你自己的那一张。", "The student number on the sheet is not yours: check it, and take your own sheet."],
  sheetMissing: ["作业纸第 {0} 页还没有交：请把每一页都拍下来，重新交一次。", "Page {0} of the sheet is not there yet: take photos of all pages and hand in again."],
  sheetTwice: ["作业纸第 {0} 页交了不止一张照片。两张不一样的地方由老师看。", "There is more than one photo of page {0} of the sheet. Where they differ, your teacher looks."],
  score: ["得分 {0} / {1}", "Score {0} of {1}"],
  marks: ["每一题", "Question by question"],
  marked: ["第 {0} 页，批改过的", "Page {0} with marks"],
  question: ["第 {0} 题", "Question {0}"],
  rightAnswer: ["正确答案 {0}", "The right answer is {0}"],
  seenBefore: ["这张照片班里已经交过：{0}。", "The class had handed in this photo before: {0}."],
  bonus: ["加 {0} 分", "{0} extra"],
  points: ["{0} / {1} 分", "{0} of {1}"],
  ways: ["这份作业", "This assignment"],
  "way.handedIn": ["谁交了", "Handed in"],
  "way.marks": ["成绩表", "Marks"],
  "way.review": ["批阅", "Review"],
  "way.key": ["答案", "Key"],
  "way.actions": ["做过的事", "What was done"],
  student: ["学生", "Student"],
  scoreShort: ["得分", "Score"],
  scoreOf: ["{0} / {1}", "{0} of {1}"],
  nothing: ["没交", "Missing"],
  facility: ["得分率", "Facility"],
  release: ["公布成绩", "Release marks"],
  unrelease: ["收回成绩", "Take marks back"],
  released: ["学生看得到成绩。", "Students see their marks."],
  takenBack: ["学生看不到成绩。", "Students see no marks."],
  nothingDone: ["还没有做过什么。", "Nothing was done yet."],
  "action.override": ["改判", "Decision"],
  "action.keys": ["改答案", "New key"],
  "action.release": ["公布成绩", "Release"],
  "action.unrelease": ["收回成绩", "Taken back"],
  "action.owner": ["认定是谁的作业纸", "Whose sheet"],
  "action.undo": ["撤销", "Undoing"],
  group: ["（{0} 份一样的）", "({0} alike)"],
  undo: ["撤销", "Undo"],
  isUndone: ["已撤销", "Undone"],
  undoLast: ["撤销上一个", "Undo the last one"],
  changed: ["{0} 份的成绩变了。", "The marks of {0} papers changed."],
  keyHint: ["几个答案都对，用 | 隔开。先试算，看谁加分、谁扣分，再应用。", "Several right answers: put | between them. Try it first, see who gains and who loses, then apply."],
  answers: ["答案", "answers"],
  pointsLabel: ["分值", "points"],
  tryOut: ["试算", "Try"],
  apply: ["应用", "Apply"],
  gains: ["加分（{0}）", "Gain ({0})"],
  loses: ["扣分（{0}）", "Lose ({0})"],
  unchanged: ["{0} 份不变", "{0} unchanged"],
  keyApplied: ["已应用：{0} 份加分，{1} 份扣分。", "Applied: {0} gain, {1} lose."],
  reviewKeys: ["回车：按读出的算；直接打字：改正；0 或 Delete：错；← →：上一个、下一个；Esc：清空。主观题：打分数，回车。",
    "Enter: as read. Type: correction. 0 or Delete: wrong. ← →: previous, next. Esc: clear. Free answers: type the mark, then Enter."],
  nothingWaits: ["没有要批阅的了。", "Nothing waits for you."],
  atStake: ["关系 {0} 分", "{0} points at stake"],
  minutesLeft: ["还剩 {0} 分钟", "{0} minutes left"],
  cropOf: ["{0}的答案", "Answer to {0}"],
  readAs: ["读作 {0}", "Read as {0}"],
  notRead: ["没有读出来", "Not read"],
  rightIs: ["正确答案 {0}", "right is {0}"],
  correction: ["改正", "Correction"],
  markOf: ["给分，最多 {0}", "Mark, at most {0}"],
  allAlike: ["所有一样的答案都这样判", "All that look the same"],
  asRead: ["确定（回车）", "Decide (Enter)"],
  giveMark: ["给分（回车）", "Give the mark (Enter)"],
  wrongKey: ["错（0）", "Wrong (0)"],
  previous: ["上一个", "Previous"],
  next: ["下一个", "Next"],

  "verdict.right": ["对", "Right"],
  "verdict.wrong": ["错", "Wrong"],
  "verdict.partial": ["对了一部分", "Partly right"],
  "verdict.blank": ["没写", "Left blank"],
  "verdict.doubtful": ["老师来看", "With the teacher"],
  "verdict.not-marked": ["老师来批", "For the teacher to mark"],

  "error.network": ["网络不通。照片还在这里，连上网再试一次。", "No connection. Your photos are still here: try again when you are online."],
  "error.unauthenticated": ["登录过期了，请重新登录。", "You were signed out. Please sign in again."],
  "error.forbidden": ["你的账号不能做这个。", "Your account cannot do this."],
  "error.not-found": ["没有找到，可能已经删除了。", "We could not find it. It may be gone."],
  "error.no-pages": ["还没有选照片。", "There is no photo yet."],
  "error.too-large": ["照片太大或者太多了：每张最多 20 MB，一次最多 20 张。", "Too big or too many: 20 MB a photo and 20 photos at most."],
  "error.unsupported-image": ["这种照片打不开。请用相机重新拍，或者换成 JPEG。", "This kind of photo does not work. Take it again with the camera, or save it as JPEG."],
  "error.unreadable-image": ["这张照片坏了，请重新拍一张。", "This photo is broken. Please take a new one."],
  "error.assignment-closed": ["现在不能交这份作业。", "You cannot hand in to this assignment now."],
  "error.in-progress": ["正在处理，请等几秒再试。", "Still working on it. Try again in a few seconds."],
  "error.unavailable": ["现在有点忙，请等几秒再试。", "We are busy right now. Try again in a few seconds."],
  "error.too-many-requests": ["太快了，请等几秒再试。", "That was too fast. Try again in a few seconds."],
  "error.claimed": ["另一位老师正在看这一题。", "Another teacher looks at this answer."],
  "error.already-undone": ["已经撤销过了。", "It is undone already."],
  "error.nothing-to-release": ["还没有成绩可以公布。", "There are no marks to release yet."],
  "error.internal": ["我们这边出了问题，请等一会儿再试。", "Something went wrong on our side. Try again later."],
};

const KEPT = "hongbi.language";
let english = chosen() === "en";

function chosen() {
  const kept = localStorage.getItem(KEPT);
  if (kept) return kept;
  const first = (navigator.languages ?? [navigator.language]).find((l) => /^(zh|en)/i.test(l));
  return first && /^en/i.test(first) ? "en" : "zh";
}

export const language = () => (english ? "en" : "zh");

export function speak(next) {
  english = next === "en";
  localStorage.setItem(KEPT, next);
}

/** The text of a key, with {0}, {1} filled in. */
export function t(key, ...values) {
  const both = TEXTS[key];
  if (!both) throw new Error(`No text ${key}`);
  return both[english ? 1 : 0].replace(/\{(\d)\}/g, (_, i) => String(values[i]));
}

/** The text of a key that may come from outside; the fallback where it is unknown. */
export const known = (key, fallback = "") => (TEXTS[key] ? t(key) : fallback);

export const when = (time) =>
  new Intl.DateTimeFormat(english ? "en-GB" : "zh-CN", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" })
    .format(new Date(time));

export const percent = (share) =>
  new Intl.NumberFormat(english ? "en" : "zh-CN", { style: "percent", maximumFractionDigits: 0 }).format(share);
