import { fromCode, type ReadCode } from "@/workflows/code/from-code";
import { parseDocument } from "@/workflows/graph/parse-document";
import { fail, ok, type Result } from "@/workflows/graph/result";
import { leftOut } from "./left-out";
import { isZip, unzip } from "./zip";

/** A graph out of a file: its JSON, or a zip of its code. The problem is in words for the person who chose it. */
export function readImport(bytes: Uint8Array): Result<ReadCode, string> {
  return isZip(bytes) ? fromZip(bytes) : fromJson(new TextDecoder().decode(bytes));
}

function fromZip(bytes: Uint8Array): Result<ReadCode, string> {
  try {
    return fromCode(unzip(bytes));
  } catch (error) {
    return fail(`The zip cannot be read: ${error instanceof Error ? error.message : "it is damaged"}`);
  }
}

function fromJson(text: string): Result<ReadCode, string> {
  const json = parsed(text);
  if (json === undefined) return fail("This file is neither the JSON of a graph nor a zip of its code.");
  const document = parseDocument(json);
  if (document.ok) return ok({ document: document.value, notes: leftOut(json, document.value) });
  return fail(
    document.problem
      .map((issue) => issue.message)
      .slice(0, 3)
      .join(" "),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
