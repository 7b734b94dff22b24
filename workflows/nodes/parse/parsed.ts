import { written } from "@/workflows/data/limits";
import { textOfSetting } from "@/workflows/data/setting-value";
import { AppError } from "@/workflows/errors/app-error";
import type { ExpressionState } from "@/workflows/expressions/evaluate";
import type { Json } from "@/workflows/graph/json";
import { isDeeperThan, maxValueDepth } from "@/workflows/graph/json-depth";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { readJson } from "../json-text";
import { readCsv } from "./formats/csv";
import { readHtml } from "./formats/html";
import { readMarkdown } from "./formats/markdown";
import { readXml } from "./formats/xml";

interface ParseSettings {
  text: string;
  format: "json" | "csv" | "xml" | "html" | "markdown";
  fenced: boolean;
  header: boolean;
  delimiter: "comma" | "semicolon" | "tab" | "bar";
  attributes: boolean;
  typed: boolean;
  take: "markdown" | "text" | "links" | "tables";
  base: string;
  output?: string | undefined;
  most: number;
}

const readers: Record<ParseSettings["format"], (text: string, settings: ParseSettings) => Json> = {
  json: readJson,
  csv: readCsv,
  xml: readXml,
  html: readHtml,
  markdown: readMarkdown,
};

/** What stands in a text. @throws AppError invalid_input, too_large */
export function parsed(settings: ParseSettings, state: ExpressionState) {
  const text = textOfSetting("Text", settings.text, state);
  if (text.length > settings.most) {
    const message = `“Text” gives ${text.length} characters; this node reads up to ${settings.most}.`;
    throw new AppError("too_large", message, { hint: "Read a part of it, or raise “Longest text”." });
  }
  return { update: written([[settings.output, storable(readers[settings.format](text, settings))]]) };
}

/** A value that can stand in the state as it is. @throws AppError invalid_input */
function storable(value: Json): Json {
  if (isDeeperThan(value, maxValueDepth)) {
    throw new AppError("invalid_input", `The text is nested more than ${maxValueDepth} levels deep.`);
  }
  const key = prototypeKey(value);
  if (!key) return value;
  throw new AppError("invalid_input", "The text names a field __proto__, which no value may have.");
}
