import type { toText } from "hast-util-to-text";
import { Parser } from "htmlparser2";
import { unreadable } from "../../unreadable";

type HtmlNode = Parameters<typeof toText>[0];
export type Root = Extract<HtmlNode, { type: "root" }>;
export type Element = Extract<HtmlNode, { type: "element" }>;

/** Deeper pages would overflow the stack of whoever walks them; real ones stay below a hundred. */
const mostNested = 300;

/**
 * The elements of a page. Read without the repairs of a browser, whose tree can be a thousand times as large as its
 * text. @throws AppError invalid_input
 */
export function htmlTree(text: string): Root {
  const root: Root = { type: "root", children: [] };
  const open: (Root | Element)[] = [root];
  const add = (child: Root["children"][number]) => open.at(-1)?.children.push(child as Element);
  const parser = new Parser({
    onopentag: (tagName, attributes) => {
      const element: Element = {
        type: "element",
        tagName,
        properties: propertiesOf(attributes),
        children: [],
      };
      add(element);
      open.push(element);
      if (open.length > mostNested) {
        throw unreadable("HTML", text, `it is nested more than ${mostNested} levels deep.`);
      }
    },
    ontext: (value) => add({ type: "text", value }),
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(text);
  return root;
}

/** The few that say something about a text; hast names them as the DOM does. */
function propertiesOf(attributes: Readonly<Record<string, string>>): Element["properties"] {
  const { href, src, alt, title, colspan } = attributes;
  const known = { href, src, alt, title, colSpan: colspan };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
