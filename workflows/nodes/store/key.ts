import { AppError } from "@/workflows/errors/app-error";

const longestKey = 500;

/** A key as its template came out. @throws AppError node_failed */
export function storeKey(key: string): string {
  if (key !== "" && key.length <= longestKey) return key;
  const what = key === "" ? "came out empty" : `has more than ${longestKey} characters`;
  throw new AppError("node_failed", `The key ${what}.`, { field: "key" });
}

/** How much is added, as its expression came out. @throws AppError node_failed */
export function amountOf(value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new AppError("node_failed", "What is to be added is no number.", { field: "by" });
}
