import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { HttpAnswer } from "@/workflows/http/http-call";
import { htmlTree } from "@/workflows/nodes/parse/formats/html-tree";
import { htmlToMarkdown } from "@/workflows/nodes/parse/formats/to-markdown";

/** Larger pages are data, not something to read. */
const mostElements = 20_000;

/**
 * What there is to read on a page, as Markdown: the article without menus and advertisements, or all of it where there is
 * none. What is no page comes as it is.
 * @throws AppError tool_failed
 */
export function readable({ body, headers, url }: HttpAnswer, longest: number): string {
  const type = headers["content-type"] ?? "";
  const isPage = /html/i.test(type) || (!type && /^\s*<(!doctype|html)/i.test(body));
  const text = isPage ? pageText(body) : body;
  const whole = `${url}\n\n${text.trim() || "There is nothing to read on this page."}`;
  return whole.length > longest ? `${whole.slice(0, longest)}\n\n[The rest is left out.]` : whole;
}

function pageText(html: string): string {
  try {
    // Refuses what is nested so deep that whoever walks it falls.
    const tree = htmlTree(html);
    const article = new Readability(parseHTML(html).document, { maxElemsToParse: mostElements }).parse();
    if (!article?.content) return htmlToMarkdown(tree);
    const title = article.title ? `# ${article.title}\n\n` : "";
    return title + htmlToMarkdown(htmlTree(article.content));
  } catch (error) {
    const why = isAppError(error) ? ` ${error.message}` : "";
    throw new AppError("tool_failed", `The page cannot be read.${why}`, {}, { cause: error });
  }
}
