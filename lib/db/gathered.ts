import { Rounds } from "./rounds";

/**
 * Looks rows up by their key, for many at once: what is asked in one turn of the event loop, or while the last
 * statement is under way, is one statement. No answer is older than its question.
 * @param read gets each key once; what it does not find is undefined
 */
export function gathered<Source extends WeakKey, Row>(
  read: (source: Source, keys: string[]) => Promise<ReadonlyMap<string, Row>>,
): (source: Source, key: string) => Promise<Row | undefined> {
  const rounds = new WeakMap<Source, Rounds<string, Row | undefined>>();
  const open = (source: Source) => {
    const made = new Rounds(async (keys: readonly string[]) => {
      const rows = await read(source, [...new Set(keys)]);
      return keys.map((key) => rows.get(key));
    });
    rounds.set(source, made);
    return made;
  };
  return (source, key) => (rounds.get(source) ?? open(source)).add(key);
}
