// Days as ISO text, since that is how they are stored; no time zone can move them.

const dateOf = (iso) => new Date(`${iso}T00:00:00Z`);
const isoOf = (date) => date.toISOString().slice(0, 10);
const monthOf = (iso) => iso.slice(0, 7);

function addDays(iso, number) {
  const date = dateOf(iso);
  date.setUTCDate(date.getUTCDate() + number);
  return isoOf(date);
}

const weekdayOf = (iso) => (dateOf(iso).getUTCDay() + 6) % 7; // 0 is Monday
const mondayOf = (iso) => addDays(iso, -weekdayOf(iso));

// The same day of another month, or its last one.
function addMonths(iso, number) {
  const date = dateOf(iso);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + number);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return isoOf(date);
}

function daysBetween(first, last) {
  const found = [];
  for (let day = first; day <= last; day = addDays(day, 1)) found.push(day);
  return found;
}

// The whole weeks that show the month of a day.
function monthGrid(iso) {
  const first = `${monthOf(iso)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return [mondayOf(first), addDays(mondayOf(last), 6)];
}
