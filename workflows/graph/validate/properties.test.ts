import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { Configured } from "@/workflows/graph/configured";
import type { GraphDocument } from "@/workflows/graph/document";
import { type Issue, issueCodes } from "@/workflows/graph/issue";
import { operationSchema } from "@/workflows/graph/operation";
import { parseDocument } from "@/workflows/graph/parse-document";
import { applied, graphDocument, operation, shuffledKeys } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { isError } from "../issue";
import { validate } from "./validate";

const nothingThere: Configured = { connections: [], slots: [], agents: [], secrets: [], tools: [] };
const issuesOf = (document: GraphDocument) => validate(document, testDefinitions);
const withFix = (issues: Issue[]) => issues.flatMap(({ fix }) => (fix ? [fix.operation] : []));

/** Five seconds are little for a thousand graphs on a busy machine. */
const patient = { timeout: 60_000 };

describe("validate, on any document", patient, () => {
  it("gives the same after changes and undoing them as for a document never seen before", () => {
    const fresh = (document: GraphDocument, there?: Configured) =>
      validate(structuredClone(document), { ...testDefinitions }, there);
    fc.assert(
      fc.property(graphDocument, fc.array(operation, { maxLength: 10 }), (first, steps) => {
        const seen = [first];
        for (const step of steps) seen.push(applied(seen.at(-1) ?? first, step));
        // Forth and back: an earlier document comes again with all that was kept of the later ones.
        for (const document of [...seen, ...seen.toReversed()]) {
          expect(issuesOf(document)).toEqual(fresh(document));
          expect(validate(document, testDefinitions, nothingThere)).toEqual(fresh(document, nothingThere));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(graphDocument, fc.nat(), (document, seed) => {
        const shuffled = parseDocument(shuffledKeys(document, seed));
        const places = (issues: Issue[]) =>
          issues.map(({ code, path }) => JSON.stringify({ code, path })).sort();
        expect(shuffled.ok && places(issuesOf(shuffled.value))).toEqual(places(issuesOf(document)));
      }),
    );
  });

  it("offers only fixes that can be applied", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        for (const fix of withFix(issuesOf(document))) {
          expect(operationSchema.safeParse(fix).success).toBe(true);
          expect(apply(document, fix)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 500 },
    );
  });

  it("offers fixes that mend what they are offered for", () => {
    const place = ({ code, path }: Issue) => JSON.stringify({ code, path });
    fc.assert(
      fc.property(graphDocument, (document) => {
        for (const issue of issuesOf(document)) {
          if (!issue.fix) continue;
          const mended = issuesOf(applied(document, issue.fix.operation)).map(place);
          expect(mended).not.toContain(place(issue));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("offers fixes that leave fewer errors, or one that the mistake had hidden", () => {
    const errors = (document: GraphDocument) => issuesOf(document).filter(isError).length;
    fc.assert(
      fc.property(graphDocument, (document) => {
        const before = errors(document);
        for (const { code, fix } of issuesOf(document)) {
          // Without a start nothing runs, so nothing can be said of what does.
          if (!fix || code === "no_start") continue;
          // An edge that goes may leave an open port, and a limit that only its cap made.
          const hidden = fix.operation.op === "edge.remove" ? 1 : 0;
          expect(errors(applied(document, fix.operation))).toBeLessThanOrEqual(before + hidden);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("names codes it knows and places that exist, errors first", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const issues = issuesOf(document);
        for (const { code, path } of issues) {
          expect(issueCodes).toContain(code);
          expect(path.nodeId === undefined || Object.hasOwn(document.nodes, path.nodeId)).toBe(true);
          expect(path.edgeId === undefined || Object.hasOwn(document.edges, path.edgeId)).toBe(true);
        }
        const severities = issues.map(isError);
        expect(severities).toEqual(severities.toSorted((one, other) => Number(other) - Number(one)));
      }),
    );
  });

  it("does not change with the layout", () => {
    fc.assert(
      fc.property(graphDocument, fc.integer({ min: -99, max: 99 }), (document, x) => {
        const positions = Object.fromEntries(Object.keys(document.nodes).map((id) => [id, { x, y: x }]));
        const moved = issuesOf(applied(document, { op: "node.move", positions }));
        const plain = (issues: Issue[]) => issues.map(({ code, path, message }) => ({ code, path, message }));
        expect(plain(moved)).toEqual(plain(issuesOf(document)));
      }),
    );
  });
});
