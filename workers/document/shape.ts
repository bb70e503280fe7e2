/**
 * What a path on a PDF page encloses.
 *
 * @module
 */
import { boundsOf, type Box, type Matrix } from "./canvas.ts";

/** A part of a page that a path encloses. */
export interface Shape {
  /** The upright rectangle around it. */
  box: Box;
  /** Whether it fills its box. */
  isBox: boolean;
  /** Whether a place lies in it; `null` where it has too many corners to tell in a moment. */
  holds(x: number, y: number): boolean | null;
}

/** Numbers in a path up to which it is looked at closely: a page full of frames and rounded boxes. */
const NUMBERS_MAX = 4000;
/** Straight pieces that a curve is taken for. */
const PIECES = 6;
/** Operators in a path of pdf.js, and how many numbers follow each. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
const operands = [2, 2, 6, 4, 0];

/** Whether a place lies in a box. */
export function isIn({ x0, x1, y0, y1 }: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** What two boxes have in common; its edges are in the wrong order where that is nothing. */
export function overlap(a: Box, b: Box): Box {
  return {
    x0: Math.max(a.x0, b.x0),
    x1: Math.min(a.x1, b.x1),
    y0: Math.max(a.y0, b.y0),
    y1: Math.min(a.y1, b.y1),
  };
}

/** A box as a shape. */
export function boxShape(box: Box): Shape {
  return { box, isBox: true, holds: (x, y) => isIn(box, x, y) };
}

/**
 * The shape of a path of pdf.js.
 *
 * @param bounds Of the path, before `m` is applied.
 * @param isEvenOdd Whether a hole is what an even number of edges is around, however they turn.
 */
export function shapeOf(path: ArrayLike<number>, bounds: number[], m: Matrix, isEvenOdd: boolean): Shape {
  const box = boundsOf(m, bounds);
  if (path.length > NUMBERS_MAX) return { box, isBox: false, holds: () => null };
  const rings = ringsOf(path, m);
  if (rings.length === 1 && isRectangle(rings[0]!, box)) return boxShape(box);
  return {
    box,
    isBox: false,
    holds(x, y) {
      if (!isIn(box, x, y)) return false;
      const winding = rings.reduce((sum, ring) => sum + windingOf(ring, x, y, isEvenOdd), 0);
      return isEvenOdd ? winding % 2 !== 0 : winding !== 0;
    },
  };
}

/** The straight lines of a path, each as a box without width or without height where it goes along the page's edges. */
export function linesOf(path: ArrayLike<number>, m: Matrix): Box[] {
  if (path.length > NUMBERS_MAX) return [];
  const lines: Box[] = [];
  let [first, last] = [[0, 0], [0, 0]];
  const go = (next: number[]) => {
    lines.push(boundsOf(m, [...last, ...next]));
    last = next;
  };
  for (let i = 0; i < path.length;) {
    const op = path[i]!;
    const count = operands[op] ?? 0;
    const end = [path[i + count - 1]!, path[i + count]!];
    if (op === MOVE) first = last = end;
    else if (op === LINE) go(end);
    else if (op === CLOSE) go(first);
    else last = end;
    i += 1 + count;
  }
  return lines;
}

/** Corners, x and y in turn, of each closed part of a path. */
function ringsOf(path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): number[][] {
  const rings: number[][] = [];
  let ring: number[] = [];
  let [x, y] = [0, 0];
  const go = (toX: number, toY: number) => {
    [x, y] = [toX, toY];
    ring.push(a * x + c * y + e, b * x + d * y + f);
  };
  for (let i = 0; i < path.length;) {
    const op = path[i]!;
    const at = (k: number) => path[i + 1 + k]!;
    if (op === CLOSE || op === MOVE) {
      if (ring.length > 4) rings.push(ring);
      // What follows a closed part without a move begins where that began, which makes no difference to a fill.
      if (op === MOVE || ring.length > 4) ring = [];
    }
    if (op === CURVE || op === QUADRATIC) {
      const [fromX, fromY] = [x, y];
      const controls = op === CURVE ? [at(0), at(1), at(2), at(3), at(4), at(5)] : raised(fromX, fromY, at);
      for (let piece = 1; piece <= PIECES; piece++) {
        const t = piece / PIECES;
        go(
          bezier(fromX, controls[0]!, controls[2]!, controls[4]!, t),
          bezier(fromY, controls[1]!, controls[3]!, controls[5]!, t),
        );
      }
    } else if (op !== CLOSE) go(at(0), at(1));
    i += 1 + (operands[op] ?? 0);
  }
  if (ring.length > 4) rings.push(ring);
  return rings;
}

/** A quadratic curve as a cubic one. */
function raised(x: number, y: number, at: (k: number) => number): number[] {
  const towards = (from: number, control: number) => from + (control - from) * 2 / 3;
  return [towards(x, at(0)), towards(y, at(1)), towards(at(2), at(0)), towards(at(3), at(1)), at(2), at(3)];
}

function bezier(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const s = 1 - t;
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

function isRectangle(ring: readonly number[], { x0, x1, y0, y1 }: Box): boolean {
  const isSame = (p: number, q: number) => Math.abs(p - q) < 0.01;
  const corners = ring.length / 2;
  if (corners < 4 || corners > 5) return false;
  if (corners === 5 && !(isSame(ring[0]!, ring[8]!) && isSame(ring[1]!, ring[9]!))) return false;
  for (let i = 0; i < 4; i++) {
    const [x, y, nextX, nextY] = [ring[2 * i]!, ring[2 * i + 1]!, ring[(2 * i + 2) % 8]!, ring[(2 * i + 3) % 8]!];
    if (!(isSame(x, x0) || isSame(x, x1)) || !(isSame(y, y0) || isSame(y, y1))) return false;
    if (isSame(x, nextX) === isSame(y, nextY)) return false;
  }
  return true;
}

/** How often a ring goes around a place; under the even-odd rule each edge counts alike. */
function windingOf(ring: readonly number[], x: number, y: number, isEvenOdd: boolean): number {
  let winding = 0;
  let [x0, y0] = [ring.at(-2)!, ring.at(-1)!];
  for (let i = 0; i < ring.length; i += 2) {
    const [x1, y1] = [ring[i]!, ring[i + 1]!];
    if (y0 <= y !== y1 <= y && x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)) winding += isEvenOdd || y1 > y0 ? 1 : -1;
    [x0, y0] = [x1, y1];
  }
  return winding;
}
