import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Queryable } from "@/lib/db/database";
import type { GraphDocument } from "@/workflows/graph/document";
import type { AgentSignature } from "@/workflows/graph/known-agent";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { readDocument } from "./graph";
import { inputsOf } from "./inputs";

/** A version of an agent. */
interface Wanted {
  agentId: string;
  version: number;
}

const rowsSchema = z.array(z.object({ agentId: z.string(), version: z.int(), document: z.unknown() }));

const outerTypes = Object.values(nodeDefinitions).flatMap((definition) =>
  "role" in definition ? [definition.type] : [],
);

/** Of each agent the signatures of the wanted versions that exist; of their graphs no more is read than it takes. */
export async function readSignatures(
  db: Queryable,
  wanted: readonly Wanted[],
): Promise<Map<string, AgentSignature[]>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await db.execute(sql`
    select v.agent_id as "agentId", v.number as version,
      v.document || jsonb_build_object('edges', '{}'::jsonb, 'pins', '{}'::jsonb,
        'layout', jsonb_build_object('nodes', '{}'::jsonb),
        'nodes', (select coalesce(jsonb_object_agg(n.key, n.value), '{}'::jsonb)
          from jsonb_each(v.document->'nodes') n
          where n.value->>'type' in ${outerTypes})) as document
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("agentId" text, version int)
    join agent_versions v on v.agent_id = w."agentId" and v.number = w.version`);
  const read = rowsSchema.parse(rows).map(({ agentId, version, document }) => ({
    agentId,
    signature: { version, ...signatureIn(readDocument(document)) },
  }));
  const byAgent = Map.groupBy(read, ({ agentId }) => agentId);
  return new Map([...byAgent].map(([id, list]) => [id, list.map(({ signature }) => signature)]));
}

function signatureIn(document: GraphDocument): Omit<AgentSignature, "version"> {
  const names = Object.values(document.nodes).flatMap((node) => factsOf(node, nodeDefinitions).outputs);
  return {
    inputs: inputsOf(document).flatMap((input) => {
      const channel = own(document.channels, input.channel);
      return channel ? [{ ...input, reducer: channel.reducer }] : [];
    }),
    outputs: [...new Set(names)].flatMap((name) => {
      const channel = own(document.channels, name);
      return channel ? [{ channel: name, type: channel.type, description: channel.description }] : [];
    }),
  };
}
