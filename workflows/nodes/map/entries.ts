import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";

/** What an entry came to, or why it failed. */
interface End {
  index: number;
  value?: Json;
  problem?: { message: string } | undefined;
}

/**
 * The entries of what the expression gave.
 * @throws AppError invalid_input
 */
export function entriesOf(list: string, value: Json, most: number): Json[] {
  if (!Array.isArray(value)) {
    throw new AppError("invalid_input", `“${list}” gives ${kindOf(value)}, and a list is needed.`, {
      hint: "Give it a channel that holds a list by then.",
    });
  }
  if (value.length > most) {
    const message = `“${list}” gives ${value.length} entries; this node takes up to ${most}.`;
    throw new AppError("invalid_input", message, {
      hint: "Give it a shorter list, or raise “Most entries” in its settings.",
    });
  }
  return value;
}

function kindOf(value: Json): string {
  if (value === null) return "nothing";
  if (typeof value === "string") return "a text";
  if (typeof value === "object") return "an object";
  return String(value);
}

/** What becomes of entries that failed, and where everything is written. */
interface Destination {
  target?: string | undefined;
  /** Where errors go if not among the results. */
  errors?: string | undefined;
  onItemError: "fail" | "skip" | "note";
}

/** What is written once all entries have ended, in their order. */
export function collected(
  { target, errors, onItemError }: Destination,
  ends: readonly End[],
): Record<string, Json> {
  const noted = onItemError === "note" ? ends.filter(({ problem }) => problem) : [];
  const among = errors === undefined ? new Set(noted) : new Set<End>();
  const results = ends
    .filter((end) => !end.problem || among.has(end))
    .map((end) => (end.problem ? note(end) : (end.value ?? null)));
  return {
    ...(target === undefined ? {} : { [target]: results }),
    ...(errors === undefined || onItemError !== "note" ? {} : { [errors]: noted.map(note) }),
  };
}

function note({ index, problem }: End): Json {
  return { index, error: problem?.message ?? "" };
}
