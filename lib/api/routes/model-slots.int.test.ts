import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agentsApi, modelsApi, slotsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
let con: string;
beforeAll(async () => {
  world = await createWorld();
  const body = { provider: "openai", name: "Cloud", key: "sk-1", models: ["small", "large"] };
  const made = await world.send(modelsApi.createConnection, { body });
  con = modelsApi.connectionSchema.parse(made.body).id;
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.pool.query("delete from model_slots");
});

const put = (name: string, models: object[], description = "") =>
  world.send(slotsApi.putSlot, { body: { name, description, models } });
const gateway = (workspaceId = world.home.id) => {
  const agents = { call: () => Promise.reject(new Error("not called")) };
  return world.outside.nodeServices(workspaceId, agents).models;
};

describe("slots of a workspace", () => {
  test("are set, listed, changed and removed, and known to its graphs", async () => {
    const models = [{ reference: `${con}/large`, weight: 9 }, { reference: "offline/offline" }];
    expect(await put("smart", models, " For hard questions ")).toMatchObject({
      status: 200,
      body: { name: "smart", description: "For hard questions", models },
    });
    await put("smart", [{ reference: "offline/offline" }]);
    await put("fast", [{ reference: `${con}/small` }]);
    expect((await world.send(slotsApi.listSlots)).body).toMatchObject({
      items: [
        { name: "fast", models: [{ reference: `${con}/small` }] },
        { name: "smart", models: [{ reference: "offline/offline" }] },
      ],
    });
    expect((await world.send(agentsApi.getConfigured)).body).toMatchObject({ slots: ["fast", "smart"] });
    expect(await world.send(slotsApi.deleteSlot, { query: { name: "fast" } })).toMatchObject({
      status: 204,
    });
    expect(await world.send(slotsApi.deleteSlot, { query: { name: "fast" } })).toMatchObject({
      status: 404,
    });
  });

  test.each([
    ["a connection that is not there", [{ reference: "con_none/x" }], "models.0.reference"],
    ["another slot", [{ reference: "offline/offline" }, { reference: "slot/fast" }], "models.1.reference"],
    ["no model", [], "models"],
    ["a weight of nothing", [{ reference: "offline/offline", weight: 0 }], "models.0.weight"],
    ["a model twice", [{ reference: "offline/offline" }, { reference: "offline/offline" }], "models"],
  ])("refuse %s at its field", async (_, models, field) => {
    expect(await put("fast", models)).toMatchObject({ status: 422, body: { field } });
    expect((await world.send(slotsApi.listSlots)).body).toEqual({ items: [] });
  });

  test("stand for their models in a run, those of their own workspace alone", async () => {
    await put("fast", [{ reference: "offline/offline" }, { reference: `${con}/small` }]);
    expect(await gateway().ladder?.("slot/fast")).toEqual({
      references: ["offline/offline", `${con}/small`],
      because: "the first of 2",
    });
    expect(await gateway().ladder?.("offline/offline")).toBeUndefined();
    const model = await gateway().resolve("slot/fast", {});
    expect((await model.invoke("Hello")).text).toContain("offline model");
    await expect(gateway("wsp_other").resolve("slot/fast", {})).rejects.toMatchObject({
      code: "model_not_configured",
      message: "This workspace has no slot “fast” for models.",
    });
  });
});
