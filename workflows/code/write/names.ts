/** Words that no function may be called: JavaScript's, its globals that the code uses, and names of `graph.ts`. */
const taken =
  "await break case catch class const continue debugger default delete do else enum eval export extends false " +
  "finally for function if implements import in instanceof interface let new null package private protected " +
  "public return static super switch this throw true try typeof undefined var void while with yield async " +
  "arguments fetch process console state config graph agent channels wiring ways settings step rescue " +
  "stateGraph isWorthRetrying inside insideGraph insideState";

/** A file in `src/nodes/` for every node, without its ending: distinct where a file system ignores case, too. */
export function fileNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  return new Map(ids.map((id) => [id, free(id, used, (name) => name.toLowerCase())]));
}

/** A function for every node, called none of the names that its file imports. */
export function functionNames(
  ids: readonly string[],
  imported: Iterable<string>,
): ReadonlyMap<string, string> {
  const refused = new Set([...taken.split(" "), ...imported]);
  const used = new Set<string>();
  return new Map(
    ids.map((id) => {
      const name = id.replace(/[-_]+(\w?)/g, (_, next: string) => next.toUpperCase());
      return [id, free(refused.has(name) ? `${name}Node` : name, used, (each) => each)];
    }),
  );
}

function free(wanted: string, used: Set<string>, sameAs: (name: string) => string): string {
  let name = wanted;
  for (let count = 2; used.has(sameAs(name)); count += 1) name = `${wanted}${count}`;
  used.add(sameAs(name));
  return name;
}
