/**
 * Lets a request wait for its operation without polling hard: the process that finishes one announces it here.
 * Where another process finishes it, nobody announces, and {@link Completions.next} just runs into its time.
 *
 * @module
 */

/** A meeting point between those who wait for an operation and those who finish it, within one process. */
export interface Completions {
  /** Resolves at the next announcement of `operationId`, or after `ms`, whichever is first. */
  next(operationId: string, ms: number): Promise<void>;
  announce(operationId: string): void;
}

/** Makes the process's meeting point. */
export function createCompletions(): Completions {
  const waiting = new Map<string, Set<() => void>>();
  return {
    next(operationId, ms) {
      return new Promise((resolve) => {
        const all = waiting.get(operationId) ?? new Set();
        const done = () => {
          clearTimeout(timer);
          all.delete(done);
          if (all.size === 0) waiting.delete(operationId);
          resolve();
        };
        const timer = setTimeout(done, ms);
        waiting.set(operationId, all.add(done));
      });
    },
    announce(operationId) {
      for (const done of [...waiting.get(operationId) ?? []]) done();
    },
  };
}
