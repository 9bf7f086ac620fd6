// The written form of wishes: docs/booking-files.md. Pure: nothing here knows the page. After codes.js.

const WISHED = ["off", "D", "A", "N", "L"];
const DAYS_OF_A_WEEK = 7;

// answer: {list, token, made, given, percent, every, long, wishes: [{day, what, negated, strong}]}, days in
// order and from 0; null: nothing said.
function wishCode(answer) {
  const minutes = Math.min(Math.max(minutesBetween(answer.made, answer.given), 0), LATEST_MINUTE);
  const told = (number) => (number === null ? 0 : number + 1);
  const long = answer.long === null ? 0 : answer.long ? 1 : 2;
  const head =
    bitsOf(answer.wishes.length, 9) + bitsOf(minutes, 20) +
    bitsOf(told(answer.percent), 7) + bitsOf(told(answer.every), 4) + bitsOf(long, 2);
  const wishes = answer.wishes.map(
    (wish) =>
      bitsOf(wish.day, 9) + bitsOf(WISHED.indexOf(wish.what), 3) + Number(wish.negated) + Number(wish.strong),
  );
  const text = `HW1${answer.list}${answer.token.slice(0, 8)}${signsOf(head + wishes.join(""))}`;
  const signs = text.slice(3) + checkOf(answer.token, text);
  return ["HW1", ...signs.match(/.{1,4}/g)].join("-");
}

function wishFile(answer) {
  const placed = answer.wishes.map((wish) => ({
    week: Math.floor(wish.day / DAYS_OF_A_WEEK) + 1,
    day: (wish.day % DAYS_OF_A_WEEK) + 1,
    wish: wish.what,
    not: wish.negated,
    strong: wish.strong,
  }));
  const said = placed.map(
    (wish) => `${wish.week}.${wish.day}=${wish.not ? "-" : ""}${wish.wish}${wish.strong ? "!" : ""}`,
  );
  const long = answer.long === null ? "" : answer.long ? "yes" : "no";
  const parts = [answer.list, answer.given, answer.percent ?? "", answer.every ?? "", long, said.join(",")];
  return JSON.stringify({
    heiltid: "wishes",
    version: 1,
    list: answer.list,
    token: answer.token,
    given: answer.given,
    wanted: answer.percent,
    weekend_every: answer.every,
    long_shifts: answer.long,
    wishes: placed,
    check: checkOf(answer.token, parts.join("|")),
  });
}
