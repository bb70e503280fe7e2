/**
 * Aho–Corasick over typed arrays: every occurrence of thousands of patterns in one pass.
 *
 * @module
 */

/** Called for each occurrence; `end` is exclusive. */
export type Visit = (pattern: number, start: number, end: number) => void;

/** A compiled set of patterns. */
export interface Automaton {
  /** Reports every occurrence of every pattern, in order of their ends; time is linear in text and reports. */
  scan(codes: Uint16Array, visit: Visit): void;
}

/**
 * Compiles patterns; the index of each is the number it is reported by. Of equal patterns only the first is reported.
 *
 * @throws {RangeError} If a pattern is empty.
 */
export function buildAutomaton(patterns: readonly string[]): Automaton {
  const symbolOf = new Uint8Array(0x10000);
  let symbols = 1;
  let units = 1;
  for (const pattern of patterns) {
    if (pattern === "") throw new RangeError("Cannot look for an empty pattern");
    units += pattern.length;
    for (let i = 0; i < pattern.length; i++) {
      const code = pattern.charCodeAt(i);
      if (symbolOf[code] === 0) symbolOf[code] = symbols++;
    }
  }
  if (symbols > 256) throw new RangeError(`Cannot build an automaton over ${symbols} different characters`);

  // Row = state, column = symbol (0 stands for every character of no pattern); 0 = the root, also "no child" while building.
  let next = new Int32Array(units * symbols);
  const lengths = Uint16Array.from(patterns, (pattern) => pattern.length);
  let patternAt = new Int32Array(units).fill(-1);
  let states = 1;
  patterns.forEach((pattern, index) => {
    let state = 0;
    for (let i = 0; i < pattern.length; i++) {
      const cell = state * symbols + symbolOf[pattern.charCodeAt(i)]!;
      if (next[cell] === 0) next[cell] = states++;
      state = next[cell]!;
    }
    if (patternAt[state] === -1) patternAt[state] = index;
  });
  next = next.slice(0, states * symbols);
  patternAt = patternAt.slice(0, states);

  // Breadth first: a missing child becomes the child of the longest proper suffix, so that scanning never steps back.
  const failure = new Int32Array(states);
  const report = new Int32Array(states);
  const queue = new Int32Array(states);
  let head = 0, tail = 0;
  for (let symbol = 1; symbol < symbols; symbol++) {
    const child = next[symbol]!;
    if (child !== 0) queue[tail++] = child;
  }
  while (head < tail) {
    const state = queue[head++]!;
    const fallback = failure[state]!;
    // The nearest suffix that ends a pattern, this state included; reports hop along it.
    report[state] = patternAt[state] !== -1 ? state : report[fallback]!;
    for (let symbol = 1; symbol < symbols; symbol++) {
      const cell = state * symbols + symbol;
      const child = next[cell]!;
      const other = next[fallback * symbols + symbol]!;
      if (child === 0) next[cell] = other;
      else {
        failure[child] = other;
        queue[tail++] = child;
      }
    }
  }

  return {
    scan(codes, visit) {
      let state = 0;
      for (let i = 0; i < codes.length; i++) {
        state = next[state * symbols + symbolOf[codes[i]!]!]!;
        for (let hit = report[state]!; hit !== 0; hit = report[failure[hit]!]!) {
          const pattern = patternAt[hit]!;
          visit(pattern, i + 1 - lengths[pattern]!, i + 1);
        }
      }
    },
  };
}
