import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path/posix";
import type { Files } from "../files";

const support = "workflows/code/support";

/** Files of the product that exported code uses as they are, beside those written for it. */
const shared = [
  "workflows/errors/worth-retrying.ts",
  "workflows/expressions/evaluate.ts",
  "workflows/expressions/template.ts",
  "workflows/http/render-url.ts",
  "workflows/http/read-answer.ts",
  "workflows/nodes/map/entries.ts",
  "workflows/nodes/model/structured.server.ts",
  "workflows/nodes/call-agent/values.ts",
  "workflows/nodes/subgraph/map-values.ts",
  "workflows/nodes/values-in.ts",
  "workflows/tools/calculator/arithmetic.ts",
  "workflows/tools/current-time/time-in.ts",
];

const imported = /(?<=\bfrom ")(@\/|\.{1,2}\/)[^"]+(?=")/g;

/** The library as the sources have it now: every file that exported code may need, its imports made to fit. */
export function collectLibrary(): Files {
  const found = new Map<string, string>();
  const open = [...readdirSync(support).map((name) => `${support}/${name}`), ...shared];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const source = readFileSync(path, "utf8");
    found.set(path, source);
    for (const [specifier] of source.matchAll(imported)) open.push(fileOf(path, specifier));
  }
  const entries = [...found].map(([path, source]) => [exportedPath(path), rewritten(path, source)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function fileOf(importer: string, specifier: string): string {
  return `${specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(importer), specifier)}.ts`;
}

function exportedPath(path: string): string {
  return path
    .replace(`${support}/`, "")
    .replace(/^workflows\//, "")
    .replace(/\.server\.ts$/, ".ts");
}

function rewritten(path: string, source: string): string {
  const from = dirname(exportedPath(path));
  return source.replaceAll(imported, (specifier) => {
    const target = relative(from, exportedPath(fileOf(path, specifier))).replace(/\.ts$/, "");
    return target.startsWith(".") ? target : `./${target}`;
  });
}
