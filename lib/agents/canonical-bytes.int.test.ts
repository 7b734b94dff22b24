import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { populate } from "@/lib/api/testing/people";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { canonicalJson, readableJson, semanticHash } from "@/workflows/graph/canonical";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { withoutPins } from "@/workflows/graph/without-pins";
import { templates } from "@/workflows/templates/registry";
import { createAgent } from "./create-agent";
import { insertVersion } from "./publish-agent";
import { getAgent } from "./read-agents";
import { getVersion } from "./versions";

let database: DatabaseHandle;
let actor: WorkspaceActor;

beforeAll(async () => {
  database = await createTestDatabase();
  const workspace = await populate(database.db, "home", "secret");
  actor = {
    kind: "member",
    userId: workspace.userIds.developer,
    name: "developer of home",
    workspaceId: workspace.id,
    role: "developer",
  };
});
afterAll(() => database.close());

/** Saved as a draft and as a version, and read again. */
async function stored(document: GraphDocument) {
  const { db } = database;
  const from = { kind: "document", document } as const;
  const { id } = await createAgent(db, actor, { name: "Kept", from });
  const number = await insertVersion(db, { agentId: id, document, note: "", by: null });
  const { draft } = await getAgent(db, actor, id);
  const version = await getVersion(db, actor, id, number);
  return { draft, version };
}

test.each(templates.map(({ id, document }) => [id, document] as const))(
  "the template %s is exported to the same bytes after it was saved, and its version has the same hash",
  async (_, document) => {
    const { draft, version } = await stored(document);
    expect(readableJson(draft)).toBe(readableJson(document));
    expect(version.hash).toBe(semanticHash(version.document));
    expect(version.hash).toBe(semanticHash(document));
  },
);

test("any graph gives the same bytes after a way through the database, which orders keys as it likes", async () => {
  await fc.assert(
    fc.asyncProperty(graphDocument, async (document) => {
      const { draft, version } = await stored(document);
      expect(canonicalJson(draft)).toBe(canonicalJson(document));
      expect(canonicalJson(version.document)).toBe(canonicalJson(withoutPins(document)));
    }),
    { numRuns: 40 },
  );
}, 60_000);

test.each([
  ["numbers", { list: [0, -0, 1e21, 1e-7, 0.1, 123456789012345680000, 5e-324, 1.7976931348623157e308] }],
  ["texts", { list: ["é", "e\u0301", "😀", "\u2028", "\\u0041", '"', "\t\n\r", ""] }],
  ["keys", { b: 1, a: 2, "10": 3, "9": 4, é: 5, "": 6, "a.b": 7 }],
])("so do unusual %s", async (_, config) => {
  const document: GraphDocument = {
    ...emptyDocument(),
    nodes: {
      odd: { type: "set-state", typeVersion: 1, title: "Odd", config, policy: { onError: "fail" } },
    },
    edges: {},
    layout: { nodes: { odd: { x: 0.1, y: -1e-9 } }, groups: {}, stickies: {} },
  };
  const { draft } = await stored(document);
  expect(readableJson(draft)).toBe(readableJson(document));
});
