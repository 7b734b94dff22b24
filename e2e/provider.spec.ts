import { chatGraph } from "@/bench/engine/graphs";
import { agentsApi, modelsApi, runsApi } from "@/lib/api/contract";
import { startProviderServer } from "@/lib/models/testing/provider-server/server";
import { expect, test } from "./fixtures/test";
import { ModelsPage } from "./pages/models-page";
import { TracePage } from "./pages/trace-page";

test.use({ installation: "provider" });

test("a provider is connected, tested, used and priced", async ({ page, admin }) => {
  const provider = await startProviderServer({ key: "sk-right", tokensPerSecond: 50 });
  const models = new ModelsPage(page);
  const model = "words-30";

  await test.step("a wrong key shows the provider's own words, the right one works", async () => {
    await models.open();
    await models.connect({ name: "Local models", baseUrl: `${provider.url}/v1`, key: "sk-wrong", model });
    await models.test();
    await expect(models.outcome(/Incorrect API key provided/)).toBeVisible();
    await models.changeKey("Local models", "sk-right");
    await models.test();
    await expect(models.outcome(/words-30 answered in/)).toBeVisible();
  });

  const offered = await admin.call(modelsApi.listModels, {});
  const reference = offered.items.find((each) => each.model === model)?.reference ?? "";
  const from = { kind: "document", document: chatGraph(reference) } as const;
  const agent = await admin.call(agentsApi.createAgent, { body: { name: "On a provider", from } });
  const trace = new TracePage(page);
  const runOnce = async () => {
    const { id } = await admin.call(runsApi.createTestRun, {
      params: { id: agent.id },
      body: { revision: agent.revision, input: { messages: [{ role: "user", content: "Go on" }] } },
    });
    await page.goto(`/runs/${id}`);
    await expect(trace.spans.getByRole("treeitem", { name: `${model} Model call, Done` })).toBeVisible();
    expect(await trace.fact("Output tokens")).toBe("30");
  };

  await test.step("a price that nobody knows is said to be unknown, never zero", async () => {
    await runOnce();
    expect(await trace.fact("Cost")).toBe("unknown");
  });

  await test.step("once the workspace sets a price, a run costs what it says", async () => {
    await admin.call(modelsApi.putPriceOverride, {
      body: { provider: "openai-compatible", model, price: { input: 0, output: 100_000_000 } },
    });
    await runOnce();
    expect(await trace.fact("Cost")).toBe("$0.003");
  });
  await provider.close();
});
