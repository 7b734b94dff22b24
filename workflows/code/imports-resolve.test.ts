import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path/posix";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyGraph } from "@/workflows/compile/testing/random-graph";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { entryByEntry } from "@/workflows/templates/entry-by-entry";
import { templates } from "@/workflows/templates/registry";
import type { Files } from "./files";
import { packageVersions } from "./packages";
import { cornerDocuments } from "./testing/exported-stories";
import { toCode } from "./to-code";

const importLine = /^import (?:type )?\{ ([^}]+) \} from "([^"]+)";$/gm;
const builtIn = /^node:/;

interface Import {
  file: string;
  names: string[];
  from: string;
}

function importsOf(files: Files): Import[] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith("src/") && !path.startsWith("src/lib/"))
    .flatMap(([file, text]) =>
      [...text.matchAll(importLine)].map(([, names = "", from = ""]) => ({
        file,
        from,
        names: names.split(", ").map((name) => name.replace(/^type | as .*$/g, "")),
      })),
    );
}

/** What is wrong with the imports of a project: a module that is not there, or that has no such name. */
function broken(files: Files): string[] {
  const { dependencies } = JSON.parse(files["package.json"] ?? "");
  return importsOf(files).flatMap(({ file, names, from }) => {
    if (builtIn.test(from)) return [];
    if (!from.startsWith(".")) {
      const name = Object.keys(packageVersions).find(
        (known) => from === known || from.startsWith(`${known}/`),
      );
      return name && dependencies[name]
        ? []
        : [`${file} imports the package ${from}, which is not installed.`];
    }
    const path = join(dirname(file), from);
    const text = files[path] ?? files[`${path}.ts`];
    if (text === undefined) return [`${file} imports ${from}, which is not there.`];
    return names.filter((name) => !exports(text, name)).map((name) => `${file}: ${from} has no ${name}.`);
  });
}

function exports(text: string, wanted: string): boolean {
  const name = wanted.replaceAll("$", "\\$");
  const declared = `export (?:async |abstract )*(?:const|function|class|interface|type|let) ${name}\\b`;
  return new RegExp(`${declared}|export (?:type )?\\{[^}]*\\b${name}\\b`).test(text);
}

/** Files that are no TypeScript. */
function unreadable(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.endsWith(".ts") || path.startsWith("src/lib/")) return [];
    try {
      stripTypeScriptTypes(text);
      return [];
    } catch (error) {
      return [`${path}: ${String(error)}\n${text}`];
    }
  });
}

const documents: [string, GraphDocument][] = [
  ...templates.map(({ id, document }): [string, GraphDocument] => [`the template ${id}`, document]),
  ...cornerDocuments.map(([name, document]): [string, GraphDocument] => [name, document]),
];

describe("the code of a graph", () => {
  it.each(documents)("can be read, and finds all that it imports: %s", (_, document) => {
    const { files } = toCode(document, nodeDefinitions);
    expect(broken(files)).toEqual([]);
    expect(unreadable(files)).toEqual([]);
  });

  it("can be read, and finds all that it imports, for any graph that runs and any titles", () => {
    const title = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyGraph, title, title, (document, name, note) => {
        const nodes = Object.fromEntries(
          Object.entries(document.nodes).map(([id, node]) => [id, { ...node, title: name, note }]),
        );
        const { files } = toCode({ ...document, nodes }, nodeDefinitions, { title: name });
        expect(broken(files)).toEqual([]);
        expect(unreadable(files)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("takes along no file that nothing imports", () => {
    const { files } = toCode(entryByEntry.document, nodeDefinitions);
    const wanted = new Set<string>();
    const open = ["src/main.ts"];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      if (wanted.has(path)) continue;
      wanted.add(path);
      for (const [, from = ""] of (files[path] ?? "").matchAll(/from "(\.[^"]+)";/g)) {
        const target = join(dirname(path), from);
        open.push(files[target] === undefined ? `${target}.ts` : target);
      }
    }
    expect(Object.keys(files).filter((path) => path.startsWith("src/") && !wanted.has(path))).toEqual([]);
  });
});
