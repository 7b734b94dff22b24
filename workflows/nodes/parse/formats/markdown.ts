import type { Json } from "@/workflows/graph/json";

type Section = { level: number; title: string; lines: string[] };

/**
 * The sections of a Markdown text, one for each heading, in their order: its level from 1 to 6, its title, and the
 * Markdown below it up to the next heading. What stands before the first heading has level 0 and no title. Read line
 * by line: whole Markdown parsers need minutes for a page of nothing but `>`.
 */
export function readMarkdown(text: string): Json {
  const sections: Section[] = [{ level: 0, title: "", lines: [] }];
  let fence: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const current = sections.at(-1);
    const heading = fence === undefined ? headingOf(line, current?.lines.at(-1)) : undefined;
    if (heading?.underlined) current?.lines.pop();
    if (heading) sections.push({ level: heading.level, title: heading.title, lines: [] });
    else current?.lines.push(line);
    fence = fenceAfter(line, fence);
  }
  return sections
    .map(({ level, title, lines }) => ({ level, title, text: lines.join("\n").trim() }))
    .filter(({ level, text: body }) => level > 0 || body !== "");
}

interface Heading {
  level: number;
  title: string;
  underlined?: boolean;
}

/** `# Title`, or a line of text with `===` or `---` below it. */
function headingOf(line: string, before = ""): Heading | undefined {
  const marked = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line);
  if (marked) return { level: marked[1]?.length ?? 1, title: withoutClosing(marked[2] ?? "") };
  const isUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/.test(line);
  if (!isUnderline || !/^ {0,3}[^\s>#|`~*+-]/.test(before)) return undefined;
  return { level: line.trimStart().startsWith("=") ? 1 : 2, title: before.trim(), underlined: true };
}

/** `# Title #` may be closed by as many signs as one likes. */
function withoutClosing(title: string): string {
  const trimmed = title.trim();
  const end = trimmed.length - (/#+$/.exec(trimmed)?.[0].length ?? 0);
  return end === 0 || /\s/.test(trimmed.charAt(end - 1)) ? trimmed.slice(0, end).trim() : trimmed;
}

/** The fence that a code block is open by after this line. It is closed by the same sign, at least as often. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
  const [, signs = "", rest = ""] = mark ?? [];
  if (open === undefined) return signs.startsWith("`") && rest.includes("`") ? undefined : signs || undefined;
  return signs.startsWith(open) && rest.trim() === "" ? undefined : open;
}
