import type { Locator, Page } from "@playwright/test";

/** Runs of the workspace, or of one agent. */
export class RunsPage {
  readonly table: Locator;

  constructor(readonly page: Page) {
    this.table = page.getByRole("table", { name: "Runs" });
  }

  async open(agentId?: string): Promise<void> {
    await this.page.goto(agentId ? `/agents/${agentId}/runs` : "/runs");
  }

  rows(): Locator {
    return this.table.getByRole("row").filter({ has: this.page.getByRole("link") });
  }

  row(runId: string): Locator {
    return this.table.getByRole("row").filter({ has: this.page.locator(`a[href="/runs/${runId}"]`) });
  }

  async choose(filter: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: filter }).click();
    await this.page.getByRole("option", { name: option, exact: true }).click();
  }
}
