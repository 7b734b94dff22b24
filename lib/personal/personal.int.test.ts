import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createRunWorld, eventOf, type RunWorld } from "@/lib/runs/testing/run-world";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault } from "@/lib/secrets/vault";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { personalGateway } from "./personal-gateway";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

/** A mail address that comes from nowhere but the node's code, so that only what is kept could tell it. */
const address = "ada.lovelace@example.com";
const guarded = draw({
  channels: { name: text, hidden: text, shown: text, same: text },
  nodes: {
    start: start("name"),
    guard: node("guardrail", {
      text: "{{ name }}@example.com",
      target: "hidden",
      injection: "off",
      personal: [{ kind: "email", action: "later" }],
    }),
    count: node("set-state", { assignments: [{ channel: "same", value: "hidden" }] }),
    back: node("guardrail", { text: "Write to {{ same }}", target: "shown", injection: "off", reveal: true }),
    end: end("shown", "hidden"),
  },
  edges: ["start > guard", "guard.passed > count", "count > back", "back.passed > end"],
});

/** With the same key as the nodes of the world. */
const gatewayOf = (workspaceId: string) => {
  const vault = createVault(createKeyring(["00".repeat(32)]));
  return personalGateway({ pool: world.database.pool, vault }, workspaceId);
};

async function ran() {
  const server = await world.startProcess();
  const agent = await world.publish(guarded);
  const { runId } = await world.start(server, agent, { name: "ada.lovelace" });
  const finished = await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
  return { runId, finished };
}

test("a value is a tag for the nodes between, and comes back in the same run", async () => {
  const { runId, finished } = await ran();
  expect(finished.data).toMatchObject({
    output: { shown: `Write to ${address}`, hidden: expect.stringMatching(/^\[email k\w{8}\]$/) },
  });
  const { rows } = await world.database.pool.query(
    "select data::text as data from run_events where run_id = $1 and node in ('guard', 'count')",
    [runId],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ data }) => data.includes(address))).toEqual([]);
});

test("it is kept sealed, for its own workspace and run alone, and goes with the run", async () => {
  const { runId } = await ran();
  const kept = async () =>
    (await world.database.pool.query("select * from kept_personal where run_id = $1", [runId])).rows;
  const [row] = await kept();
  expect(JSON.stringify(row)).not.toContain("ada");
  const own = gatewayOf(world.ada.workspaceId);
  const other = gatewayOf("ws_other");
  expect(await own.reveal(runId, [row.mark])).toEqual(new Map([[row.mark, address]]));
  expect(await other.reveal(runId, [row.mark])).toEqual(new Map());
  expect(await own.reveal("run_other", [row.mark])).toEqual(new Map());
  await expect(other.keep(runId, ["x"])).rejects.toThrow(/has no run/);
  const [again, both] = await Promise.all([own.keep(runId, [address, "new"]), own.keep(runId, ["new"])]);
  expect(again.get(address)).toBe(row.mark);
  expect(both.get("new")).toBe(again.get("new"));
  await world.database.pool.query("delete from runs where id = $1", [runId]);
  expect(await kept()).toEqual([]);
});
