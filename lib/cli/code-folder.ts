import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Files } from "@/workflows/code/files";
import { whereTyped } from "./files";

const skipped = new Set(["node_modules", ".git"]);

/** Whether the path names a folder, such as that of an exported project. */
export function isFolder(path: string): boolean {
  return path !== "-" && statSync(whereTyped(path), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The files of a project, without its packages. */
export function readFolder(path: string): Files {
  const top = whereTyped(path);
  const paths = filesIn(top).map((file) => [relative(top, file).split(sep).join("/"), file] as const);
  return Object.fromEntries(paths.map(([name, file]) => [name, readFileSync(file, "utf8")]));
}

export function writeFolder(path: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(whereTyped(path), name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}
