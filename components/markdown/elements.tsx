import { type ComponentProps, isValidElement, type ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { MarkdownImage, MarkdownLink } from "./links";

type Of<Tag extends keyof React.JSX.IntrinsicElements> = Pick<ComponentProps<Tag>, "children">;

function heading(Tag: "h2" | "h3" | "h4", looks: string) {
  return function MarkdownHeading({ children }: Of<"h2">) {
    return <Tag className={`mt-5 mb-2 font-semibold first:mt-0 ${looks}`}>{children}</Tag>;
  };
}

/** A block of code: the text of the code element inside, with its language as name. */
function Pre({ children }: Of<"pre">) {
  const code = isValidElement<ComponentProps<"code">>(children) ? children.props : { children };
  const language = /language-([\w+#-]+)/.exec(code.className ?? "")?.[1];
  return (
    <CodeBlock
      code={plainText(code.children)}
      label={language ? `${language} code` : "code"}
      className="my-3"
    />
  );
}

function plainText(node: ReactNode): string {
  if (typeof node === "string") return node.replace(/\n$/, "");
  return Array.isArray(node) ? node.map(plainText).join("") : "";
}

function Code({ children }: Of<"code">) {
  return <code className="rounded-sm bg-muted px-1 py-0.5 font-mono text-[0.87em]">{children}</code>;
}

function Table({ children }: Of<"table">) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section aria-label="Table" tabIndex={0} className="my-3 overflow-x-auto rounded-md border">
      <table className="w-full border-collapse text-sm">{children}</table>
    </section>
  );
}

const cell = "px-3 py-1.5 align-top";
function Th({ children, style }: ComponentProps<"th">) {
  return (
    <th style={style} className={`${cell} border-b bg-muted text-left font-medium`}>
      {children}
    </th>
  );
}
function Td({ children, style }: ComponentProps<"td">) {
  return (
    <td style={style} className={`${cell} [tr+tr>&]:border-t`}>
      {children}
    </td>
  );
}

/** The box of a task list. */
function Box({ checked }: ComponentProps<"input">) {
  return (
    <input
      type="checkbox"
      checked={checked ?? false}
      readOnly
      disabled
      aria-label={checked ? "Done" : "Open"}
      className="mr-1.5 align-middle"
    />
  );
}

/**
 * How each element of Markdown looks. Headings start below those of the page, and none is larger than the page's
 * own; code and tables scroll inside their own boxes.
 */
export const elements = {
  a: MarkdownLink,
  img: MarkdownImage,
  h1: heading("h2", "text-lg"),
  h2: heading("h3", "text-base"),
  h3: heading("h4", ""),
  h4: heading("h4", ""),
  h5: heading("h4", ""),
  h6: heading("h4", ""),
  p: ({ children }: Of<"p">) => <p className="my-2 first:mt-0 last:mb-0">{children}</p>,
  ul: ({ children }: Of<"ul">) => (
    <ul className="my-2 list-disc pl-5 marker:text-muted-foreground">{children}</ul>
  ),
  ol: ({ children, start }: ComponentProps<"ol">) => (
    <ol start={start} className="my-2 list-decimal pl-6 marker:text-muted-foreground">
      {children}
    </ol>
  ),
  li: ({ children }: Of<"li">) => (
    <li className="my-0.5 has-[>input]:-ml-5 has-[>input]:list-none">{children}</li>
  ),
  blockquote: ({ children }: Of<"blockquote">) => (
    <blockquote className="my-3 border-l-2 pl-3 text-muted-foreground">{children}</blockquote>
  ),
  hr: () => <hr className="my-5" />,
  pre: Pre,
  code: Code,
  table: Table,
  th: Th,
  td: Td,
  input: Box,
};
