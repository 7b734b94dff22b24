/** A doc comment. What would end it early is broken up. */
export function docComment(text: string): string {
  const lines = text.replaceAll("*/", "* /").split(/\r?\n/);
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"].join("\n");
}
