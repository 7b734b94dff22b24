import { text } from "node:stream/consumers";
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

  tick(runId: string): Locator {
    return this.row(runId).getByRole("checkbox");
  }

  /** What can be done with the ticked runs. */
  get bulk(): Locator {
    return this.page.getByRole("region", { name: "Ticked runs" });
  }

  /** The filters that are set; a press takes one away. */
  get chips(): Locator {
    return this.page.getByRole("list", { name: "Filters that are set" }).getByRole("listitem");
  }

  /** Opens the filters that do not stand in sight. */
  async openFilters(): Promise<Locator> {
    await this.page.getByRole("button", { name: /^Filters/ }).click();
    return this.page.getByRole("dialog", { name: "Filters" });
  }

  async chooseView(name: string): Promise<void> {
    await this.viewMenu().click();
    await this.page.getByRole("menuitem", { name }).click();
  }

  /** Named by the view that is chosen. */
  viewMenu(chosen: string | RegExp = /^Views/): Locator {
    return this.page.getByRole("button", { name: chosen });
  }

  /** What a line of an export menu hands to the browser. */
  async exported(from: Locator, format: "Export as CSV" | "Export as JSON lines"): Promise<string> {
    await from.getByRole("button", { name: "Export", exact: true }).click();
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("menuitem", { name: format }).click();
    const stream = await (await download).createReadStream();
    return text(stream);
  }
}
