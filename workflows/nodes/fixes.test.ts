import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import type { Operation } from "@/workflows/graph/operation";
import { withoutKeys } from "@/workflows/graph/record";
import { templates } from "@/workflows/templates/registry";
import { validateDocument } from "./validate";

interface Broken {
  name: string;
  document: GraphDocument;
}

/** A graph with one thing gone, once for each of its channels, edges and nodes. */
function brokenOnce({ id, document }: { id: string; document: GraphDocument }): Broken[] {
  const { channels, edges, nodes } = document;
  return [
    ...Object.keys(channels).map((name) => ({
      name: `${id} without the channel ${name}`,
      document: { ...document, channels: withoutKeys(channels, [name]) },
    })),
    ...Object.keys(edges).map((edge) => ({
      name: `${id} without the edge ${edge}`,
      document: { ...document, edges: withoutKeys(edges, [edge]) },
    })),
    ...Object.keys(nodes).map((node) => ({
      name: `${id} without the node ${node}, its edges left behind`,
      document: { ...document, nodes: withoutKeys(nodes, [node]) },
    })),
    ...Object.keys(nodes).map((node) => ({
      name: `${id} with ${node} turned off`,
      document: applied(document, { op: "node.disable", id: node, disabled: true }),
    })),
  ];
}

function applied(document: GraphDocument, operation: Operation): GraphDocument {
  const result = apply(document, operation);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const placeOf = ({ code, path }: Issue) => JSON.stringify([code, path]);

describe.each(templates.flatMap(brokenOnce))("$name", ({ document }) => {
  it("is mended by each repair that is offered, and none adds an error", () => {
    const issues = validateDocument(document);
    const errors = issues.filter(isError);
    for (const issue of issues) {
      if (!issue.fix) continue;
      const after = validateDocument(applied(document, issue.fix.operation));
      expect(after.map(placeOf)).not.toContain(placeOf(issue));
      expect(after.filter(isError).length).toBeLessThanOrEqual(errors.length);
    }
  });
});
