import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerLinksApi, chatApi, runsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";

let world: World;
let slug: string;
beforeAll(async () => {
  world = await createWorld();
  slug = (await publish(world, { from: { kind: "template", template: "approval" } })).slug;
});
afterAll(() => world.close());

async function pause() {
  const { body } = await world.send(chatApi.callAgent, { params: { slug }, body: { message: "A card" } });
  const run = chatApi.callAgent.response.parse(body);
  return { id: run.interrupts[0]?.id ?? "", runId: run.id };
}

async function link(id: string, more: object = {}, as: "admin" | "analyst" = "admin") {
  const sent = { as, params: { id }, body: { recipient: "robin@example.com", ...more } };
  const { body } = await world.send(answerLinksApi.createAnswerLink, sent);
  return answerLinksApi.createAnswerLink.response.parse(body);
}

const as = "anonymous";
const look = (token: string) => world.send(answerLinksApi.getAnswerLink, { as, params: { token } });
const use = (token: string, body: object = { answer: "approve" }) =>
  world.send(answerLinksApi.answerByLink, { as, params: { token }, body });
const state = async (token: string) => Object(await look(token)).body.state;
const statusOf = async (id: string) => {
  const { body } = await world.send(runsApi.getInterrupt, { params: { id } });
  return runsApi.interruptSchema.parse(body);
};

describe("a link", () => {
  test("shows what is asked however often it is looked at, and answers once", async () => {
    const { id } = await pause();
    const { token, path } = await link(id);
    expect(path).toBe(`/answer/${token}`);
    for (let times = 0; times < 3; times += 1) {
      expect((await look(token)).body).toMatchObject({ state: "open", question: { answers: [{}, {}] } });
    }
    expect((await statusOf(id)).status).toBe("waiting");
    expect(await use(token)).toMatchObject({ status: 200, body: { waitsForOthers: false } });
    const after = await statusOf(id);
    expect(after).toMatchObject({ status: "answered", answer: { answer: "approve" } });
    expect(after.answeredBy).toContain("robin@example.com (link from ");
    expect(await use(token)).toMatchObject({ status: 409, body: { data: { state: "used" } } });
    expect((await look(token)).body).toMatchObject({ state: "used", question: null });
  });

  test("is used by one of two who press at the same moment", async () => {
    const { id } = await pause();
    const { token } = await link(id);
    const answers = await Promise.all([use(token), use(token, { answer: "changes" })]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  test("for one answer offers and gives that alone; what is refused does not use it up", async () => {
    const { id } = await pause();
    const { token } = await link(id, { answer: "changes" });
    expect((await look(token)).body).toMatchObject({ question: { answers: [{ id: "changes" }] } });
    expect(await use(token)).toMatchObject({ status: 422 });
    expect(await use(token, { answer: "changes", edits: { nothing: 1 } })).toMatchObject({ status: 422 });
    expect(await use(token, { answer: "changes" })).toMatchObject({ status: 200 });
  });

  test("says that it has expired, was withdrawn, or is no longer needed", async () => {
    const { id } = await pause();
    const [late, back, rest] = [await link(id), await link(id), await link(id)];
    await world.pool.query("update answer_links set expires_at = now() where id = $1", [late.id]);
    const withdrawal = { params: { id, linkId: back.id } };
    expect((await world.send(answerLinksApi.withdrawAnswerLink, withdrawal)).status).toBe(204);
    expect(await use(late.token)).toMatchObject({ status: 409, body: { data: { state: "expired" } } });
    expect(await use(back.token)).toMatchObject({ status: 409, body: { data: { state: "withdrawn" } } });
    expect((await statusOf(id)).status).toBe("waiting");
    await world.send(runsApi.answerInterrupt, { params: { id }, body: { answer: "approve" } });
    expect(await state(rest.token)).toBe("answered");
    expect(await use(rest.token)).toMatchObject({ status: 409, body: { data: { state: "answered" } } });
    const stopped = await pause();
    const over = await link(stopped.id);
    await world.send(runsApi.cancelRun, { params: { id: stopped.runId } });
    expect(await state(over.token)).toBe("over");
    const { body } = await world.send(answerLinksApi.listAnswerLinks, { params: { id } });
    const { items } = answerLinksApi.listAnswerLinks.response.parse(body);
    expect(items.map((each) => each.state)).toEqual(["answered", "withdrawn", "answered"]);
    expect(JSON.stringify(items)).not.toContain(rest.token);
  });

  test("that nobody made leads nowhere, and its guessing is counted", async () => {
    expect((await look("nothing")).status).toBe(404);
    expect((await use("nothing")).status).toBe(404);
    expect(world.counted.filter((each) => each.startsWith("link ")).length).toBeGreaterThan(2);
  });

  test("leaves a line in the audit log, without its token", async () => {
    const { id } = await pause();
    const { token, id: linkId } = await link(id, {}, "analyst");
    await use(token);
    const { rows } = await world.pool.query(
      "select action, actor_kind, data from audit_events where target_id = $1 order by created_at",
      [id],
    );
    expect(rows).toMatchObject([
      { action: "createAnswerLink", actor_kind: "member", data: { recipient: "robin@example.com" } },
      { action: "answerByLink", actor_kind: "anonymous", data: { linkId, answer: "approve" } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("is made by those who may answer the pause, and for answers that it has", async () => {
    const { id } = await pause();
    const make = (caller: "viewer" | "admin", body: object) =>
      world.send(answerLinksApi.createAnswerLink, { as: caller, params: { id }, body });
    expect((await make("viewer", { recipient: "x" })).status).toBe(403);
    expect((await make("admin", { recipient: "x", answer: "maybe" })).status).toBe(422);
    expect((await make("admin", { recipient: " " })).status).toBe(422);
  });
});
