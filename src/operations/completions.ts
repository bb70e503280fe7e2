/**
 * Lets a request wait for its operation without polling hard: the process that moves one on announces it here.
 * Where another process does, nobody announces, and {@link Completions.next} just runs into its time.
 *
 * @module
 */

/** A meeting point between those who wait for an operation and those who finish it, within one process. */
export interface Completions {
  /** Resolves at the next announcement of `operationId`, after `ms`, or when `signal` is aborted, whichever is first. */
  next(operationId: string, ms: number, signal?: AbortSignal): Promise<void>;
  announce(operationId: string): void;
}

/** Makes the process's meeting point. */
export function createCompletions(): Completions {
  const waiting = new Map<string, Set<() => void>>();
  return {
    next(operationId, ms, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const all = waiting.get(operationId) ?? new Set();
        const done = () => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", done);
          all.delete(done);
          if (all.size === 0) waiting.delete(operationId);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener("abort", done);
        waiting.set(operationId, all.add(done));
      });
    },
    announce(operationId) {
      for (const done of [...waiting.get(operationId) ?? []]) done();
    },
  };
}
