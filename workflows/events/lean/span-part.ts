/** What of a span may be large, and is therefore handed out by itself. */
export const spanParts = [
  "input",
  "output",
  "messages",
  "message",
  "text",
  "request",
  "response",
  "http",
] as const;
export type SpanPart = (typeof spanParts)[number];

/** How large a part is that was left out, in characters of JSON, and by what it is known again. */
export interface LeftOut {
  chars: number;
  mark: string;
}
