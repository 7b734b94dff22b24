import type { Locator, Page } from "@playwright/test";

/** The panel at the right: settings of the selected node. */
export class Inspector {
  readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole("complementary", { name: "Inspector" });
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true });
  }

  async fill(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  /** A channel that exists, or a new one made on the spot. */
  async chooseChannel(label: string, name: string): Promise<void> {
    await this.pickChannel(this.panel.getByRole("combobox", { name: label }), name);
  }

  /** One more channel for a field that takes several. */
  async addChannel(label: string, name: string): Promise<void> {
    await this.pickChannel(this.group(label).getByRole("combobox"), name);
  }

  group(label: string): Locator {
    return this.panel.getByRole("group", { name: label, exact: true });
  }

  private async pickChannel(control: Locator, name: string): Promise<void> {
    await control.click();
    await this.page.getByPlaceholder("Find or create a channel").fill(name);
    await this.page.getByRole("option", { name }).first().click();
  }
}
