// The page while it is used. Answers live in the radio buttons; what is kept between visits is only a copy.

const cards = [...document.querySelectorAll(".card")];
const radiosOf = (card) => [...card.querySelectorAll("input")];
const placesOf = (card) => card.dataset.places.split(" ").map(Number);
const MOST_HOURS = 255;

function decimal(number) {
  const shown = String(Math.round(number * 100) / 100);
  return known.comma ? shown.replace(".", ",") : shown;
}

function answerTo(card) {
  const chosen = radiosOf(card).find((radio) => radio.checked);
  return chosen ? chosen.value : "";
}

function isChosen(card) {
  return answerTo(card) === "gladly" || answerTo(card) === "can";
}

// The most hours she wants: null for no limit, undefined for what is no such number.
function mostHours() {
  const typed = byId("most-hours").value.trim();
  if (typed === "") return null;
  const hours = /^\d+$/.test(typed) ? Number(typed) : 0;
  return hours >= 1 && hours <= MOST_HOURS ? hours : undefined;
}

function currentAnswer() {
  const said = {};
  for (const card of cards) {
    for (const place of placesOf(card)) {
      if (answerTo(card)) said[place] = answerTo(card);
    }
  }
  const { list, token, made, offered } = known;
  return { list, token, made, offered, hours: mostHours() ?? null, said };
}

// What an answer says, but for its time.
function contentOf(answer) {
  return JSON.stringify([answer.hours, answer.said]);
}

// ---- what is kept between visits

function keep() {
  const { said } = currentAnswer();
  return keepValue({ said, most: byId("most-hours").value.trim() });
}

function restore() {
  const found = kept();
  const said = found.said && typeof found.said === "object" ? found.said : {};
  for (const card of cards) {
    for (const radio of radiosOf(card)) radio.checked = radio.value === said[placesOf(card)[0]];
  }
  byId("most-hours").value = typeof found.most === "string" ? found.most.slice(0, 3) : "";
  restoreMemory(found);
}

// ---- what the choices come to

// Of several places on one day she gets one: the longest is reckoned with.
function totals() {
  const chosen = cards.filter(isChosen);
  const byDay = new Map();
  for (const card of chosen) {
    const before = byDay.get(card.dataset.on);
    const minutes = Number(card.dataset.minutes);
    if (!before || minutes > before.minutes) {
      const { extra, overtime } = card.dataset;
      byDay.set(card.dataset.on, { minutes, extra: Number(extra), overtime: Number(overtime) });
    }
  }
  const sum = (name) => [...byDay.values()].reduce((all, day) => all + day[name], 0);
  const most = mostHours() ? mostHours() * 60 : Infinity;
  return {
    count: chosen.length,
    minutes: Math.min(sum("minutes"), most),
    extra: Math.min(sum("extra"), most),
    overtime: Math.min(sum("overtime"), most),
    isLimited: byDay.size < chosen.length || sum("minutes") > most,
    isOverMost: sum("minutes") > most,
  };
}

function positionText(extra) {
  const { position_bp: now, most_bp: most, full_time_minutes: fullTime } = known.position;
  const then = Math.min(most, now + Math.round((extra * 10000) / fullTime));
  const percent = (share) => decimal(Math.round(share / 100));
  const key = percent(now) === percent(then) ? "position_same" : "position";
  return say(key, { now: percent(now), then: percent(then) });
}

function chosenText(found) {
  if (found.count === 0) return say("nothing_chosen");
  const shown = decimal(found.minutes / 60);
  const hours = found.isLimited ? say("at_most_hours", { hours: shown }) : shown;
  return say(found.count === 1 ? "chosen_one" : "chosen_many", { count: found.count, hours });
}

function summarise() {
  const found = totals();
  const strong = document.createElement("strong");
  strong.textContent = chosenText(found);
  const more = [positionText(found.extra)];
  if (found.overtime) more.push(say("overtime", { hours: decimal(found.overtime / 60) }));
  if (found.isOverMost) more.push(say("over_most", { hours: mostHours() }));
  byId("sum").replaceChildren(strong, ` ${more.join(" ")}`);
}

function showAnswers() {
  for (const card of cards) card.dataset.answer = answerTo(card);
}

function showMost() {
  const isWrong = mostHours() === undefined;
  byId("most-hours").setAttribute("aria-invalid", String(isWrong));
  byId("most-error").textContent = isWrong ? say("bad_hours") : "";
}

function changed() {
  showAnswers();
  summarise();
  showMost();
  showChanged();
}

// ---- finding one's way in a long list

function fits(card) {
  const wanted = (id) => byId(id)?.value ?? "";
  const answer = wanted("find-answer");
  if (wanted("find-kind") && card.dataset.kind !== wanted("find-kind")) return false;
  if (wanted("find-days") && card.dataset.days !== wanted("find-days")) return false;
  if (answer === "open") return answerTo(card) === "";
  return answer === "" || isChosen(card);
}

function find() {
  for (const card of cards) card.hidden = !fits(card);
  for (const week of document.querySelectorAll(".week")) {
    week.hidden = !week.querySelector(".card:not([hidden])");
    const link = document.querySelector(`.jump a[href="#${week.id}"]`);
    if (link) link.parentElement.hidden = week.hidden;
  }
  const count = cards.filter((card) => !card.hidden).flatMap(placesOf).length;
  const all = known.offered.length;
  byId("find-shown").textContent = count < all ? say("shown", { count, all }) : "";
}

// ---- saving and sending

function firstField() {
  const card = cards.find((entry) => !entry.hidden) ?? cards[0];
  return radiosOf(card)[0];
}

function save() {
  const answer = currentAnswer();
  if (mostHours() === undefined) return complain("", byId("most-hours"));
  if (Object.keys(answer.said).length === 0) {
    return byId("find") && cards.every((card) => card.hidden)
      ? complain(say("nothing_answered"), byId("find-answer"))
      : complain(say("nothing_answered"), firstField());
  }
  const given = stamped(answer);
  return giveOut(answerFile(given), shortCode(given));
}

// ---- beginning

function listen() {
  for (const card of cards) {
    card.addEventListener("change", changed);
    card.querySelector(".clear").addEventListener("click", () => {
      for (const radio of radiosOf(card)) radio.checked = false;
      changed();
      radiosOf(card)[0].focus();
    });
  }
  byId("most-hours").addEventListener("input", changed);
  for (const id of ["find-kind", "find-days", "find-answer"]) byId(id)?.addEventListener("change", find);
}

comeAlive("fieldset, #summary, #find, #most, #save");
