import type { Files } from "../files";

/** The imports at the top: a line like them further down stands in a text, such as a prompt. */
const importLines = /^(?:import .* from ".*";\n)+/;
/** The way to what all graphs of a project share. */
const sharedModule = /(?<= from ")(?:\.\/|(?:\.\.\/)+)(?=lib\/|models")/g;

/** Sources of a project moved from `src/` into a folder below it; the library and the models stay where they are. */
export function intoFolder(files: Files, folder: string): Files {
  const up = "../".repeat(folder.split("/").length);
  const moved = Object.entries(files).map(([path, text]) => [
    path.replace(/^src\//, `src/${folder}/`),
    text.replace(importLines, (lines) =>
      lines.replaceAll(sharedModule, (way) => up + (way === "./" ? "" : way)),
    ),
  ]);
  return Object.fromEntries(moved);
}
