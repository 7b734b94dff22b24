import type { Files } from "./files";
import texts from "./library.json" with { type: "json" };
import { dirname, join } from "./paths";

const library: Files = texts;
const imported = /(?<=\b(?:from|import) ")\.{1,2}\/[^"]+(?=")/g;

/** Where the library stands in an exported project. */
export const libraryFolder = "src/lib";

/** The files of the library that these sources import, and those that they import in turn. */
export function libraryFor(sources: Files): Files {
  const found = new Map<string, string>();
  const open = Object.entries(sources).flatMap(([path, text]) => importsOf(path, text));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const text = library[path.slice(libraryFolder.length + 1)];
    if (text === undefined || found.has(path)) continue;
    found.set(path, text);
    open.push(...importsOf(path, text));
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(imported)]
    .map(([specifier]) => `${join(dirname(path), specifier)}.ts`)
    .filter((target) => target.startsWith(`${libraryFolder}/`));
}
