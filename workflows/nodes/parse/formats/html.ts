import { toText } from "hast-util-to-text";
import type { Json } from "@/workflows/graph/json";
import { type Element, htmlTree, type Root } from "./html-tree";
import { htmlToMarkdown } from "./to-markdown";

interface HtmlSettings {
  take: "markdown" | "text" | "links" | "tables";
  base: string;
}

const takers: Record<HtmlSettings["take"], (tree: Root, base: string) => Json> = {
  markdown: htmlToMarkdown,
  text: (tree) => toText(tree).trim(),
  links: (tree, base) => elementsOf(tree, "a").flatMap((element) => linkOf(element, base)),
  tables: (tree) => elementsOf(tree, "table").map(rowsOf),
};

/** A page as Markdown or text, or the links or tables in it. @throws AppError invalid_input, too_large */
export function readHtml(text: string, { take, base }: HtmlSettings): Json {
  return takers[take](htmlTree(text), base);
}

/** Elements of one name, in their order; none inside another of them. */
function elementsOf(parent: Root | Element, name: string): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === name ? [child] : elementsOf(child, name);
  });
}

/** Links that lead somewhere else; scripts and marks inside the page do not. */
function linkOf(element: Element, base: string): Json[] {
  const { href } = element.properties;
  if (typeof href !== "string" || href.startsWith("#")) return [];
  const whole = URL.parse(href, base || undefined);
  const address = whole?.href ?? href;
  if (whole && !["http:", "https:", "mailto:", "tel:"].includes(whole.protocol)) return [];
  return [{ href: address, text: toText(element).trim() }];
}

function rowsOf(table: Element): Json {
  return elementsOf(table, "tr").map((row) =>
    row.children
      .filter((cell) => cell.type === "element" && /^t[dh]$/.test(cell.tagName))
      .map((cell) => toText(cell).replace(/\s+/g, " ").trim()),
  );
}
