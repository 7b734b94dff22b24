import type { SourceKindName } from "@/lib/api/contract/tools";
import { codeKind } from "./code/code-kind";
import type { SourceKind } from "./kind";
import { mcpKind } from "./mcp/mcp-kind";
import { openapiKind } from "./openapi/openapi-kind";

const kinds = {
  openapi: openapiKind,
  mcp: mcpKind,
  code: codeKind,
} satisfies Record<SourceKindName, SourceKind>;

export function kindOf(name: SourceKindName): SourceKind {
  return kinds[name];
}
