// Split a hundred percent: pure figures, in percent.

// Whole figures (or tenths, where a kept one has them) that make `total`, in proportion to
// `weights`; where those are all nothing, in equal parts.
function divide(total, weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => total * (sum > 0 ? weight / sum : 1 / weights.length));
  const unit = Number.isInteger(total) ? 1 : 0.1;
  const floors = parts.map((part) => Math.floor(part / unit + 1e-9));
  let left = Math.round(total / unit) - floors.reduce((a, b) => a + b, 0);
  const order = parts.map((part, n) => [part / unit - floors[n], n]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, n] of order) { if (left <= 0) break; floors[n] += 1; left -= 1; }
  return floors.map((n) => Math.round(n * unit * 10) / 10);
}

// All parts once part `at` is set to `wanted`: those that are locked keep theirs, the
// others make room in proportion to what they were.
function withShare(shares, at, wanted, locked) {
  const kept = shares.reduce((sum, share, n) => (n !== at && locked[n] ? sum + share : sum), 0);
  const free = shares.map((_, n) => n).filter((n) => n !== at && !locked[n]);
  const most = Math.max(0, Math.round((100 - kept) * 10) / 10);
  const value = free.length ? Math.min(Math.max(0, wanted), most) : most;
  const divided = divide(Math.round((most - value) * 10) / 10, free.map((n) => shares[n]));
  return shares.map((share, n) => (n === at ? value : locked[n] ? share : divided[free.indexOf(n)]));
}
