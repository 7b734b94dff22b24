import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expectAccessible } from "./fixtures/axe";
import { expect, test } from "./fixtures/test";

test.use({ installation: "find-models" });

test("a provider is asked which models it has, before its connection is saved", async ({ page }) => {
  const server = createServer((_request, response) => {
    const data = Array.from({ length: 12 }, (_, at) => ({ id: `acme-${at}`, context_window: 128_000 }));
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  await page.goto("/settings/models");
  await page.getByRole("button", { name: "Add connection" }).first().click();
  await page.getByText("OpenAI-compatible").first().click();
  await page.getByLabel("Base URL").fill(`http://127.0.0.1:${port}/v1`);
  const find = page.getByRole("button", { name: "Find models" });

  await find.click();
  await expect(page.getByText("The provider did not tell its models")).toBeVisible();
  await page.getByRole("checkbox", { name: "Allow private addresses" }).click();
  await find.click();
  const found = page.getByRole("region", { name: "Found models" });
  await found.getByRole("textbox", { name: "Search found models" }).fill("acme-3");
  await found.getByRole("checkbox", { name: "acme-3" }).click();
  await expectAccessible(page);
  await page.getByLabel("Models", { exact: true }).fill("acme-3");
  await expect(found.getByRole("checkbox", { name: "acme-3" })).toBeChecked();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("list", { name: "Models of OpenAI-compatible" })).toHaveText("acme-3");
  server.close();
});
