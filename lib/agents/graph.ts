import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { documentMalformed } from "@/workflows/graph/malformed";
import { type Operation, operationSchema } from "@/workflows/graph/operation";
import { loadDocument } from "@/workflows/graph/parse-document";
import { isStorable, unstorable } from "@/workflows/graph/storable";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** A stored document in the present format. Only checked ones are stored, so one that cannot be read is a bug. */
export function readDocument(stored: unknown): GraphDocument {
  const loaded = loadDocument(stored, nodeDefinitions);
  if (loaded.ok) return loaded.value;
  throw new Error(`A stored graph is not readable: ${loaded.problem[0]?.message}`);
}

export const readOperations = (stored: unknown): Operation[] => z.array(operationSchema).parse(stored);

/**
 * A document from outside, of any known format. Its graph may have errors, its shape may not.
 * @throws AppError graph_invalid (data: the issues)
 */
export function importDocument(given: unknown): GraphDocument {
  if (!isStorable(given))
    throw new AppError("graph_invalid", unstorable, { data: [documentMalformed(unstorable)] });
  const loaded = loadDocument(given, nodeDefinitions);
  if (loaded.ok) return loaded.value;
  const [first] = loaded.problem;
  throw new AppError("graph_invalid", first?.message ?? "This is not a graph document.", {
    data: loaded.problem,
  });
}

/** The problems panel, saving and publishing ask this one. */
export const issuesOf = (document: GraphDocument, configured?: Configured): Issue[] =>
  validate(document, nodeDefinitions, configured);
