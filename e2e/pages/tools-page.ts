import { expect, type Locator, type Page } from "@playwright/test";

/** Settings → Tools. */
export class ToolsPage {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/settings/tools");
  }

  /** Reads a description on this machine and stops where operations are chosen. */
  async readDescription(address: string): Promise<void> {
    await this.page.getByRole("button", { name: "Import tools" }).first().click();
    await this.dialog.getByLabel("Address of the description").fill(address);
    await this.dialog.getByRole("checkbox", { name: "Allow private addresses" }).click();
    await this.dialog.getByRole("button", { name: "Look what it has" }).click();
    await expect(this.dialog.getByRole("heading", { name: "Import from" })).toBeVisible();
  }

  /** The part of a tool that is folded away. */
  async unfold(name: string): Promise<Locator> {
    await this.page.getByRole("button", { name, exact: false }).first().click();
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("region", { name: `Try ${name}` }) });
  }
}
