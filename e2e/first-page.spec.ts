import { setupState } from "@/lib/api/contract/session";
import { expectAccessible } from "./fixtures/axe";
import { anonymous } from "./fixtures/session";
import { expect, nobody, test } from "./fixtures/test";

test.use({ installation: "empty", storageState: nobody });

test("axe finds nothing on the page that makes the first administrator", async ({ page, app }) => {
  const { needsSetup } = await anonymous(app.url).call(setupState, {});
  expect(needsSetup).toBe(true);
  await page.goto("/");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeVisible();
  await expectAccessible(page);
});
