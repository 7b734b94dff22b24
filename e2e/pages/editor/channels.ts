import type { Locator, Page } from "@playwright/test";

/** The state of the agent: as a list in the inspector, as a table below the canvas. */
export class Channels {
  readonly list: Locator;
  readonly table: Locator;
  /** Asks before a channel in use is deleted. */
  readonly question: Locator;

  constructor(private readonly page: Page) {
    this.list = page
      .getByRole("complementary", { name: "Inspector" })
      .getByRole("list", { name: "Channels" });
    this.table = page.getByRole("table", { name: "Channels" });
    this.question = page.getByRole("alertdialog");
  }

  async showAsTable(): Promise<void> {
    await this.page.getByRole("button", { name: "Show as a table" }).click();
  }

  /** A channel's line in the list. */
  line(name: string): Locator {
    return this.list.getByRole("button", { name: new RegExp(`^${name} `) });
  }

  /** A setting of a channel in the table: Name, Type, When two writes meet, Default. */
  cell(setting: string, channel: string): Locator {
    return this.table.getByLabel(`${setting} of ${channel}`, { exact: true });
  }

  row(channel: string): Locator {
    return this.table
      .getByRole("row")
      .filter({ has: this.page.getByLabel(`Name of ${channel}`, { exact: true }) });
  }

  async choose(setting: string, channel: string, option: string): Promise<void> {
    await this.cell(setting, channel).click();
    await this.page.getByRole("option", { name: option }).click();
  }

  async act(channel: string, action: string): Promise<void> {
    await this.table.getByRole("button", { name: `Actions for ${channel}` }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }
}
