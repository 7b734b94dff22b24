import type { Page } from "@playwright/test";

interface Account {
  name: string;
  email: string;
  password: string;
  workspace: string;
}

/** What the first visitor of an empty installation fills in. */
export async function createFirstAdministrator(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Your name").fill(account.name);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByLabel("Workspace").fill(account.workspace);
  await page.getByRole("button", { name: "Create account and start" }).click();
}
