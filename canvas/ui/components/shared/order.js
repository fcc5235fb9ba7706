// Where a thing stands among others.  A position is a number, so that a move writes one
// record and two people who move two things both keep their move.

function positionBetween(left, right, now) {
  const fits = (left === undefined || left < now) && (right === undefined || now < right);
  if (fits) return now;
  if (left === undefined) return right - 1;
  if (right === undefined) return left + 1;
  const middle = (left + right) / 2;
  // Two things may stand on one spot: no number fits between them.
  return left < middle && middle < right ? middle : null;
}
