import type { Locator, Page } from "@playwright/test";

export class AgentsPage {
  readonly table: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole("table", { name: "Agents" });
  }

  async open(): Promise<void> {
    await this.page.goto("/agents");
  }

  agent(name: string): Locator {
    return this.table.getByRole("link", { name, exact: true });
  }

  /** From an empty canvas; goes to its editor. */
  async create(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "New agent" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByRole("radio", { name: "Empty canvas" }).check();
    await dialog.getByRole("button", { name: /^Create/ }).click();
    await this.page.waitForURL(/\/agents\/[\w-]+$/);
  }
}
