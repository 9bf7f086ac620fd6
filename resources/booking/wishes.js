// The page of wishes while it is used: what is chosen above is set on every day that is tapped.

const MOST_PERCENT = 100;
const wishes = new Map(); // of a day, from 0: {what, negated, strong}
const days = [...document.querySelectorAll(".day")];
const buttons = new Map(); // of a day

// ---- what is said

// The position wanted: null for nothing said, undefined for what is no such number.
function wanted() {
  const typed = byId("wanted").value.trim().replace(/\s*%$/, "");
  if (typed === "") return null;
  const percent = /^\d+$/.test(typed) ? Number(typed) : -1;
  return percent >= 0 && percent <= MOST_PERCENT ? percent : undefined;
}

function longShifts() {
  const chosen = document.querySelector("[name=long]:checked")?.value ?? "";
  return chosen === "" ? null : chosen === "yes";
}

function currentAnswer() {
  const { list, token, made } = known;
  const every = byId("weekends").value;
  return {
    list,
    token,
    made,
    percent: wanted() ?? null,
    every: every === "" ? null : Number(every),
    long: longShifts(),
    wishes: [...wishes].map(([day, wish]) => ({ day, ...wish })).sort((one, other) => one.day - other.day),
  };
}

// What an answer says, but for its time.
function contentOf(answer) {
  return JSON.stringify([answer.percent, answer.every, answer.long, answer.wishes]);
}

function isEmpty(answer) {
  const { percent, every, long } = answer;
  return answer.wishes.length === 0 && percent === null && every === null && long === null;
}

// ---- what is kept between visits

function keep() {
  const { wishes: said, every, long } = currentAnswer();
  return keepValue({ said, every, long, wanted: byId("wanted").value.trim() });
}

function isWish(wish) {
  const isDay = wish && Number.isInteger(wish.day) && wish.day >= 0 && wish.day < days.length;
  const isWord = isDay && wish.what in known.kinds;
  return isWord && typeof wish.negated === "boolean" && typeof wish.strong === "boolean";
}

function restore() {
  const found = kept();
  for (const wish of Array.isArray(found.said) ? found.said.filter(isWish) : []) {
    wishes.set(wish.day, { what: wish.what, negated: wish.negated, strong: wish.strong });
  }
  byId("wanted").value = typeof found.wanted === "string" ? found.wanted.slice(0, 3) : "";
  byId("weekends").value = Number.isInteger(found.every) ? String(found.every) : "";
  if (byId("weekends").selectedIndex < 0) byId("weekends").value = "";
  const long = found.long === true ? "yes" : found.long === false ? "no" : "";
  for (const radio of document.querySelectorAll("[name=long]")) radio.checked = radio.value === long;
  restoreMemory(found);
}

// ---- what is shown

function wishText(wish) {
  const word = known.kinds[wish.what];
  return wish.negated ? say("turned", { wish: word }) : word;
}

function showDay(day) {
  const button = buttons.get(day);
  const wish = wishes.get(day);
  const [shown, told] = button.querySelectorAll(".wish, .told");
  shown.hidden = !wish;
  shown.className = wish ? `wish ${wish.what}${wish.negated ? " turned" : ""}` : "wish";
  shown.textContent = wish ? wishText(wish) + (wish.strong ? "!" : "") : "";
  told.textContent = wish ? `: ${wishText(wish)}${wish.strong ? `, ${say("strongly")}` : ""}` : "";
}

function summarise() {
  const count = wishes.size;
  byId("sum").textContent = count === 0 ? say("no_wishes") : say(count === 1 ? "one_wish" : "wishes", { count });
}

function showQuestions() {
  const isWrong = wanted() === undefined;
  byId("wanted").setAttribute("aria-invalid", String(isWrong));
  byId("wanted-error").textContent = isWrong ? say("bad_percent") : "";
  if (!byId("long-note")) return;
  const asksLong = [...wishes.values()].some((wish) => wish.what === "L" && !wish.negated);
  byId("long-note").textContent = longShifts() === false && asksLong ? say("long_after_no") : "";
}

function changed() {
  summarise();
  showQuestions();
  showChanged();
}

// ---- setting wishes

// What a tap sets; null: it takes away.
function brush() {
  const what = document.querySelector("[name=brush]:checked").value;
  return what === "" ? null : { what, negated: byId("not").checked, strong: byId("strong").checked };
}

// A day that has it already, or all of several, lose it again.
function paint(painted) {
  const wish = brush();
  const isSame = (day) => JSON.stringify(wishes.get(day)) === JSON.stringify(wish);
  const isTaken = wish === null || painted.every(isSame);
  for (const day of painted) {
    if (isTaken) wishes.delete(day);
    else wishes.set(day, { ...wish });
    showDay(day);
  }
  changed();
}

function buttonFor(place) {
  const day = Number(place.dataset.day);
  const button = document.createElement("button");
  button.type = "button";
  button.tabIndex = day % DAYS_OF_A_WEEK === 0 ? 0 : -1;
  const told = document.createElement("span");
  told.className = "told unseen";
  const shown = document.createElement("span");
  shown.className = "wish";
  shown.setAttribute("aria-hidden", "true");
  button.append(...place.childNodes, shown, told);
  place.append(button);
  buttons.set(day, button);
  button.addEventListener("click", () => paint([day]));
  button.addEventListener("keydown", (event) => move(event, day));
  button.addEventListener("focus", () => reach(day));
}

// Of every week one day is reached by Tab: the one last used.
function reach(day) {
  const monday = day - (day % DAYS_OF_A_WEEK);
  for (let other = monday; other < monday + DAYS_OF_A_WEEK; other += 1) {
    buttons.get(other).tabIndex = other === day ? 0 : -1;
  }
}

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -DAYS_OF_A_WEEK, ArrowDown: DAYS_OF_A_WEEK };

function move(event, day) {
  const monday = day - (day % DAYS_OF_A_WEEK);
  const ends = { Home: monday, End: monday + DAYS_OF_A_WEEK - 1 };
  const next = event.key in STEPS ? day + STEPS[event.key] : ends[event.key];
  if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  buttons.get(next)?.focus();
}

function spread(button) {
  const week = button.closest(".week");
  const found = [...week.querySelectorAll(".day")].map((place) => Number(place.dataset.day));
  paint(button.dataset.days === "week" ? found : found.slice(-2));
}

// ---- saving and sending

function save() {
  const answer = currentAnswer();
  if (wanted() === undefined) return complain("", byId("wanted"));
  // Nothing at all is an answer only where something else was answered before.
  if (isEmpty(answer) && memory.given === "") return complain(say("nothing_said"), buttons.get(0));
  const given = stamped(answer);
  return giveOut(wishFile(given), wishCode(given));
}

// ---- beginning

function listen() {
  for (const day of days.keys()) showDay(day);
  for (const button of document.querySelectorAll(".spread button")) {
    button.addEventListener("click", () => spread(button));
  }
  byId("wanted").addEventListener("input", changed);
  byId("weekends").addEventListener("change", changed);
  for (const radio of document.querySelectorAll("[name=long]")) radio.addEventListener("change", changed);
}

days.forEach(buttonFor);
comeAlive("fieldset, #summary, .ask, .spread, #save");
