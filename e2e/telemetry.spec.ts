import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { agentFrom } from "./fixtures/agents";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";
import { EditorPage } from "./pages/editor/editor-page";

test.use({ installation: "telemetry" });
test.describe.configure({ mode: "serial" });

/** What a receiver says next. */
const says = { status: 200, body: "" };
let server: Server;
let endpoint = "";
test.beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on("end", () => {
      const isKnown = request.headers["x-api-key"] === "right";
      response.writeHead(isKnown ? says.status : 401).end(isKnown ? says.body : "Unknown key");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  // A server that listens on a port has an address of this kind.
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => server.close());

test("a receiver is set up, tried with a wrong and the right key, saved, and found again", async ({
  page,
}) => {
  await page.goto("/settings/telemetry");
  await expect(page.getByText("Nothing is sent until you set one up")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Endpoint").fill("collector");
  await page.getByRole("button", { name: "Send a test trace" }).click();
  await expect(page.getByText("Begin it with https:// or http://")).toBeVisible();

  await page.getByLabel("Endpoint").fill(endpoint);
  await page.getByRole("button", { name: "Add header" }).click();
  await page.getByLabel("Name", { exact: true }).fill("x-api-key");
  await page.getByLabel("Value", { exact: true }).fill("wrong");
  await page.getByRole("button", { name: "Send a test trace" }).click();
  await expect(page.getByText(/loopback address.*tick “It stands in the private network”/)).toBeVisible();
  await page.getByLabel("It stands in the private network").check();
  await page.getByRole("button", { name: "Send a test trace" }).click();
  await expect(page.getByText("HTTP 401: Unknown key")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Value", { exact: true }).fill("right");
  await page.getByRole("button", { name: "Send a test trace" }).click();
  await expect(page.getByText("The receiver took the test trace")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("How sending goes")).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByLabel("Endpoint")).toHaveValue(endpoint);
  await expect(page.getByLabel("Value", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Send a test trace" }).click();
  await expect(page.getByText("The receiver took the test trace")).toBeVisible();
});

test("a run's trace arrives, and the page counts it", async ({ page, admin }) => {
  const agent = await agentFrom(admin, "chat-agent", "Traced");
  const editor = new EditorPage(page);
  await editor.open(agent.id);
  await editor.run.say("Hello");
  await expect(editor.run.status).toHaveText("Done");
  await page.goto("/settings/telemetry");
  await expect(async () => {
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("Nothing has been sent yet")).toBeHidden({ timeout: 500 });
  }).toPass();
});
