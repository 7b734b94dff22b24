import { parse as parseYaml } from "yaml";
import { AppError } from "@/workflows/errors/app-error";
import { dereferenced } from "../../schema/dereferenced";
import { type Document, documentSchema } from "./document";

/**
 * A description with its references replaced by what they stand for.
 * @throws AppError invalid_input
 */
export async function readDocument(text: string): Promise<Document> {
  const parsed = parseText(text);
  requireVersion(parsed);
  try {
    const whole = await dereferenced(parsed);
    return documentSchema.parse(whole);
  } catch (cause) {
    throw unreadable(`The description cannot be read: ${firstLine(cause)}`, cause);
  }
}

function parseText(text: string): object {
  try {
    const value: unknown = /^\s*\{/.test(text) ? JSON.parse(text) : parseYaml(text, { maxAliasCount: 100 });
    if (typeof value === "object" && value !== null) return value;
  } catch (cause) {
    throw unreadable(`The description is neither JSON nor YAML: ${firstLine(cause)}`, cause);
  }
  throw unreadable("This is no OpenAPI description.");
}

function requireVersion(parsed: object): void {
  if ("openapi" in parsed && /^3\.[01]/.test(String(parsed.openapi))) return;
  if ("swagger" in parsed) {
    throw unreadable("This is Swagger 2.0. Convert it to OpenAPI 3 first, for example with swagger2openapi.");
  }
  const version = "openapi" in parsed ? `OpenAPI ${String(parsed.openapi)} is not known.` : "";
  throw unreadable(version || "This is no OpenAPI description: it has no field “openapi”.");
}

function firstLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return (message.split("\n")[0] ?? "").slice(0, 300);
}

function unreadable(message: string, cause?: unknown): AppError {
  const hint = "Give an OpenAPI 3.0 or 3.1 description as JSON or YAML.";
  return new AppError("invalid_input", message, { field: "document", hint }, { cause });
}
