// Saving and sending, and what every page keeps and shows; before the page's own script, which has
// currentAnswer, contentOf, keep, restore, changed, save and listen.

const known = JSON.parse(document.getElementById("known").textContent);
const byId = (id) => document.getElementById(id);
const memory = { given: "", sent: "" }; // of the last saving: when it was given, and what it said

function say(key, values = {}) {
  return known.texts[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function localMinute(moment) {
  const two = (number) => String(number).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

// Times count in whole minutes: a changed answer is given later than the one before, also within a minute,
// and none before its list was made, whatever the clock says.
function timeOf(answer) {
  const now = [localMinute(new Date()), known.made].sort()[1];
  if (memory.given === "" || memory.given < now) return now;
  if (contentOf(answer) === memory.sent) return memory.given;
  const later = new Date(Date.parse(`${memory.given}Z`) + 60000);
  return later.toISOString().slice(0, 16);
}

// ---- what is kept between visits

const storeKey = `heiltid-${known.code}`;

function keepValue(value) {
  try {
    localStorage.setItem(storeKey, JSON.stringify({ ...value, ...memory }));
    return true;
  } catch {
    return false; // private windows and some phones allow no store: the page says so
  }
}

function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(storeKey));
    return found && typeof found === "object" ? found : {};
  } catch {
    return {};
  }
}

function restoreMemory(found) {
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(found.given)) memory.given = found.given;
  if (typeof found.sent === "string") memory.sent = found.sent;
}

// ---- saving and sending

function complain(text, field) {
  byId("save-error").textContent = text;
  field.focus();
}

function download(content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = known.file;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function showDone(code) {
  const body = encodeURIComponent(code);
  byId("save-error").textContent = "";
  byId("copied").textContent = "";
  byId("code").value = code;
  if (byId("mail")) {
    byId("mail").href = `mailto:${known.mail}?subject=${encodeURIComponent(known.subject)}&body=${body}`;
  }
  if (byId("sms")) byId("sms").href = `sms:${known.number}?&body=${body}`;
  byId("done").hidden = false;
  byId("done-title").focus();
}

async function copy() {
  byId("code").select();
  try {
    await navigator.clipboard.writeText(byId("code").value);
    byId("copied").textContent = say("copied");
  } catch {
    byId("copied").textContent = say("copy_by_hand");
  }
}

// ---- what changes and begins on every page

// Whatever was changed since it was saved must be saved again.
function showChanged() {
  const isSent = !byId("done").hidden && contentOf(currentAnswer()) !== memory.sent;
  byId("save-error").textContent = isSent ? say("changed") : "";
  if (isSent) byId("done").hidden = true;
  byId("not-kept").hidden = keep();
}

// The answer with the time it is given at, which is remembered.
function stamped(answer) {
  const given = timeOf(answer);
  Object.assign(memory, { given, sent: contentOf(answer) });
  keep();
  return { ...answer, given };
}

function giveOut(file, code) {
  download(file);
  showDone(code);
}

// The page works as paper until this has run.
function comeAlive(parts) {
  byId("late").textContent = say("too_late");
  byId("late").hidden = localMinute(new Date()) <= known.deadline;
  byId("not-kept").textContent = say("not_kept");
  restore();
  byId("save-button").addEventListener("click", save);
  byId("copy").addEventListener("click", copy);
  listen();
  changed();
  byId("by-hand").open = false;
  byId("save").after(byId("by-hand"));
  for (const part of document.querySelectorAll(parts)) part.hidden = false;
  document.documentElement.classList.add("live");
}
