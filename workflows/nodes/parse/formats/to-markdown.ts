import { toMdast } from "hast-util-to-mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { AppError } from "@/workflows/errors/app-error";
import type { Root as HtmlRoot } from "./html-tree";

type Nodes = Parameters<typeof toMarkdown>[0];
type RootContent = Extract<Nodes, { type: "root" }>["children"][number];

/**
 * The time to write what stands side by side grows with its square: 5,000 links in one line would take half a minute.
 * Blocks of a page can be written apart; what is inside one is bounded.
 */
const mostTogether = 50;
const mostInside = 1_000;

/** A page as Markdown, tables included. @throws AppError too_large */
export function htmlToMarkdown(tree: HtmlRoot): string {
  const { children } = toMdast(tree, { document: true }) as { children: RootContent[] };
  for (const child of children) refuseWide(child);
  const parts: string[] = [];
  for (let at = 0; at < children.length; at += mostTogether) {
    const some = children.slice(at, at + mostTogether);
    parts.push(toMarkdown({ type: "root", children: some }, { extensions: [gfmToMarkdown()], bullet: "-" }));
  }
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join("\n\n");
}

function refuseWide(node: Nodes): void {
  if (!("children" in node)) return;
  if (node.children.length > mostInside) {
    throw new AppError(
      "too_large",
      `One part of the page (${node.type}) has ${node.children.length} pieces; Markdown is made of up to ${mostInside}.`,
      { hint: "Take its text, links or tables instead." },
    );
  }
  for (const child of node.children) refuseWide(child);
}
