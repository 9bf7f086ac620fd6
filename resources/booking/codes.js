// The written form of an answer: docs/booking-files.md. Pure: nothing here knows the page. After sha256.js.

const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS_OF_A_SIGN = 5;
const WORDS = ["", "gladly", "can", "no"];
const LATEST_MINUTE = 2 ** 20 - 1;

function bitsOf(number, count) {
  return number.toString(2).padStart(count, "0");
}

function signsOf(bits) {
  const whole = bits.padEnd(Math.ceil(bits.length / BITS_OF_A_SIGN) * BITS_OF_A_SIGN, "0");
  let signs = "";
  for (let at = 0; at < whole.length; at += BITS_OF_A_SIGN) {
    signs += SIGNS[parseInt(whole.slice(at, at + BITS_OF_A_SIGN), 2)];
  }
  return signs;
}

function checkOf(token, text) {
  return signsOf(hmacSha256(token, text).slice(0, 4).map((byte) => bitsOf(byte, 8)).join("").slice(0, 25));
}

// Minutes between two wall clock times such as 2027-05-16T18:32; UTC, so that no summer time comes between.
function minutesBetween(made, given) {
  return Math.floor((Date.parse(`${given}Z`) - Date.parse(`${made}Z`)) / 60000);
}

// answer: {list, token, made, given, hours, offered: [3, 5], said: {3: "gladly"}}; hours null: no limit.
function shortCode(answer) {
  const short = answer.token.slice(0, 8);
  const minutes = Math.min(Math.max(minutesBetween(answer.made, answer.given), 0), LATEST_MINUTE);
  const words = answer.offered.map((place) => bitsOf(WORDS.indexOf(answer.said[place] || ""), 2));
  const head = bitsOf(answer.offered.length, 10) + bitsOf(answer.hours || 0, 8) + bitsOf(minutes, 20);
  const text = `HT1${answer.list}${short}${signsOf(head + words.join(""))}`;
  const signs = text.slice(3) + checkOf(answer.token, text);
  return ["HT1", ...signs.match(/.{1,4}/g)].join("-");
}

function answerFile(answer) {
  const places = answer.offered.filter((place) => answer.said[place]);
  const said = places.map((place) => `${place}=${answer.said[place]}`).join(",");
  const hours = answer.hours === null ? "" : answer.hours;
  return JSON.stringify({
    heiltid: "answer",
    version: 1,
    list: answer.list,
    token: answer.token,
    given: answer.given,
    most_hours: answer.hours,
    answers: places.map((place) => ({ place, answer: answer.said[place] })),
    check: checkOf(answer.token, `${answer.list}|${answer.given}|${hours}|${said}`),
  });
}
