/** A list as it is typed: one entry a line, or several with commas. */
export const entriesOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const textOf = (entries: readonly string[]): string => entries.join("\n");
