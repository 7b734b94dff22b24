import { AppError } from "@/workflows/errors/app-error";

export interface Draw {
  kind: "integer" | "decimal" | "choice" | "uuid";
  min?: number | undefined;
  max?: number | undefined;
  choices?: string[] | undefined;
  count?: number | undefined;
  /** No choice twice. */
  different?: boolean | undefined;
}

/** Draws by lot, as unpredictable as keys are. @throws AppError tool_failed */
export function drawn({ count = 1, ...draw }: Draw): string {
  if (draw.kind === "choice") return chosen(draw.choices ?? [], count, draw.different ?? true).join("\n");
  return Array.from({ length: count }, () => one(draw)).join("\n");
}

function one({ kind, min, max }: Omit<Draw, "count">): string {
  if (kind === "uuid") return crypto.randomUUID();
  if (kind === "decimal") return String(decimal(min ?? 0, max ?? 1));
  return String(integer(min ?? 1, max ?? 100));
}

function integer(min: number, max: number): number {
  const [low, high] = [Math.ceil(min), Math.floor(max)];
  const size = high - low + 1;
  if (size < 1 || !Number.isSafeInteger(low) || !Number.isSafeInteger(high) || size > 2 ** 48) {
    throw new AppError("tool_failed", `There is no whole number to draw from ${min} to ${max}.`);
  }
  return low + below(size);
}

function decimal(min: number, max: number): number {
  if (!(min < max)) throw new AppError("tool_failed", `There is nothing to draw between ${min} and ${max}.`);
  const share = below(2 ** 48) / 2 ** 48;
  // Each bound by its share: the distance between two large ones may be more than a number holds.
  const value = min * (1 - share) + max * share;
  return value < max ? Math.max(value, min) : min;
}

function chosen(choices: readonly string[], count: number, different: boolean): string[] {
  if (choices.length === 0)
    throw new AppError("tool_failed", "There is nothing to choose from: give choices.");
  if (!different) return Array.from({ length: count }, () => choices[below(choices.length)] ?? "");
  const left = [...choices];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(below(left.length), 1)[0] ?? "",
  );
}

/** Evenly from 0 up to size: what would favour the small ones is drawn again. */
function below(size: number): number {
  const all = 2 ** 48;
  const fair = all - (all % size);
  for (;;) {
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
    const value = (high % 2 ** 16) * 2 ** 32 + low;
    if (value < fair) return value % size;
  }
}
