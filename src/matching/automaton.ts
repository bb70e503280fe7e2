/**
 * Aho–Corasick over typed arrays: every occurrence of many thousands of patterns in one pass.
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

/** Spreads (state, symbol) over a table whose size is a power of two. */
const SPREAD = 0x9e3779b1;

/**
 * Compiles patterns; the index of each is the number it is reported by. Of equal patterns only the first is reported.
 *
 * The transitions are a hash table, not a row per state: 90 % of the states have one child, and a public taxonomy of
 * 100,000 labels has two million of them.
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

  // At most half full, so that probing is short. Key 0 = free: no edge leaves the root by the symbol of no pattern.
  const bits = Math.ceil(Math.log2(2 * units + 2));
  const mask = 2 ** bits - 1, shift = 32 - bits;
  const keys = new Uint32Array(mask + 1), targets = new Int32Array(mask + 1);
  const slotOf = (key: number) => {
    let slot = Math.imul(key, SPREAD) >>> shift;
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  };

  const patternAt = new Int32Array(units).fill(-1);
  const parent = new Int32Array(units), symbolTo = new Uint8Array(units), depth = new Uint16Array(units);
  const lengths = Uint16Array.from(patterns, (pattern) => pattern.length);
  let states = 1, depthMax = 0;
  patterns.forEach((pattern, index) => {
    let state = 0;
    for (let i = 0; i < pattern.length; i++) {
      const symbol = symbolOf[pattern.charCodeAt(i)]!;
      const slot = slotOf(state * 256 + symbol);
      if (keys[slot] === 0) {
        keys[slot] = state * 256 + symbol;
        targets[slot] = states;
        parent[states] = state;
        symbolTo[states] = symbol;
        depth[states] = i + 1;
        depthMax = Math.max(depthMax, i + 1);
        states++;
      }
      state = targets[slot]!;
    }
    if (patternAt[state] === -1) patternAt[state] = index;
  });

  const failure = new Int32Array(states);
  /** The nearest suffix that ends a pattern, the state included; reports hop along it. */
  const report = new Int32Array(states);
  const step = (from: number, symbol: number) => {
    for (let state = from;; state = failure[state]!) {
      const slot = slotOf(state * 256 + symbol);
      if (keys[slot] !== 0) return targets[slot]!;
      if (state === 0) return 0;
    }
  };
  for (const state of byDepth(depth.subarray(0, states), depthMax)) {
    if (state === 0) continue;
    if (parent[state] !== 0) failure[state] = step(failure[parent[state]!]!, symbolTo[state]!);
    report[state] = patternAt[state] !== -1 ? state : report[failure[state]!]!;
  }

  return {
    scan(codes, visit) {
      let state = 0;
      for (let i = 0; i < codes.length; i++) {
        const symbol = symbolOf[codes[i]!]!;
        state = symbol === 0 ? 0 : step(state, symbol);
        for (let hit = report[state]!; hit !== 0; hit = report[failure[hit]!]!) {
          const pattern = patternAt[hit]!;
          visit(pattern, i + 1 - lengths[pattern]!, i + 1);
        }
      }
    },
  };
}

/** The states, nearest to the root first: a failure link leads to a shorter one. */
function byDepth(depth: Uint16Array, depthMax: number): Int32Array {
  const starts = new Int32Array(depthMax + 2);
  for (const value of depth) starts[value + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const order = new Int32Array(depth.length);
  for (let state = 0; state < depth.length; state++) order[starts[depth[state]!]!++] = state;
  return order;
}
