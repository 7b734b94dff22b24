import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "./registry";

/** `validate` with the node types of this build: what editor, save API and publish call. */
export function validateDocument(document: GraphDocument): Issue[] {
  return validate(document, nodeDefinitions);
}
