import { AppError } from "@/workflows/errors/app-error";
import { type Json, type JsonObject, jsonSchema } from "@/workflows/graph/json";

/** Rows as they come in, up to a bound. */
export class Rows {
  readonly list: JsonObject[] = [];
  private bytes = 0;

  constructor(private readonly bounds: { maxRows: number; maxBytes: number }) {}

  /** @throws AppError too_large */
  add(row: Readonly<Record<string, unknown>>): void {
    const { maxRows, maxBytes } = this.bounds;
    const plain = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, jsonValue(value)]));
    this.bytes += JSON.stringify(plain).length;
    if (this.list.length === maxRows) {
      throw tooMuch(`more than ${maxRows} rows`, "maxRows");
    }
    if (this.bytes > maxBytes) throw tooMuch(`more than ${maxBytes} bytes`, "maxBytes");
    this.list.push(plain);
  }
}

function tooMuch(what: string, field: string): AppError {
  return new AppError("too_large", `The query gives ${what}.`, {
    field,
    hint: "Ask for less, e.g. by LIMIT or with fewer columns, or raise the bound.",
  });
}

/** Whole numbers beyond what JavaScript counts exactly become texts, bytes base64, times ISO dates. */
function jsonValue(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map(jsonValue);
  return jsonSchema.parse(value);
}

/** What a query's values are sent as: an object or list as JSON text. */
export function sentValue(value: Json): string | number | boolean | null {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : value;
}
