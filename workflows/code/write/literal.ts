import type { Json } from "@/workflows/graph/json";
import { block } from "./indent";

const width = 90;

/** A JSON value as JavaScript, on one line where it fits, else on several. */
export function literal(value: Json): string {
  const short = oneLine(value);
  if (short.length <= width || typeof value !== "object" || value === null) return short;
  if (Array.isArray(value)) return block("[", value.map(literal), "]");
  return block(
    "{",
    Object.entries(value).map(([name, item]) => `${key(name)}: ${literal(item)}`),
    "}",
  );
}

/** A text as JavaScript: quoted, or between backticks where it has several lines. */
export function textLiteral(text: string): string {
  return /\n./.test(text) ? `\`${insideBackticks(text)}\`` : quoted(text);
}

/** A piece of a text between backticks. Line breaks stay, so that long prompts can be read. */
export function insideBackticks(text: string): string {
  return text.replace(/[\\`]|\$\{/g, "\\$&").replaceAll("\r", "\\r");
}

/** A key of an object literal. `__proto__` in quotes would set the prototype. */
export function key(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** Access to a property. */
export function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A text in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function oneLine(value: Json): string {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([name, item]) => `${key(name)}: ${oneLine(item)}`);
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}
