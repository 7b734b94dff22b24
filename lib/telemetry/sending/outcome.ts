/** What came of sending one request. */
export type Outcome =
  /** Taken, apart from as many spans as the receiver refused. */
  | { kind: "taken"; refused: number; message: string }
  /** Not taken now: the same request may be taken later, not before `retryAfterMs` where the receiver said so. */
  | { kind: "later"; message: string; retryAfterMs?: number | undefined }
  /** More than the receiver takes at once. */
  | { kind: "too-large"; message: string }
  /** It will never be taken. */
  | { kind: "refused"; message: string };

/** Texts of receivers are shown to administrators; the long pages of proxies are not. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
