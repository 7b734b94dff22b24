import type { Files } from "../files";

const importLine = /^import .* from ".*";$/gm;
/** The way to what all graphs of a project share. */
const sharedModule = /(?<= from ")(?:\.\/|(?:\.\.\/)+)(?=lib\/|models")/;

/** Sources of a project moved from `src/` into a folder below it; the library and the models stay where they are. */
export function intoFolder(files: Files, folder: string): Files {
  const up = "../".repeat(folder.split("/").length);
  const moved = Object.entries(files).map(([path, text]) => [
    path.replace(/^src\//, `src/${folder}/`),
    text.replaceAll(importLine, (line) =>
      line.replace(sharedModule, (way) => up + (way === "./" ? "" : way)),
    ),
  ]);
  return Object.fromEntries(moved);
}
