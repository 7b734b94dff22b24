import { quoted } from "./literal";

/** Import lines: packages first, then files, each in order of the alphabet. A name may carry `type `. */
export function importLines(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const rank = (module: string) => `${module.startsWith(".") ? 1 : 0}${module}`;
  return [...imports]
    .sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1))
    .map(([module, names]) => {
      const sorted = [...names].sort((one, other) => (bare(one) < bare(other) ? -1 : 1));
      const onlyTypes = sorted.every((name) => name !== bare(name));
      const list = (onlyTypes ? sorted.map(bare) : sorted).join(", ");
      return `import ${onlyTypes ? "type " : ""}{ ${list} } from ${quoted(module)};`;
    });
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}
