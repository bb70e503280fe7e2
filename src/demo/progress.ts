/**
 * Says how far a long piece of work has come.
 *
 * @module
 */
import { SingleBar } from "cli-progress";

/** Counts the parts that are done. */
export interface Progress {
  /** @param note Shown beside the bar. */
  step(note: string): void;
  end(): void;
}

const BETWEEN_LINES_MS = 2000;

/** A bar on a terminal; elsewhere a line every two seconds, and one at the end. */
export function showProgress(what: string, total: number, say: (line: string) => void): Progress {
  if (Deno.stderr.isTerminal()) {
    const format = `${what} [{bar}] {value}/{total}  {eta_formatted}  {note}`;
    const bar = new SingleBar({ format, barsize: 30, hideCursor: true, linewrap: false });
    bar.start(total, 0, { note: "" });
    return {
      step: (note) => bar.increment(1, { note }),
      end() {
        bar.update({ note: "" });
        bar.stop();
      },
    };
  }
  let done = 0;
  let saidAt = performance.now();
  const tell = () => {
    saidAt = performance.now();
    say(`${what}: ${done} of ${total}`);
  };
  return {
    step() {
      done++;
      if (done < total && performance.now() - saidAt >= BETWEEN_LINES_MS) tell();
    },
    end: tell,
  };
}
