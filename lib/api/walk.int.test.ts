import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "./contract/endpoint";
import { endpoints } from "./endpoint-names";
import { type Caller, callers } from "./testing/people";
import { samples } from "./testing/walk/samples";
import { fill, nothing, type Things } from "./testing/walk/things";
import { whoMay } from "./testing/walk/who-may";
import { createWorld, type Sent, type World } from "./testing/world";

let world: World;
let own: Things;
let foreign: Things;
beforeAll(async () => {
  world = await createWorld();
  own = await fill(world, world.home);
  foreign = await fill(world, world.away);
});
afterAll(() => world.close());

/** Status and body, without what differs between any two answers. */
async function ask(endpoint: Endpoint, sent: Sent) {
  const { status, body } = await world.send(endpoint, sent);
  return { status, body: typeof body === "object" ? { ...body, requestId: undefined } : body };
}

const isStranger = (caller: Caller) => caller === "visitor" || caller === "anonymous";
const allowed = (name: string) => callers.filter((caller) => whoMay[name]?.includes(caller));
const denied = (name: string) => callers.filter((caller) => !whoMay[name]?.includes(caller));
const all = [...endpoints];
const withId = all.filter(([name]) => samples[name]);
const withoutId = all.filter(([name, { params }]) => !samples[name] && !params);

test("every endpoint of the contract is walked", () => {
  expect(Object.keys(whoMay).toSorted()).toEqual(all.map(([name]) => name).toSorted());
  const elsewhere = all.filter(([name, { params }]) => params && !samples[name]).map(([name]) => name);
  // Its token is its permission, whoever comes with it: session, answer-links and events.int.test.ts of lib/api/routes.
  expect(elsewhere.toSorted()).toEqual(["answerByLink", "getAnswerLink", "invitationInfo", "receiveEvent"]);
});

describe("who may not is told so, whether or not the thing exists", () => {
  test.each(all)("%s", async (name, endpoint) => {
    const sample = samples[name] ?? (() => ({}));
    for (const caller of denied(name)) {
      const mine = await ask(endpoint, { as: caller, ...sample(own) });
      expect({ caller, status: mine.status }).toEqual({ caller, status: isStranger(caller) ? 401 : 403 });
      expect(Object.keys(Object(mine.body))).not.toContain("data");
    }
  });
});

describe("a stranger learns nothing from trying addresses", () => {
  test.each(withId)("%s", async (name, endpoint) => {
    const sample = samples[name] ?? (() => ({}));
    for (const as of denied(name).filter(isStranger)) {
      const mine = await ask(endpoint, { as, ...sample(own) });
      expect(await ask(endpoint, { as, ...sample(nothing) })).toEqual(mine);
      expect(await ask(endpoint, { as, ...sample(foreign) })).toEqual(mine);
    }
  });
});

describe("who may finds nothing of another workspace: the answer is that of a missing one", () => {
  test.each(withId)("%s", async (name, endpoint) => {
    const sample = samples[name] ?? (() => ({}));
    for (const as of allowed(name)) {
      const missing = await ask(endpoint, { as, ...sample(nothing) });
      expect({ as, status: missing.status }).toEqual({ as, status: 404 });
      expect({ as, ...(await ask(endpoint, { as, ...sample(foreign) })) }).toEqual({ as, ...missing });
    }
  });
});

describe("who may reads what is theirs", () => {
  // Conversations are their owner's alone: lib/api/routes/chat.int.test.ts. A key of scope run sees its own runs.
  const personal = new Set(["getThread", "streamTurn", "streamCall"]);
  const reads = withId.filter(([name, { method }]) => method === "get" && !personal.has(name));
  test.each(reads)("%s", async (name, endpoint) => {
    const sample = samples[name] ?? (() => ({}));
    for (const as of allowed(name)) {
      expect({ as, status: (await ask(endpoint, { as, ...sample(own) })).status }).toEqual({
        as,
        status: 200,
      });
    }
  });
});

describe("who may gets past the door where no id is named", () => {
  test.each(withoutId)("%s", async (name, endpoint) => {
    // A change is tried with nonsense: it must be the input that is refused, not the caller.
    const status = endpoint.method === "get" ? 200 : 422;
    for (const as of allowed(name)) {
      const answer = await ask(endpoint, { as, body: { nonsense: true } });
      expect({ as, status: answer.status }).toEqual({ as, status });
    }
  });
});

test("lists show nothing of another workspace", async () => {
  const lists = all.filter(([, { method, params }]) => method === "get" && !params);
  const ids = Object.values(foreign).filter((id) => !Object.values(own).includes(id));
  expect(ids.length).toBe(Object.keys(nothing).length);
  for (const [name, endpoint] of lists) {
    const text = JSON.stringify(await ask(endpoint, { as: "admin" }));
    for (const id of ids) expect({ name, shows: text.includes(`"${id}"`) }).toEqual({ name, shows: false });
  }
});

test("after all that, everything still stands", async () => {
  const untouched = await fill(world, world.home);
  expect(Object.values(untouched).every(Boolean)).toBe(true);
  const { rows } = await world.pool.query("select status from runs where id = any($1)", [
    [own.run, foreign.run],
  ]);
  expect(rows).toEqual([{ status: "interrupted" }, { status: "interrupted" }]);
});
