/**
 * One statement for many who ask the same at the same time.
 *
 * @module
 */

/**
 * Every call gets what was read at some moment after it. Calls that come while a read for the same key is under way
 * share the one that follows it: however many there are, two statements answer them all.
 */
export function sharedRead<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  const following = new Map<string, Promise<T>>();

  function begin(key: string): Promise<T> {
    following.delete(key);
    const reading = read(key).finally(() => {
      if (underWay.get(key) === reading) underWay.delete(key);
    });
    underWay.set(key, reading);
    return reading;
  }

  return (key) => {
    const current = underWay.get(key);
    if (!current) return begin(key);
    const next = following.get(key) ?? current.then(() => begin(key), () => begin(key));
    following.set(key, next);
    return next;
  };
}
